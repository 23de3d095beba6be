import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { add, type Decimal, multiply, parseDecimal, round, subtract, ZERO } from '../../domain/decimal.ts';
import type { Order } from '../../domain/order.ts';
import { ERP_PROFILES } from '../profiles/list.ts';
import type { SimulatorOptions } from './options.ts';
import { createSimulatedErp, type SimulatedErp } from './simulated-erp.ts';
import { allRecords, differences, records } from './testing/erp-records.ts';

const opened: SimulatedErp[] = [];
afterEach(async () => {
  for (const erp of opened.splice(0)) await erp.source.close();
});

function open(options: Partial<SimulatorOptions> = {}): SimulatedErp {
  const sizes = { articles: 300, withGammes: 20, customers: 40, priceRules: 400 };
  const erp = createSimulatedErp({ seed: 42, ...sizes, profile: ERP_PROFILES.generic, ...options });
  opened.push(erp);
  return erp;
}

interface Stocked {
  readonly reference: string;
  readonly fields: { readonly stock?: Decimal | null };
}

const names = (changes: readonly { kind: string; key: string }[]) =>
  changes.map(({ kind, key }) => `${kind} ${key}`).sort();

describe('the same seed', () => {
  it('is the same ERP on every machine, whatever was called before', async () => {
    const digest = async (erp: SimulatedErp) =>
      hash('sha256', [...(await allRecords(erp.source))].flat().join('\n')).slice(0, 16);
    const first = open();
    const second = open();
    await second.source.importOrder(second.orderFor(3));
    // Changes only when the simulator is meant to make other data.
    expect(await digest(first)).toBe('79973839087b9df5');
    expect(await digest(second)).toBe('79973839087b9df5');
    expect(await digest(open({ seed: 43 }))).not.toBe('79973839087b9df5');
  });

  it('and the same calls are the same changes', async () => {
    const play = async () => {
      const erp = open();
      await erp.source.importOrder(erp.orderFor(0));
      const changes = [...erp.advance(3), ...erp.change(30)];
      return [changes, [...(await allRecords(erp.source))], erp.now().toISOString()];
    };
    expect(await play()).toEqual(await play());
  });
});

describe('a simulated ERP holds', () => {
  it('as many records as asked for, all references different, SKUs as real ones are', async () => {
    const articles = await records(open().source.articles());
    const withGammes = articles.filter(({ variants = [] }) => variants.length > 0);
    const skus = withGammes.flatMap(({ variants = [] }) => variants.map(({ reference }) => reference));
    const references = [...articles.map(({ reference }) => reference), ...skus];
    expect([articles.length, withGammes.length]).toEqual([300, 20]);
    expect(new Set(references).size).toBe(references.length);
    expect(skus.every((sku) => /^\d/.test(sku) && sku === sku.trim())).toBe(true);
    for (const sign of [' ', '/', '&', /[À-ÿ]/]) expect(skus.some((sku) => sku.search(sign) >= 0)).toBe(true);
    const axes = withGammes.map(({ variants }) => variants?.[0]?.axes.length);
    expect(new Set(axes)).toEqual(new Set([1, 2]));
  });

  it('barcodes with right check digits, all different', async () => {
    const codes = (await records(open().source.articles())).flatMap(({ fields }) => fields.ean13 ?? []);
    const isRight = (code: string) =>
      [...code].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
    expect(codes.every((code) => /^\d{13}$/.test(code) && isRight(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('price rules with different keys, for articles and customers that exist', async () => {
    const { source } = open();
    const rules = await records(source.priceRules());
    const key = ({ kind: _, value: __, options: ___, ...rest }: (typeof rules)[number]) =>
      JSON.stringify(rest);
    expect(new Set(rules.map(key)).size).toBe(400);
    const articles = await records(source.articles());
    const references = new Set(
      articles.flatMap(({ reference, variants = [] }) => [reference, ...variants.map((v) => v.reference)]),
    );
    const codes = new Set((await records(source.customers())).map(({ code }) => code));
    expect(rules.filter(({ reference }) => !references.has(reference))).toEqual([]);
    expect(rules.filter(({ customer }) => customer !== '' && !codes.has(customer))).toEqual([]);
    expect(new Set(rules.map(({ kind }) => kind)).size).toBe(3);
    expect(new Set(rules.map(({ source: name }) => name)).size).toBe(4);
    expect(rules.every(({ value }) => Number(value) > 0)).toBe(true);
  });

  it('in an ERP without gammes, each variant as an article of its own', async () => {
    const erp = open({ profile: ERP_PROFILES.ciel });
    const articles = await records(erp.source.articles());
    const gammes = (await records(open().source.articles())).flatMap(({ variants = [] }) => variants);
    expect(articles).toHaveLength(280 + gammes.length);
    expect(articles.some(({ variants, parent }) => variants || parent)).toBe(false);
    const before = await allRecords(erp.source);
    const changes = erp.change(100);
    expect(names(changes)).toEqual(differences(before, await allRecords(erp.source)));
  });

  it('its stock apart when asked to', async () => {
    const inside = await records(open().source.articles());
    const erp = open({ stockApart: true });
    const levels = new Map(
      (await records(erp.source.stock())).map(({ reference, stock }) => [reference, stock]),
    );
    const apart = await records(erp.source.articles());
    expect(
      apart.flatMap(({ fields, variants = [] }) => [fields, ...variants.map((v) => v.fields)]),
    ).toSatisfy((fields: readonly object[]) => fields.every((each) => !('stock' in each)));
    const said = inside.flatMap(({ reference, fields, variants }): readonly Stocked[] =>
      variants ? variants : [{ reference, fields }],
    );
    expect(levels).toEqual(new Map(said.map(({ reference, fields }) => [reference, fields.stock])));
  });
});

describe('change', () => {
  it.each([1, 7, 50, 300])('changes exactly the %i records that it names, time and again', async (count) => {
    const erp = open();
    for (let round = 0; round < 3; round++) {
      const before = await allRecords(erp.source);
      const changes = erp.change(count);
      expect(changes).toHaveLength(count);
      expect(names(changes)).toEqual(differences(before, await allRecords(erp.source)));
    }
  });
});

describe('advance', () => {
  it('names exactly what changed, deliveries and invoices included', async () => {
    const erp = open();
    const kinds = new Set<string>();
    for (let day = 0; day < 12; day++) {
      for (const order of [0, 1, 2]) await erp.source.importOrder(erp.orderFor(day * 3 + order));
      const before = await allRecords(erp.source);
      const changes = erp.advance();
      for (const { kind } of changes) kinds.add(kind);
      expect(names(changes)).toEqual(differences(before, await allRecords(erp.source)));
    }
    expect(kinds).toEqual(new Set(['article', 'shipment', 'document']));
    expect(erp.now().toISOString().slice(0, 10)).toBe('2026-01-17');
  });

  it('takes from the stock what an order was sent with, once', async () => {
    const erp = open({ articles: 1, withGammes: 0, priceRules: 0 });
    const stock = async () => (await records(erp.source.articles()))[0]?.fields.stock ?? ZERO;
    const order = erp.orderFor(0);
    await erp.source.importOrder(order);
    await erp.source.importOrder(order);
    const ordered = order.lines.reduce((sum, { quantity }) => add(sum, quantity), ZERO);
    const before = await stock();
    while ((await records(erp.source.shipments())).length === 0) erp.advance();
    const other = open({ articles: 1, withGammes: 0, priceRules: 0 });
    other.advance((erp.now().getTime() - other.now().getTime()) / 86_400_000);
    const counted = (await records(other.source.articles()))[0]?.fields.stock ?? ZERO;
    expect([before !== counted || ordered !== ZERO, await stock()]).toEqual([
      true,
      subtract(counted, ordered),
    ]);
  });
});

describe('importOrder', () => {
  it('makes one piece of an order, kept over restarts', async () => {
    const folder = temporaryFolder();
    const first = open({ folder });
    const order = first.orderFor(5);
    expect(await first.source.importedOrder(order.id)).toBeUndefined();
    expect(await first.source.importOrder(order)).toEqual({ document: 'BC00000001', outcome: 'imported' });
    first.advance(2);
    await first.source.close();

    const second = open({ folder });
    expect(await second.source.importedOrder(order.id)).toBe('BC00000001');
    expect(await second.source.importOrder(order)).toEqual({
      document: 'BC00000001',
      outcome: 'already_imported',
    });
    expect(second.pieces()).toEqual([{ document: 'BC00000001', order }]);
    expect(second.now()).toEqual(new Date('2026-01-07T10:00:00Z'));
    expect(await second.source.importOrder(second.orderFor(6))).toMatchObject({ document: 'BC00000002' });
    expect(open({ folder, seed: 7 }).pieces()).toEqual([]);
  });

  it('makes one piece for two connectors at once', async () => {
    const folder = temporaryFolder();
    const both = [open({ folder }), open({ folder })];
    const imports = both.flatMap((erp) =>
      Array.from({ length: 20 }, (_, number) => erp.source.importOrder(erp.orderFor(number))),
    );
    const outcomes = (await Promise.all(imports)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'imported')).toHaveLength(20);
    expect(both[0]?.pieces()).toEqual(both[1]?.pieces());
  });

  it('refuses a folder that is none', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => open({ folder: file })).toThrow('source_unavailable');
  });
});

describe('orders', () => {
  it('add up to the cent, rounded once a line', () => {
    const erp = open();
    for (let number = 0; number < 200; number++) {
      const { lines, totals } = erp.orderFor(number);
      const net = sum(lines.map((line) => multiply(line.netUnitPrice, line.quantity)));
      const gross = sum(lines.map(grossOfLine));
      expect([totals.productsExclTax, totals.productsInclTax]).toEqual([net, gross]);
      const owed = subtract(add(gross, totals.shippingInclTax), totals.discountInclTax);
      expect(totals.paid).toBe(owed);
    }
  });

  it('come from known and new customers, in several states, some with gammes', () => {
    const erp = open();
    const orders = Array.from({ length: 200 }, (_, number) => erp.orderFor(number));
    expect(new Set(orders.map(({ id }) => id)).size).toBe(200);
    expect(new Set(orders.map(({ state }) => state)).size).toBeGreaterThan(1);
    const pinned = orders.filter(({ customer }) => customer.erpCode !== undefined);
    expect(pinned.length).toBeGreaterThan(10);
    expect(pinned.length).toBeLessThan(190);
    expect(orders.some(({ lines }) => lines.some(({ axis2 }) => axis2 !== undefined))).toBe(true);
  });
});

const sum = (amounts: readonly (typeof ZERO)[]) => amounts.reduce(add, ZERO);

function grossOfLine({ netUnitPrice, quantity, taxRate }: Order['lines'][number]) {
  const net = multiply(netUnitPrice, quantity);
  return round(
    multiply(net, add(parseDecimal('1') ?? ZERO, multiply(taxRate, parseDecimal('0.01') ?? ZERO))),
    2,
  );
}
