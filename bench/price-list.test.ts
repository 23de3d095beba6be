import { describe, expect, it } from 'vitest';
import { addGrillesCodec } from '../src/wire/messages/price-rules/add-grilles.ts';
import { readRecords } from '../src/wire/xml/records.ts';
import { WIRE } from '../test/support/endpoint.ts';
import { priceList, priceListXml, ROWS_PER_PRODUCT, ruleCells } from './price-list.ts';

const ROWS = 250;

async function decoded() {
  const source = (async function* () {
    yield Buffer.from([...priceListXml(ROWS)].join(''));
  })();
  const batches = await Array.fromAsync(readRecords(source, addGrillesCodec));
  return batches.flat().map((record) => {
    const rule = addGrillesCodec.decodeRecord(record, WIRE);
    if (!rule.ok) throw new Error(rule.problem.reason);
    return rule.value;
  });
}

describe('the price list of the benches', () => {
  it('says the same in XML as in the rows that sqlite3 imports', async () => {
    const cells = [...priceList(ROWS)].map(ruleCells);
    const fromXml = (await decoded()).map((rule) => ({
      reference: rule.reference,
      customer: rule.customer,
      customer_group: rule.group,
      from_quantity: rule.fromQuantity,
      currency: rule.currency,
      country: rule.country,
      valid_from: rule.validFrom,
      source: rule.source,
      rule: rule.rule,
      kind: rule.kind,
      value: rule.value,
      valid_to: rule.options.validTo ?? '',
    }));
    expect(fromXml).toEqual(cells.map(({ seen_at: _, follows_set: __, ...said }) => said));
  });

  it('has no two rows of one key, so that every row is one more in the table', () => {
    const keys = [...priceList(ROWS)].map((rule) =>
      [rule.src, rule.ref, rule.reference, rule.customer, rule.group, rule.fromQuantity].join(' '),
    );
    expect(new Set(keys).size).toBe(ROWS);
  });

  it('names each product as often as any other', () => {
    const counts = Object.groupBy([...priceList(ROWS)], ({ reference }) => reference);
    expect(Object.values(counts).map((rules) => rules?.length)).toEqual(Array(10).fill(ROWS_PER_PRODUCT));
  });
});
