import { describe, expect, it, onTestFinished } from 'vitest';
import { fail } from '../../domain/error.ts';
import { problem } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import { decimal } from '../../testing/contract/samples.ts';
import { article, createBench, EDITION, flowOf, PROFILE } from '../testing/fixtures.ts';

const FLOWS = { flows: ['products'] } as const;
const CIEL = { ...FLOWS, profile: { ...PROFILE, gammes: false } } as const;

const parent: ProductChange = {
  ...article('P'),
  variants: [
    { reference: 'V1', axes: [{ name: 'Taille', value: 'S' }], fields: { stock: decimal('1') } },
    { reference: 'V2', axes: [{ name: 'Taille', value: 'M' }], fields: { stock: decimal('2') } },
  ],
};

describe('articles', () => {
  it('are added, and a second run sends nothing', async () => {
    const bench = createBench(onTestFinished, {
      articles: ['A', 'B', 'C', 'D'].map((name) => article(name)),
    });
    const first = flowOf(await bench.run(FLOWS), 'products');
    expect(first).toMatchObject({ read: 4, sent: 4, operations: { add_product: 4 } });
    expect(bench.steps()).toEqual(['add_product A', 'add_product B', 'add_product C', 'add_product D']);
    expect(flowOf(await bench.run(FLOWS), 'products')).toMatchObject({ read: 4, sent: 0, unchanged: 4 });
    expect(bench.calls).toEqual([]);
  });

  it('that changed are exactly those that are sent', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `A${index}`);
    const bench = createBench(onTestFinished, { articles: names.map((name) => article(name)) });
    await bench.run(FLOWS);
    bench.erp.articles = names.map((name, index) =>
      article(name, index % 3 === 0 ? { stock: decimal('5') } : {}),
    );
    const report = flowOf(await bench.run(FLOWS), 'products');
    expect(report).toMatchObject({ sent: 10, unchanged: 20, operations: { update_product: 10 } });
    expect((await bench.reader.product('A3'))?.fields.stock).toBe('5');
  });

  it('are all sent when everything is to be', async () => {
    const bench = createBench(onTestFinished, { articles: [article('A')] });
    await bench.run(FLOWS);
    await bench.run({ ...FLOWS, everything: true });
    expect(bench.calls).toEqual(['update_product A']);
  });

  it('are sent again when the shop has lost them', async () => {
    const bench = createBench(onTestFinished, { articles: [article('A')] });
    await bench.run(FLOWS);
    const emptied = createBench(onTestFinished);
    await bench.run({ ...FLOWS, shop: emptied.shop });
    expect(await emptied.reader.product('A')).toBeDefined();
  });

  it('that one end refuses are reported, and the run goes on', async () => {
    const data = {
      articles: [article('A'), article('bad'), article('C')],
      unreadable: [problem('not_a_number', { entity: 'product', line: 3, field: 'PV HT' })],
    };
    const bench = createBench(onTestFinished, data, (shop) => ({
      saveProduct(change, operation) {
        if (change.reference === 'bad') throw fail('remote_error', { value: 'no' });
        return shop.saveProduct(change, operation);
      },
    }));
    const report = await bench.run(FLOWS);
    expect(report.outcome).toBe('with_failures');
    expect(flowOf(report, 'products')).toMatchObject({ read: 4, sent: 2, failed: 2, unchanged: 0 });
    expect(flowOf(report, 'products').failures).toMatchObject([
      { reason: 'not_a_number', line: 3 },
      { reason: 'remote_error', entity: 'product', record: 'bad' },
    ]);
    await bench.run(FLOWS);
    expect(bench.calls).toEqual(['add_product bad']);
  });

  it('of one key that come twice are both sent, and then left alone', async () => {
    const twice = [article('A', { stock: decimal('1') }), article('A', { stock: decimal('2') })];
    const bench = createBench(onTestFinished, { articles: twice });
    await bench.run(FLOWS);
    expect((await bench.reader.product('A'))?.fields.stock).toBe('2');
    await bench.run(FLOWS);
    expect(bench.calls).toEqual([]);
  });
});

describe('a shop that cannot answer', () => {
  it('stops the run; the next one takes up the rest', async () => {
    let isDown = true;
    const articles = ['A', 'B', 'C'].map((name) => article(name));
    const bench = createBench(onTestFinished, { articles }, (shop) => ({
      async saveProduct(change, operation) {
        if (isDown && change.reference === 'B') throw fail('store_unavailable', { value: 'HTTP 503' });
        return shop.saveProduct(change, operation);
      },
    }));
    const report = await bench.run();
    expect(report).toMatchObject({ outcome: 'stopped', stop: { reason: 'store_unavailable' } });
    expect(report.flows.map(({ flow }) => flow)).toEqual(['products']);
    expect(flowOf(report, 'products')).toMatchObject({ read: 1, sent: 1 });
    isDown = false;
    await bench.run();
    expect(bench.calls).toEqual(['add_product B', 'add_product C']);
  });

  it('and whose reply to add_product was lost is asked before anything is added again', async () => {
    let isLost = true;
    const bench = createBench(onTestFinished, { articles: [article('A')] }, (shop) => ({
      async saveProduct(change, operation) {
        const saved = await shop.saveProduct(change, operation);
        if (isLost) throw fail('store_unavailable', { value: 'reset' });
        return saved;
      },
    }));
    expect((await bench.run(FLOWS)).outcome).toBe('stopped');
    isLost = false;
    await bench.run(FLOWS);
    expect(bench.calls).toEqual(['update_product A']);
  });
});

describe('gammes', () => {
  it('travel inside their parent', async () => {
    const bench = createBench(onTestFinished, { articles: [parent] });
    await bench.run(FLOWS);
    expect(bench.calls).toEqual(['add_product P']);
    expect(await bench.reader.product('V2')).toMatchObject({ parent: 'P', fields: { stock: '2' } });
    await bench.run(FLOWS);
    expect(bench.calls).toEqual([]);
  });

  it('have the rest of a variant’s own row after them, wherever it stands', async () => {
    const row = { ...article('V1', { ean13: '376', stock: decimal('8') }), parent: 'P' };
    const bench = createBench(onTestFinished, {
      articles: [row, parent],
      stock: [{ reference: 'V1', stock: decimal('6') }],
    });
    const report = flowOf(await bench.run(FLOWS), 'products');
    expect(bench.calls).toEqual(['add_product P', 'update_option V1']);
    expect(report).toMatchObject({ read: 2, sent: 2 });
    expect(await bench.reader.product('V1')).toMatchObject({
      kind: 'variant',
      parent: 'P',
      fields: { ean13: '376', stock: '6' },
    });
    await bench.run(FLOWS);
    expect(bench.calls).toEqual([]);
  });

  it('whose parent is refused do not become products', async () => {
    const row = { ...article('V1'), parent: 'P' };
    const bench = createBench(onTestFinished, { articles: [row, parent] }, () => ({
      saveProduct: async () => {
        throw fail('remote_error', { value: 'no' });
      },
    }));
    const report = flowOf(await bench.run(FLOWS), 'products');
    expect(bench.calls).toEqual(['add_product P']);
    expect(report).toMatchObject({ read: 2, failed: 1, skipped: 1 });
  });

  it('are articles of their own where the ERP or the edition has none, with one warning', async () => {
    const row = { reference: 'V1', parent: 'P', fields: { name: 'Petite' } };
    const other = { ...article('Q'), variants: [{ reference: 'V3', axes: [], fields: {} }] };
    const bench = createBench(onTestFinished, { articles: [parent, row, other] });
    const report = flowOf(await bench.run(CIEL), 'products');
    expect(bench.calls).toEqual([
      'add_product P',
      'add_product Q',
      'add_product V1',
      'add_product V2',
      'add_product V3',
    ]);
    expect(report).toMatchObject({ warningCount: 1, warnings: [{ reason: 'gammes_left_out', record: 'P' }] });
    expect(await bench.reader.product('V1')).toMatchObject({
      kind: 'product',
      fields: { name: 'Petite', stock: '1' },
    });
    expect(await bench.reader.product('V2')).toMatchObject({
      fields: { name: 'Article P M', netPrice: '10' },
    });
    await bench.run(CIEL);
    expect(bench.calls).toEqual([]);
    await bench.run({ ...FLOWS, edition: { ...EDITION, gammes: false } });
    expect(bench.calls).toEqual([]);
  });

  it('that the shop lists as options are updated as such', async () => {
    const bench = createBench(onTestFinished, { articles: [{ ...article('V1'), parent: 'P' }] });
    await bench.shop.saveProduct(parent, 'add_product');
    await bench.run(CIEL);
    expect(bench.calls).toEqual(['update_option V1']);
    expect(await bench.reader.product('V1')).toMatchObject({ kind: 'variant', parent: 'P' });
  });
});

describe('a stock level', () => {
  it('wins over the article’s own, and of an unknown article updates what the shop lists', async () => {
    const bench = createBench(onTestFinished, {
      articles: [article('A', { stock: decimal('1') })],
      stock: ['A', 'OLD', 'NOWHERE'].map((reference) => ({ reference, stock: decimal('-2.5') })),
    });
    await bench.shop.saveProduct(article('OLD', { name: 'Ancien' }), 'add_product');
    const report = flowOf(await bench.run(FLOWS), 'products');
    expect(report).toMatchObject({ read: 3, sent: 2, skipped: 1 });
    expect((await bench.reader.product('A'))?.fields.stock).toBe('-2.5');
    expect((await bench.reader.product('OLD'))?.fields).toMatchObject({ name: 'Ancien', stock: '-2.5' });
    await bench.run(FLOWS);
    expect(bench.calls).toEqual([]);
  });
});

it('takes a quantity that is kept apart for each row of a reference', async () => {
  const bench = createBench(onTestFinished, {
    articles: [article('A', { stock: decimal('1') }), article('A', { stock: decimal('5') })],
    stock: [{ reference: 'A', stock: decimal('77') }],
  });
  await bench.run(FLOWS);
  expect((await bench.reader.product('A'))?.fields.stock).toBe('77');
});
