import { describe, expect, it } from 'vitest';
import { collect } from './contract/expect.ts';
import { order } from './contract/samples.ts';
import { backofficeContract, type ContractSubject, shopContract } from './contract.ts';
import { createMemoryShop } from './memory-shop.ts';

async function open(): Promise<ContractSubject> {
  let time = Date.UTC(2026, 0, 1);
  const { shop, reader, seed } = createMemoryShop({ now: () => new Date(time) });
  return {
    shop,
    reader,
    seed,
    offerOrderAgain: seed.offerOrderAgain,
    passTime: (seconds) => {
      time += seconds * 1000;
    },
    close: () => shop.close(),
  };
}

shopContract('memory shop', open);

backofficeContract('memory shop', async (settings) => {
  const { shop, seed: _, ...parts } = createMemoryShop(settings);
  return { shop, ...parts, close: () => shop.close() };
});

describe('the memory shop', () => {
  it('offers an order again in the last state that was importable', async () => {
    const { shop, reader, seed } = createMemoryShop({ importableStates: ['2'] });
    await seed.order(order('1', { state: '2' }));
    await shop.confirmOrder('1', '5');
    await seed.offerOrderAgain('1');
    expect(await collect(shop.listOrders({}))).toEqual([{ id: '1', state: '2' }]);
    const record = await reader.order('1');
    expect(record?.history.map(({ state }) => state)).toEqual(['2', '5', '2']);
  });

  it('lists only importable states without a filter', async () => {
    const { shop, seed } = createMemoryShop({ importableStates: ['2'] });
    await seed.order(order('1', { state: '1' }));
    expect(await collect(shop.listOrders({}))).toEqual([]);
    expect(await collect(shop.listOrders({ states: ['1'] }))).toEqual([{ id: '1', state: '1' }]);
  });
});
