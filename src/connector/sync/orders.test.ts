import { rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fail } from '../../domain/error.ts';
import { order } from '../../testing/contract/samples.ts';
import { createBench, EDITION, flowOf } from '../testing/fixtures.ts';

const ORDERS = { flows: ['orders'] } as const;

describe('orders', () => {
  it('become one piece each, and are confirmed', async () => {
    const bench = createBench(onTestFinished);
    for (const id of ['1', '2']) await bench.seed.order(order(id));
    const report = flowOf(await bench.run({ ...ORDERS, finalState: 'done' }), 'orders');
    expect(report).toMatchObject({ read: 2, sent: 2, operations: { import_order: 2 } });
    expect(bench.calls).toEqual(['orders 1', 'set_order_exported 1', 'orders 2', 'set_order_exported 2']);
    expect(bench.pieces.map(({ id }) => id)).toEqual(['1', '2']);
    expect(await bench.reader.order('2')).toMatchObject({ state: 'done', confirmedAt: expect.any(String) });
    expect(flowOf(await bench.run(ORDERS), 'orders').read).toBe(0);
  });

  it('that a filter lists though they are confirmed are left alone', async () => {
    const bench = createBench(onTestFinished);
    await bench.seed.order(order('1'));
    const filtered = { ...ORDERS, orderStates: ['2'] };
    await bench.run(filtered);
    expect(flowOf(await bench.run(filtered), 'orders')).toMatchObject({ read: 1, unchanged: 1 });
    expect(bench.calls).toEqual([]);
  });

  it('that the ERP has are only confirmed, when the state is lost', async () => {
    const bench = createBench(onTestFinished);
    await bench.seed.order(order('1'));
    const filtered = { ...ORDERS, orderStates: ['2'] };
    await bench.run(filtered);
    rmSync(bench.stateFolder, { recursive: true });
    const report = flowOf(await bench.run(filtered), 'orders');
    expect(report.operations).toEqual({ set_order_exported: 1 });
    expect(bench.calls).toEqual(['set_order_exported 1']);
    expect(bench.pieces).toHaveLength(1);
  });

  it('marked no_import are skipped, and so never confirmed', async () => {
    const bench = createBench(onTestFinished);
    await bench.seed.order(order('1', { excluded: true }));
    expect(flowOf(await bench.run(ORDERS), 'orders')).toMatchObject({ read: 1, skipped: 1 });
    expect([bench.calls, bench.pieces]).toEqual([['orders 1'], []]);
  });

  it('come with the state of the list where the order itself has none, and as the edition has them', async () => {
    const bench = createBench(onTestFinished, {}, (shop) => ({
      async readOrder(...order) {
        const { state: _, ...read } = await shop.readOrder(...order);
        return read;
      },
    }));
    await bench.seed.order(order('1'));
    await bench.run({ ...ORDERS, edition: { ...EDITION, orderCurrencyAndType: false } });
    expect(bench.pieces[0]?.state).toBe('2');
    expect(bench.pieces[0]).not.toHaveProperty('currency');
  });

  it('that one end refuses are reported, and not confirmed', async () => {
    const bench = createBench(onTestFinished);
    for (const id of ['1', '2']) await bench.seed.order(order(id));
    const source = {
      ...bench.source,
      importOrder: async (one: ReturnType<typeof order>) => {
        if (one.id === '1') throw fail('field_missing', { field: 'client' });
        return bench.source.importOrder(one);
      },
    };
    const report = flowOf(await bench.run({ ...ORDERS, source }), 'orders');
    expect(report).toMatchObject({ sent: 1, failed: 1, failures: [{ entity: 'order', record: '1' }] });
    expect((await bench.reader.order('1'))?.confirmedAt).toBeUndefined();
  });

  it('stay unconfirmed when the ERP’s side fails, and the run stops', async () => {
    const bench = createBench(onTestFinished);
    await bench.seed.order(order('1'));
    const importOrder = async () => {
      throw fail('source_unavailable', { value: 'disk full' });
    };
    const report = await bench.run({ source: { ...bench.source, importOrder } });
    expect(report).toMatchObject({ outcome: 'stopped', stop: { reason: 'source_unavailable' } });
    expect(report.flows.at(-1)?.flow).toBe('orders');
    expect((await bench.reader.order('1'))?.confirmedAt).toBeUndefined();
  });
});
