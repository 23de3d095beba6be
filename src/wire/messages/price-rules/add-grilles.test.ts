import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PriceRuleChange, PriceRuleOptions } from '../../../domain/price-rule.ts';
import { dateTime, decimal } from '../../../parsing/testing/arbitraries.ts';
import { readRecords } from '../../xml/records.ts';
import { code, label, maybeNone, namedCode, nonZero, some } from '../testing/arbitraries.ts';
import { inBatches, joined, PLAIN_OPTIONS } from '../testing/round-trip.ts';
import { addGrillesCodec } from './add-grilles.ts';

async function* chunks(xml: string) {
  yield new TextEncoder().encode(xml);
}

async function read(xml: string) {
  const { shape, recordName } = addGrillesCodec;
  const decoded = [];
  for await (const batch of readRecords(chunks(xml), { shape, recordName })) {
    decoded.push(...batch.map((element) => addGrillesCodec.decodeRecord(element, PLAIN_OPTIONS)));
  }
  return decoded;
}

const grille = (inside: string) => `<grille src="S" ref="R">${inside}</grille>`;
const one = async (inside: string) => (await read(`<grilles>${grille(inside)}</grilles>`))[0];
const PRICED = '<id_product>A</id_product><price>10</price><reduction_type>amount</reduction_type>';

const plainRule = {
  source: 'S',
  rule: 'R',
  reference: 'A',
  customer: '',
  group: '',
  currency: '',
  country: '',
  fromQuantity: '0',
  validFrom: '',
  kind: 'price',
  value: '10',
  options: {},
};

test('parts of the key that are absent, empty or 0 are none; options that are absent are untouched', async () => {
  expect(await one(PRICED)).toEqual({ ok: true, value: plainRule, warnings: [] });
  const none =
    '<id_customer>0</id_customer><group_name/><id_currency> 0 </id_currency><country_iso2/><from_qty/>' +
    '<from>0000-00-00</from><to>0</to><id_parent/><prix_de_base>0.00</prix_de_base><emails_customer/>';
  expect(await one(PRICED + none)).toEqual({
    ok: true,
    value: {
      ...plainRule,
      options: { validTo: null, parent: null, basePrice: null, customerEmails: null },
    },
    warnings: [],
  });
});

test.each([
  ['amount', 'price'],
  ['price', 'price'],
  ['reduction_amount', 'amount_off'],
  ['reduction_percentage', 'percent_off'],
  [' Reduction_Percentage ', 'percent_off'],
])('reduction_type %s means %s', async (type, kind) => {
  const inside = `<id_product>A</id_product><price>1 000,50</price><reduction_type>${type}</reduction_type>`;
  expect(await one(inside)).toMatchObject({ ok: true, value: { kind, value: '1000.5' } });
});

describe('a refused row says what must be kept of its predecessor', () => {
  const names = { source: 'S', rule: 'R', customer: 'C', group: '', currency: '', country: '' };
  const full = { ...names, reference: 'A', fromQuantity: '5', validFrom: '' };
  const { reference: _, ...anyReference } = full;
  const { fromQuantity: __, ...anyQuantity } = full;
  const { validFrom: ___, ...anyDate } = full;

  test.each([
    [{ price: 'dix' }, { reason: 'not_a_number', record: 'A', field: 'price', value: 'dix' }, full],
    [{ price: '' }, { reason: 'field_missing', record: 'A', field: 'price' }, full],
    [{ reduction_type: 'gratuit' }, { reason: 'not_in_list', record: 'A', field: 'reduction_type' }, full],
    [{ reduction_type: '' }, { reason: 'field_missing', record: 'A', field: 'reduction_type' }, full],
    [{ to: 'demain' }, { reason: 'not_a_date', record: 'A', field: 'to' }, full],
    [{ prix_de_base: '?' }, { reason: 'not_a_number', record: 'A', field: 'prix_de_base' }, full],
    [{ id_product: ' ' }, { reason: 'field_missing', field: 'id_product', line: 2 }, anyReference],
    [{ from_qty: 'x' }, { reason: 'not_a_number', record: 'A', field: 'from_qty' }, anyQuantity],
    [{ from: 'x' }, { reason: 'not_a_date', record: 'A', field: 'from' }, anyDate],
  ])('%o', async (cells, problem, keep) => {
    const values = {
      id_product: 'A',
      price: '1',
      reduction_type: 'price',
      id_customer: 'C',
      from_qty: '5',
      ...cells,
    };
    const inside = Object.entries(values).map(([name, value]) => `<${name}>${value}</${name}>`);
    const [decoded] = await read(`<grilles>\n${grille(inside.join(''))}</grilles>`);
    expect(decoded).toMatchObject({ ok: false, problem: { entity: 'price_rule', ...problem } });
    expect(decoded).toHaveProperty('keep', keep);
  });
});

test('roots, accents and capitals are taken as they come', async () => {
  expect(
    await read(`<connecteur><key>k</key><grilles>${grille(PRICED)}${grille(PRICED)}</grilles></connecteur>`),
  ).toHaveLength(2);
  expect(await read(`<connecteur>${grille(PRICED)}</connecteur>`)).toHaveLength(1);
  expect(await one(PRICED.replaceAll('price>', 'Price>'))).toMatchObject({
    ok: true,
    value: { value: '10' },
  });
});

test('what our connector sends of price rules is what our server reads', async () => {
  const change: fc.Arbitrary<PriceRuleChange> = fc.record({
    source: fc.oneof(fc.constant(''), label),
    rule: fc.oneof(fc.constant(''), label),
    reference: code,
    customer: maybeNone,
    group: maybeNone,
    currency: maybeNone,
    country: maybeNone,
    fromQuantity: decimal,
    validFrom: fc.oneof(fc.constant('' as const), dateTime),
    kind: fc.constantFrom('price', 'amount_off', 'percent_off'),
    value: decimal,
    options: some<{ [Name in keyof PriceRuleOptions]: PriceRuleOptions[Name] | null }>({
      validTo: fc.oneof(fc.constant(null), dateTime),
      parent: fc.oneof(fc.constant(null), namedCode),
      basePrice: fc.oneof(fc.constant(null), nonZero),
      customerEmails: fc.oneof(fc.constant(null), namedCode),
    }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (rules) => {
      const xml = await joined(addGrillesCodec.encodeRequest(inBatches(rules), PLAIN_OPTIONS));
      expect(await read(xml)).toEqual(rules.map((value) => ({ ok: true, value, warnings: [] })));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['v3', 'add_grilles'],
  ['kit-2015', 'add_product'],
] as const)('in %s the reply is <%s/>', (profile, element) => {
  expect(addGrillesCodec.encodeReply({ ...PLAIN_OPTIONS, profile })).toContain(
    `<connecteur><${element}/></connecteur>`,
  );
});
