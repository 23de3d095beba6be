import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  AddressFields,
  ContactFields,
  CustomerChange,
  CustomerFields,
} from '../../../domain/customer.ts';
import { readRecords } from '../../xml/records.ts';
import type { WireOptions } from '../codec.ts';
import { encodeError } from '../replies/error.ts';
import { code, customFields, some, valuesOf } from '../testing/arbitraries.ts';
import { inBatches, joined, PLAIN_OPTIONS, readXml } from '../testing/round-trip.ts';
import { addCustomerCodec } from './add-customer.ts';
import { CONTACT_TABLE, CUSTOMER_TABLE, ERP_ADDRESS_TABLE } from './customer-tables.ts';

async function* chunks(xml: string) {
  yield new TextEncoder().encode(xml);
}

async function read(xml: string, options: WireOptions = PLAIN_OPTIONS) {
  const { shape, recordName } = addCustomerCodec;
  const decoded = [];
  for await (const batch of readRecords(chunks(xml), { shape, recordName })) {
    decoded.push(...batch.map((element) => addCustomerCodec.decodeRecord(element, options)));
  }
  return decoded;
}

const one = async (client: string, options?: WireOptions) =>
  (await read(`<clients>${client}</clients>`, options))[0];

test.each([
  ['<clients><client identifiant="A"/><client identifiant="B"/></clients>', ['A', 'B']],
  ['<connecteur><key>k</key><clients><client identifiant="A"/></clients></connecteur>', ['A']],
  ['<connecteur><client><codetiers> A </codetiers></client></connecteur>', ['A']],
])('customers come in %s', async (xml, codes) => {
  expect(await read(xml)).toMatchObject(codes.map((known) => ({ ok: true, value: { code: known } })));
});

describe('the code', () => {
  test('two that differ refuse the customer', async () => {
    expect(await one('<client identifiant="A"><codetiers>B</codetiers></client>')).toEqual({
      ok: false,
      problem: {
        reason: 'value_conflict',
        entity: 'customer',
        field: 'codetiers',
        value: 'B',
        expected: 'A',
        line: 1,
      },
    });
  });

  test('none at all refuses it, naming the line', async () => {
    expect(await one('\n<client identifiant=" "><nom>Or</nom></client>')).toMatchObject({
      ok: false,
      problem: { reason: 'field_missing', entity: 'customer', field: 'codetiers', line: 2 },
    });
  });
});

test('the name of the price category is found with and without its accents', async () => {
  const expected = { value: { fields: { priceCategory: 'Grossistes' } } };
  expect(
    await one('<client identifiant="A"><categorietarifaire> Grossistes </categorietarifaire></client>'),
  ).toMatchObject(expected);
  expect(
    await one('<client identifiant="A"><CatégorieTarifaire>Grossistes</CatégorieTarifaire></client>'),
  ).toMatchObject(expected);
});

test('`tiers_actif` counts, the historic `actif` only without it; contacts have their own', async () => {
  const inside =
    '<actif>0</actif><tiers_actif>1</tiers_actif><contacts><contact><contact_actif>0</contact_actif></contact></contacts>';
  expect(await one(`<client identifiant="A">${inside}</client>`)).toEqual({
    ok: true,
    value: { code: 'A', fields: { active: true }, contacts: [{ fields: { active: false } }] },
    warnings: [],
  });
  expect(await one('<client identifiant="A"><actif>non</actif></client>')).toMatchObject({
    value: { fields: { active: false } },
  });
});

test('empty is untouched, with a warning for the name and the discount rate, unless it clears', async () => {
  const client = '<client identifiant="A"><nom/><prenom/><tauxderemise> </tauxderemise><telephone/></client>';
  expect(await one(client)).toMatchObject({
    value: { code: 'A', fields: {} },
    warnings: [
      { reason: 'empty_ignored', record: 'A', field: 'nom' },
      { reason: 'empty_ignored', record: 'A', field: 'tauxderemise' },
    ],
  });
  const clearable = new Set(['phone']);
  expect(await one(client, { ...PLAIN_OPTIONS, clearable })).toMatchObject({
    value: { fields: { phone: null } },
  });
});

test('what is unknown is kept where it stands', async () => {
  const inside =
    '<xx_rang>1</xx_rang><contacts><contact><fonction>Gérant</fonction></contact></contacts>' +
    '<livraisons><livraison/><livraison><ville>Metz</ville><xx_quai>4</xx_quai></livraison></livraisons><facturation/>';
  expect(await one(`<client identifiant="A">${inside}</client>`)).toEqual({
    ok: true,
    value: {
      code: 'A',
      fields: {},
      customFields: { xx_rang: '1' },
      contacts: [{ fields: {}, customFields: { fonction: 'Gérant' } }],
      deliveryAddresses: [{ fields: {} }, { fields: { city: 'Metz' }, customFields: { xx_quai: '4' } }],
    },
    warnings: [],
  });
});

test('a bad value refuses the customer and names it', async () => {
  expect(await one('<client identifiant="A"><tauxderemise>dix</tauxderemise></client>')).toMatchObject({
    ok: false,
    problem: {
      reason: 'not_a_number',
      entity: 'customer',
      record: 'A',
      field: 'tauxderemise',
      value: 'dix',
      line: 1,
    },
  });
});

test('what our connector sends of customers is what our server reads', async () => {
  const customer = some<CustomerFields>(valuesOf(CUSTOMER_TABLE));
  const contact = some<ContactFields>(valuesOf(CONTACT_TABLE));
  const address = some<AddressFields>(valuesOf(ERP_ADDRESS_TABLE));
  const nested = <Fields>(fields: fc.Arbitrary<Fields>) =>
    fc.tuple(fc.record({ fields }), some({ customFields })).map(([always, more]) => ({ ...always, ...more }));
  const change: fc.Arbitrary<CustomerChange> = fc
    .tuple(
      fc.record({ code }),
      nested(customer),
      some({
        contacts: fc.array(nested(contact), { minLength: 1, maxLength: 3 }),
        deliveryAddresses: fc.array(nested(address), { minLength: 1, maxLength: 3 }),
        billingAddress: nested(address.filter((fields) => Object.keys(fields).length > 0)),
      }),
    )
    .map(([key, own, parts]) => ({ ...key, ...own, ...parts }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (customers) => {
      const xml = await joined(addCustomerCodec.encodeRequest(inBatches(customers), PLAIN_OPTIONS));
      expect(await read(xml)).toEqual(customers.map((value) => ({ ok: true, value, warnings: [] })));
    }),
    { numRuns: 50 },
  );
});

test('every reply without an error is success', () => {
  const decode = (xml: string) => addCustomerCodec.decodeReply(readXml(xml, { children: {} }), PLAIN_OPTIONS);
  expect(decode(addCustomerCodec.encodeReply(PLAIN_OPTIONS))).toMatchObject({ ok: true });
  expect(decode(encodeError('3 enregistrés, 1 refusé'))).toMatchObject({
    ok: false,
    problem: { reason: 'remote_error', value: '3 enregistrés, 1 refusé' },
  });
});
