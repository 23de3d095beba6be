import assert from 'node:assert/strict';
import {
  ADDRESS_FIELDS,
  CONTACT_FIELDS,
  CUSTOMER_FIELDS,
  type Customer,
  type CustomerChange,
} from '../../domain/customer.ts';
import { BrokenOff, brokenMessage, collect, expectCounts, expectEqual, message, present } from './expect.ts';
import { decimal, sampleOf } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const send = ({ shop }: ContractSubject, ...changes: readonly CustomerChange[]) =>
  shop.saveCustomers(message(changes));

async function customer(subject: ContractSubject, code: string): Promise<Customer> {
  const found = (await collect(subject.reader.customers())).filter((one) => one.code === code);
  assert.ok(found.length < 2, `${code} is there ${found.length} times`);
  return structuredClone(present(found[0], `the customer ${code}`));
}

/** Something in every field, in each place that has them. */
const FULL = {
  code: 'BAGUES',
  fields: {
    ...sampleOf(CUSTOMER_FIELDS, 0),
    name: 'Bague’s en or',
    firstName: 'Ondine',
    company: 'Bague’s SARL',
    phone: '06 65 87 00 00',
    fax: '06 65 87 00 01',
    email: 'bagues@bagues.fr',
    salesPerson: 'LAPERLE Delphine',
    paymentTermsId: '30',
    paymentTerms: '30 jours',
    priceCategory: 'Grossistes',
    discountRate: decimal('2.5'),
    payerCode: 'BAGUES',
    payerName: 'Bague’s en or',
    active: true,
  },
  contacts: [{ fields: { ...sampleOf(CONTACT_FIELDS, 0), email: 'zhia@bagues.fr', active: true } }],
  deliveryAddresses: [
    {
      fields: { title: 'Dépôt', street: 'Rue du Dépôt', postcode: '57000', city: 'METZ', country: 'France' },
    },
    {
      fields: { ...sampleOf(ADDRESS_FIELDS, 0), title: 'Boutique', city: 'NANCY', country: 'France' },
    },
  ],
  billingAddress: { fields: { ...sampleOf(ADDRESS_FIELDS, 1), title: 'Siège', country: 'France' } },
} satisfies CustomerChange;

const without = (name: string, fields: object = {}): object =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));

const contactsOf = async (subject: ContractSubject, code: string) =>
  (await customer(subject, code)).contacts.map(({ fields }) => fields);

export const customerChecks: readonly Check[] = [
  {
    name: 'add_customer creates a customer with everything that was said',
    capabilities: ['customers'],
    async run(subject) {
      const result = await send(subject, FULL);
      expectCounts(subject, result, { created: 1, updated: 0, unchanged: 0, refusedCount: 0 });
      const { id, ...stored } = await customer(subject, 'BAGUES');
      assert.ok(id);
      const nested = ({ fields }: { readonly fields: object }) => ({ fields, customFields: {} });
      expectEqual(stored, {
        code: 'BAGUES',
        ...nested(FULL),
        contacts: FULL.contacts.map(nested),
        deliveryAddresses: FULL.deliveryAddresses.map(nested),
        billingAddress: nested(FULL.billingAddress),
      });
    },
  },
  {
    name: 'the same customer again is unchanged; another field is an update that touches nothing else',
    capabilities: ['customers'],
    async run(subject) {
      await send(subject, FULL);
      const before = await customer(subject, 'BAGUES');
      expectCounts(subject, await send(subject, FULL), { created: 0, updated: 0, unchanged: 1 });
      const change = { code: 'BAGUES', fields: { priceCategory: 'VIP' } };
      expectCounts(subject, await send(subject, change), { created: 0, updated: 1, unchanged: 0 });
      const fields = { ...before.fields, priceCategory: 'VIP' };
      expectEqual(await customer(subject, 'BAGUES'), { ...before, fields });
    },
  },
  {
    name: 'null clears a field of the customer, a contact or an address, alone',
    capabilities: ['customers'],
    facts: ['clearing_customers'],
    async run(subject) {
      await send(subject, FULL);
      await send(subject, {
        code: 'BAGUES',
        fields: { fax: null, active: null },
        contacts: [{ fields: { email: 'zhia@bagues.fr', phone: null } }],
        deliveryAddresses: [{ fields: { street: null } }],
        billingAddress: { fields: { region: null } },
      });
      const after = await customer(subject, 'BAGUES');
      const { fax, active, ...fields } = FULL.fields;
      expectEqual(after.fields, fields);
      expectEqual(after.contacts[0]?.fields, without('phone', FULL.contacts[0]?.fields));
      assert.equal(after.deliveryAddresses[0]?.fields.street, undefined);
      assert.equal(after.deliveryAddresses[0]?.fields.city, 'METZ');
      expectEqual(after.billingAddress?.fields, without('region', FULL.billingAddress.fields));
    },
  },
  {
    name: 'nodes of one code within a message merge into one customer',
    capabilities: ['customers'],
    async run(subject) {
      const contact = (email: string) => ({ fields: { email } });
      await send(
        subject,
        { code: 'C1', fields: { name: 'Un', phone: '1' }, contacts: [contact('a@c1.fr')] },
        { code: 'C2', fields: { name: 'Deux' } },
        { code: 'C1', fields: { phone: '2' }, contacts: [contact('b@c1.fr')] },
      );
      expectEqual((await customer(subject, 'C1')).fields, { name: 'Un', phone: '2' });
      expectEqual(await contactsOf(subject, 'C1'), [{ email: 'a@c1.fr' }, { email: 'b@c1.fr' }]);
      assert.equal((await collect(subject.reader.customers())).length, 2);
    },
  },
  {
    name: 'codes are byte-exact',
    capabilities: ['customers'],
    async run(subject) {
      const codes = ['c1', 'C1', 'É1', 'E1', '01', '1', '__proto__'];
      await send(subject, ...codes.map((code) => ({ code, fields: { name: code } })));
      for (const code of codes) assert.equal((await customer(subject, code)).fields.name, code);
    },
  },
  {
    name: 'a contact is found by its e-mail in any case; contacts that are not named stay',
    capabilities: ['customers'],
    async run(subject) {
      const first = [
        { fields: { email: 'a@c1.fr', phone: '1' } },
        { fields: { email: 'b@c1.fr', phone: '2' } },
      ];
      await send(subject, { code: 'C1', fields: {}, contacts: first });
      await send(subject, {
        code: 'C1',
        fields: {},
        contacts: [{ fields: { email: 'B@C1.fr', name: 'Bé' } }],
      });
      await send(subject, { code: 'C1', fields: {}, contacts: [{ fields: { email: 'c@c1.fr' } }] });
      const contacts = await contactsOf(subject, 'C1');
      assert.equal(contacts.length, 3);
      const b = contacts.find(({ email }) => email?.toLowerCase() === 'b@c1.fr');
      expectEqual([b?.phone, b?.name], ['2', 'Bé']);
      expectEqual(
        contacts.find(({ email }) => email === 'a@c1.fr'),
        { email: 'a@c1.fr', phone: '1' },
      );
    },
  },
  {
    name: 'a contact without e-mail is found by its position',
    capabilities: ['customers'],
    async run(subject) {
      const contacts = [{ fields: { phone: '1' } }, { fields: { phone: '2', name: 'Deux' } }];
      await send(subject, { code: 'C1', fields: {}, contacts });
      await send(subject, { code: 'C1', fields: {}, contacts: [{ fields: {} }, { fields: { phone: '3' } }] });
      expectEqual(await contactsOf(subject, 'C1'), [{ phone: '1' }, { phone: '3', name: 'Deux' }]);
    },
  },
  {
    name: 'delivery addresses are found by position; those that are not named stay',
    capabilities: ['customers'],
    async run(subject) {
      await send(subject, FULL);
      await send(subject, {
        code: 'BAGUES',
        fields: {},
        deliveryAddresses: [{ fields: { city: 'Thionville' } }],
      });
      const { deliveryAddresses } = await customer(subject, 'BAGUES');
      expectEqual(
        deliveryAddresses.map(({ fields }) => [fields.title, fields.city]),
        [
          ['Dépôt', 'Thionville'],
          ['Boutique', 'NANCY'],
        ],
      );
    },
  },
  {
    name: 'unknown fields are kept: the customer’s',
    capabilities: ['customers', 'customFields'],
    async run(subject) {
      await send(subject, { code: 'C1', fields: {}, customFields: { xx_a: '1', xx_b: '2' } });
      await send(subject, { code: 'C1', fields: {}, customFields: { xx_b: '3' } });
      expectEqual((await customer(subject, 'C1')).customFields, { xx_a: '1', xx_b: '3' });
    },
  },
  {
    name: 'unknown fields are kept: a contact’s and an address’s',
    capabilities: ['customers', 'customFields'],
    facts: ['nested_custom_fields'],
    async run(subject) {
      const nested = { fields: { phone: '1' }, customFields: { xx_c: 'x' } };
      await send(subject, {
        code: 'C1',
        fields: {},
        contacts: [nested],
        deliveryAddresses: [nested],
        billingAddress: nested,
      });
      const { contacts, deliveryAddresses, billingAddress } = await customer(subject, 'C1');
      expectEqual([contacts, deliveryAddresses, billingAddress], [[nested], [nested], nested]);
    },
  },
  {
    name: 'customers come in any number of batches, and an empty message is nothing',
    capabilities: ['customers'],
    async run(subject) {
      const change = (number: number): CustomerChange => ({
        code: `C${number}`,
        fields: { name: `${number}` },
      });
      const batches = [[change(1), change(2)], [], [change(3)]];
      const result = await subject.shop.saveCustomers(message(...batches));
      expectCounts(subject, result, { created: 3, updated: 0, unchanged: 0 });
      expectCounts(subject, await send(subject), { created: 0, updated: 0, unchanged: 0 });
      assert.equal((await collect(subject.reader.customers())).length, 3);
    },
  },
  {
    name: 'a message that breaks off changes nothing, and its error goes on',
    capabilities: ['customers'],
    async run(subject) {
      await send(subject, FULL);
      const before = await collect(subject.reader.customers());
      const changes = [
        { code: 'BAGUES', fields: { name: 'x' } },
        { code: 'C2', fields: {} },
      ];
      await assert.rejects(subject.shop.saveCustomers(brokenMessage(changes)), BrokenOff);
      expectEqual(await collect(subject.reader.customers()), before);
    },
  },
];
