import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fail } from '../../domain/error.ts';
import { decimal, moment, order, shopCustomer } from '../../testing/contract/samples.ts';
import type { ErpDocument } from '../erp-source.ts';
import { article, type Bench, createBench, EDITION, flowOf, rule } from '../testing/fixtures.ts';
import type { MemoryErp } from '../testing/memory-source.ts';
import type { FlowReport } from './report.ts';

const NOW = new Date('2026-03-22T10:00:00Z');

interface CountedPiece extends ErpDocument {
  loads: number;
}

function piece(number: string, date: string, version = '1'): CountedPiece {
  const { id: _, reference: __, state: ___, excluded: ____, ...content } = order('1');
  const document: CountedPiece = {
    number,
    type: 'invoice',
    date: moment(date),
    version,
    loads: 0,
    async load() {
      document.loads += 1;
      return { number, type: 'invoice', content, email: 'lee@bagues.fr' };
    },
  };
  return document;
}

const FULL: Partial<MemoryErp> = {
  articles: [article('A'), article('B')],
  stock: [{ reference: 'A', stock: decimal('3') }],
  customers: [{ code: 'C1', fields: { name: 'Bagues' } }],
  priceRules: [rule('A'), rule('B')],
  shipments: [{ orderId: '1', trackingNumber: '6A1' }],
};

async function fullBench(): Promise<Bench> {
  const bench = createBench(onTestFinished, {
    ...FULL,
    salesDocuments: [piece('FA1', '2026-03-20 08:00:00')],
  });
  await bench.seed.order(order('1'));
  await bench.seed.customer(shopCustomer('7'));
  return bench;
}

const sums = ({ read, sent, unchanged, skipped, failed, operations }: FlowReport) => ({
  read,
  whole: sent + unchanged + skipped + failed,
  sent,
  called: Object.values(operations).reduce((sum, count) => sum + count, 0),
});

describe('a run', () => {
  it('goes through all flows in their order, and a second one sends nothing', async () => {
    const bench = await fullBench();
    const report = await bench.run({ now: () => NOW });
    expect(report).toMatchObject({ outcome: 'complete', dryRun: false, startedAt: NOW.toISOString() });
    expect(report.flows.map(({ flow, read, sent }) => [flow, read, sent])).toEqual([
      ['products', 2, 2],
      ['customers', 1, 1],
      ['price-rules', 2, 2],
      ['shop-customers', 2, 2],
      ['orders', 1, 1],
      ['tracking', 1, 1],
      ['documents', 1, 1],
    ]);
    for (const flow of report.flows) {
      const { read, whole, sent, called } = sums(flow);
      expect([whole, called], flow.flow).toEqual([read, sent]);
    }
    const second = await bench.run({ now: () => NOW });
    expect(second.flows.map(({ sent }) => sent)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(bench.calls).toEqual([]);
  });

  it('has the flows of its edition and source, and of those the wanted ones', async () => {
    const bench = createBench(onTestFinished);
    const standard = {
      ...EDITION,
      customers: false,
      priceRules: false,
      tracking: false,
      salesDocuments: false,
    };
    const { importCustomers: _, ...source } = bench.source;
    const flows = async (options: Parameters<Bench['run']>[0]) =>
      (await bench.run(options)).flows.map(({ flow }) => flow);
    expect(await flows({ edition: standard, source })).toEqual(['products', 'orders']);
    expect(await flows({ flows: ['documents', 'products'] })).toEqual(['products', 'documents']);
    expect(await flows({ flows: ['documents'], edition: standard })).toEqual([]);
  });

  it('goes on with the other flows when the shop refuses a list', async () => {
    const bench = createBench(onTestFinished, FULL, () => ({
      // biome-ignore lint/correctness/useYield: a list that fails before its first batch.
      async *listOptions() {
        throw fail('remote_error', { value: 'resource unknown' });
      },
    }));
    const report = await bench.run();
    expect(report.outcome).toBe('with_failures');
    expect(flowOf(report, 'products')).toMatchObject({ read: 1, failed: 1 });
    expect(flowOf(report, 'customers').sent).toBe(1);
  });

  it('tells what happens', async () => {
    const bench = await fullBench();
    const told: string[] = [];
    await bench.run({
      flows: ['products', 'orders'],
      events: {
        flowStarted: (flow) => told.push(`start ${flow}`),
        progress: (flow, done, total) => told.push(`${flow} ${done}/${total}`),
        step: ({ flow, operation, record }) => told.push(`${flow}: ${operation} ${record}`),
        flowEnded: (flow) => told.push(`end ${flow}`),
      },
    });
    expect(told).toEqual([
      'start products',
      'products: add_product A',
      'products 1/undefined',
      'products: add_product B',
      'products 2/undefined',
      'end products',
      'start orders',
      'orders 0/1',
      'orders: import_order 1',
      'orders 1/1',
      'end orders',
    ]);
  });

  it('ends after the record under way when it is told to', async () => {
    const ending = new AbortController();
    const bench = createBench(onTestFinished, FULL, (shop) => ({
      saveProduct(change, operation) {
        ending.abort();
        return shop.saveProduct(change, operation);
      },
    }));
    const report = await bench.run({ signal: ending.signal });
    expect(report).toMatchObject({ outcome: 'stopped', stop: { reason: 'run_interrupted' } });
    expect(bench.calls).toEqual(['add_product A']);
    await bench.run();
    expect(bench.calls.slice(0, 2)).toEqual(['add_product B', 'add_customer']);
  });

  it('is the only one in its folder', async () => {
    const bench = createBench(onTestFinished, FULL);
    const first = bench.run();
    await expect(bench.run()).rejects.toMatchObject({ problem: { reason: 'run_under_way' } });
    await first;
    await bench.run();
  });

  it('sends everything again, once, when the state is damaged, and says so', async () => {
    const bench = await fullBench();
    await bench.run({ now: () => NOW });
    writeFileSync(join(bench.stateFolder, 'sync.sqlite'), 'x'.repeat(10_000));
    const report = await bench.run({ now: () => NOW });
    expect(report.flows[0]?.warnings).toMatchObject([{ reason: 'state_rebuilt' }]);
    expect(bench.calls.slice(0, 2)).toEqual(['update_product A', 'update_product B']);
    expect(bench.pieces).toHaveLength(1);
    expect((await bench.run({ now: () => NOW })).flows.map(({ sent }) => sent)).toEqual([
      0, 0, 0, 0, 0, 0, 0,
    ]);
  });
});

describe('a dry run', () => {
  it('tells every step and writes nothing on either side', async () => {
    const bench = await fullBench();
    const report = await bench.run({ dryRun: true, now: () => NOW });
    expect(report).toMatchObject({ dryRun: true, outcome: 'complete' });
    expect(bench.steps()).toEqual([
      'add_product A',
      'add_product B',
      'add_customer C1',
      'add_grilles TF1/A',
      'add_grilles TF1/B',
      'import_customers 7',
      'import_order 1',
      'add_tracking 1',
      'add_order FA1',
    ]);
    expect(bench.calls).toEqual([]);
    expect(bench.pieces).toEqual([]);
    expect(bench.shopCustomers.size).toBe(0);
    expect((await bench.reader.order('1'))?.readAt).toBeUndefined();
    expect(existsSync(bench.stateFolder)).toBe(false);
  });

  it('after a run tells what has changed since, and changes no state', async () => {
    const bench = await fullBench();
    await bench.run({ now: () => NOW });
    const files = readdirSync(bench.stateFolder);
    bench.erp.articles = [article('A'), article('B', { active: false })];
    for (const _ of [1, 2]) {
      await bench.run({ dryRun: true, now: () => NOW });
      expect(bench.steps()).toEqual(['update_product B']);
    }
    expect(readdirSync(bench.stateFolder)).toEqual(files);
    await bench.run({ now: () => NOW });
    expect(bench.calls).toEqual(['update_product B']);
  });
});

describe('shop customers', () => {
  it('are asked for since the last run without a failure', async () => {
    const asked: (string | undefined)[] = [];
    const bench = createBench(onTestFinished, {}, (shop) => ({
      listCustomers(since) {
        asked.push(since);
        return shop.listCustomers(since);
      },
    }));
    await bench.seed.customer(shopCustomer('7'));
    const run = (hour: number) =>
      bench.run({ flows: ['shop-customers'], now: () => new Date(Date.UTC(2026, 2, 22, hour)) });
    const importCustomers = async () => {
      throw fail('field_missing', { field: 'email' });
    };
    await bench.run({ flows: ['shop-customers'], source: { ...bench.source, importCustomers } });
    await run(10);
    await run(12);
    await run(14);
    // An hour before the last run, on the shop's clock.
    expect(asked).toEqual([undefined, undefined, '2026-03-22 10:00:00', '2026-03-22 12:00:00']);
    expect([...bench.shopCustomers.keys()]).toEqual(['7']);
  });
});

describe('documents', () => {
  const DOCUMENTS = { flows: ['documents'], now: () => NOW } as const;

  it('are sent once per version, loaded only then, and not when they are old', async () => {
    const recent = piece('FA2', '2026-03-08 10:00:00');
    const old = piece('FA1', '2026-03-06 10:00:00');
    const bench = createBench(onTestFinished, { salesDocuments: [old, recent] });
    expect(flowOf(await bench.run(DOCUMENTS), 'documents')).toMatchObject({ read: 2, sent: 1, skipped: 1 });
    await bench.run(DOCUMENTS);
    expect(bench.calls).toEqual([]);
    expect([old.loads, recent.loads]).toEqual([0, 1]);
    bench.erp.salesDocuments = [old, piece('FA2', '2026-03-08 10:00:00', '2')];
    await bench.run(DOCUMENTS);
    expect(bench.calls).toEqual(['add_order FA2']);
    await bench.run({ ...DOCUMENTS, documentDays: 30 });
    expect(bench.calls).toEqual(['add_order FA1']);
  });

  it('that are refused come again', async () => {
    let refuses = true;
    const bench = createBench(
      onTestFinished,
      { salesDocuments: [piece('FA2', '2026-03-20 10:00:00')] },
      (shop) => ({
        async saveSalesDocument(change) {
          if (refuses) throw fail('remote_error', { value: 'no' });
          return shop.saveSalesDocument(change);
        },
      }),
    );
    expect(flowOf(await bench.run(DOCUMENTS), 'documents')).toMatchObject({ failed: 1 });
    refuses = false;
    expect(flowOf(await bench.run(DOCUMENTS), 'documents')).toMatchObject({ sent: 1 });
  });
});
