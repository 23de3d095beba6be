import type { CustomerChange, ShopCustomer } from '../../domain/customer.ts';
import { collect, expectCounts, expectEqual, expectWarnings, message, present } from './expect.ts';
import { keptCustomer } from './kept.ts';
import { moment, order, shopCustomer } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const send = ({ shop }: ContractSubject, ...changes: readonly CustomerChange[]) =>
  shop.saveCustomers(message(changes));

/** Of that name in the address as well. */
const named = (id: string, name: Partial<Pick<ShopCustomer, 'firstName' | 'lastName'>>): ShopCustomer => {
  const { address } = shopCustomer(id);
  return shopCustomer(id, { ...name, address: { ...address, ...name } });
};

async function expectListed(
  subject: ContractSubject,
  seeded: readonly ShopCustomer[],
  expected: readonly ShopCustomer[],
): Promise<void> {
  for (const customer of seeded) await subject.seed.customer(customer);
  const listed = [...(await collect(subject.shop.listCustomers()))].sort((a, b) => (a.id < b.id ? -1 : 1));
  expectEqual(
    listed,
    expected.map((customer) => keptCustomer(subject, customer)),
  );
}

/** Customers of the shop’s own side, and how they meet the ERP's. */
export const shopCustomerChecks: readonly Check[] = [
  {
    name: 'customers of the shop’s own side are listed as they are',
    async run(subject) {
      const customers = [named('11', { firstName: 'Émile' }), named('12', { lastName: 'Zola' })];
      await expectListed(subject, [shopCustomer('11'), ...customers], customers);
    },
  },
  {
    name: 'a customer’s address may be another person’s',
    facts: ['address_names'],
    async run(subject) {
      const customers = [
        shopCustomer('11', { firstName: 'Émile' }),
        shopCustomer('12', { lastName: 'Zola' }),
      ];
      await expectListed(subject, customers, customers);
    },
  },
  {
    name: 'a customer of whom only the ERP spoke is listed too',
    capabilities: ['customers'],
    async run(subject) {
      const fields = { name: 'Lee', firstName: 'Ondine', email: 'lee@bagues.fr' };
      const place = { street: '1 rue d’Or', postcode: '57000', city: 'Metz', country: 'FR' };
      await send(subject, { code: 'BAGUES', fields, billingAddress: { fields: place } });
      const [listed] = await collect(subject.shop.listCustomers());
      const { lastName, firstName, email, address } = present(listed, 'the customer');
      expectEqual([lastName, firstName, email], ['Lee', 'Ondine', 'lee@bagues.fr']);
      const { address1, postcode, city, country } = address;
      expectEqual([address1, postcode, city, country], ['1 rue d’Or', '57000', 'Metz', 'FR']);
    },
  },
  {
    name: 'with a date, only what the shop itself changed since then is listed',
    capabilities: ['customers'],
    async run(subject) {
      await subject.seed.customer(shopCustomer('11'));
      await send(subject, { code: 'BAGUES', fields: { name: 'Bague’s', email: 'bagues@bagues.fr' } });
      const since = await collect(subject.shop.listCustomers(moment('2001-01-01 00:00:00')));
      expectEqual(
        since.map(({ id }) => id),
        ['11'],
      );
      expectEqual(await collect(subject.shop.listCustomers(moment('2999-01-01 00:00:00'))), []);
    },
  },
  {
    name: 'what the ERP sends is no change of the shop’s; an equal save of the shop is none either',
    capabilities: ['customers', 'orderHistory'],
    means: ['passTime'],
    async run(subject) {
      await subject.seed.customer(shopCustomer('11', { email: 'a@c1.fr' }));
      await subject.seed.customer(shopCustomer('12'));
      subject.passTime?.(3 * 86_400);
      await subject.seed.order(order('1'));
      const { history } = present(await subject.reader.order('1'), 'the order');
      const now = present(history[0]?.at, 'the time');
      await send(subject, { code: 'C1', fields: { email: 'a@c1.fr', phone: '1' } });
      await subject.seed.customer(shopCustomer('12'));
      expectEqual(await collect(subject.shop.listCustomers(now)), []);
      await subject.seed.customer(shopCustomer('12', { lastName: 'Zola' }));
      expectEqual(
        (await collect(subject.shop.listCustomers(now))).map(({ id }) => id),
        ['12'],
      );
    },
  },
  {
    name: 'an e-mail that several of the shop’s customers have adopts none of them',
    capabilities: ['customers'],
    facts: ['shared_emails'],
    async run(subject) {
      for (const id of ['11', '12'])
        await subject.seed.customer(shopCustomer(id, { email: 'lee@bagues.fr' }));
      const result = await send(subject, { code: 'C1', fields: { email: 'lee@bagues.fr' } });
      expectWarnings(subject, result, []);
      expectCounts(subject, result, { created: 1 });
      const codes = (await collect(subject.reader.customers())).map(({ code }) => code ?? '');
      expectEqual(codes.sort(), ['', '', 'C1']);
    },
  },
  {
    name: 'white space around an e-mail makes no difference, and a blank one is nobody’s',
    capabilities: ['customers'],
    facts: ['outer_spaces'],
    async run(subject) {
      await subject.seed.customer(shopCustomer('11', { email: ' lee@bagues.fr' }));
      await subject.seed.customer(shopCustomer('12', { email: ' ' }));
      const adopting = await send(subject, { code: 'C1', fields: { email: 'lee@bagues.fr ' } });
      expectWarnings(subject, adopting, ['customer_adopted']);
      expectWarnings(subject, await send(subject, { code: 'C2', fields: { email: '  ' } }), []);
      const contact = (email: string, name: string) => ({ fields: { email, name } });
      await send(subject, { code: 'C1', fields: {}, contacts: [contact('zhia@bagues.fr', 'Z')] });
      await send(subject, {
        code: 'C1',
        fields: {},
        contacts: [contact(' Zhia@bagues.fr', 'Zhia'), contact(' ', '')],
      });
      const holder = (await collect(subject.reader.customers())).find(({ code }) => code === 'C1');
      expectEqual([holder?.id, holder?.contacts.map(({ fields }) => fields.name)], ['11', ['Zhia', '']]);
    },
  },
  {
    name: 'the shop’s customer of the same e-mail receives the ERP’s code, with a warning',
    capabilities: ['customers'],
    async run(subject) {
      await subject.seed.customer(shopCustomer('11', { email: 'Lee@bagues.fr' }));
      const result = await send(subject, { code: 'C1', fields: { email: 'lee@BAGUES.fr', phone: '1' } });
      expectWarnings(subject, result, ['customer_adopted']);
      const all = await collect(subject.reader.customers());
      expectEqual(
        all.map(({ id, code, fields }) => [id, code, fields.phone]),
        [['11', 'C1', '1']],
      );
      expectWarnings(subject, await send(subject, { code: 'C1', fields: { phone: '2' } }), []);
      const other = await send(subject, { code: 'C2', fields: { email: 'lee@bagues.fr' } });
      expectCounts(subject, other, { created: 1 });
      const holders = (await collect(subject.reader.customers())).filter(({ code }) => code === 'C1');
      expectEqual(
        holders.map(({ id }) => id),
        ['11'],
      );
    },
  },
];
