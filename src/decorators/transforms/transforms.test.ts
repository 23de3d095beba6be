import { describe, expect, it } from 'vitest';
import type { PriceRuleChange } from '../../domain/price-rule.ts';
import { decorate } from '../../shop/decorate.ts';
import type { PriceRuleBatch } from '../../shop/shop.ts';
import { createBulkTally } from '../../shop/tally.ts';
import { decimal, everyPart, order, priceRule, shopCustomer } from '../../testing/contract/samples.ts';
import { decoratorContract } from '../../testing/contract.ts';
import { createMemoryShop } from '../../testing/memory-shop.ts';
import { namedHooks, type Transforms } from './define-transforms.ts';
import { MOMENT_NAMES } from './moments.ts';
import { createStates, type StateTable } from './states.ts';
import { withTransforms } from './transforms.ts';
import { drop, refuse } from './verdict.ts';

const transformed = (
  inner: Parameters<typeof withTransforms>[0],
  transforms: Transforms,
  { orderStates, timeoutMs = 1000 }: { orderStates?: StateTable; timeoutMs?: number } = {},
) =>
  withTransforms(inner, {
    shop: 'shop',
    hooks: namedHooks(transforms, 't.ts'),
    timeoutMs,
    ...(orderStates && { states: createStates(orderStates) }),
  });

const memory = (transforms: Transforms, options: Parameters<typeof transformed>[2] = {}) => {
  const inner = createMemoryShop();
  return { ...inner, shop: transformed(inner.shop, transforms, options) };
};

/** A hook of every moment, each of which gives another record with the same in it. */
const COPIES: Transforms = Object.fromEntries(
  MOMENT_NAMES.map((moment) => [moment, [(value: object) => ({ ...value }), async () => undefined]]),
);

decoratorContract('a shop without hooks', (inner) => transformed(inner, {}));
decoratorContract('a shop with hooks', (inner) => transformed(inner, COPIES));

async function* batches<Batch>(...given: readonly Batch[]): AsyncGenerator<Batch> {
  yield* given;
}

const rules = (...given: readonly PriceRuleChange[]): AsyncGenerator<PriceRuleBatch> =>
  batches({ rules: given, keep: [] });

describe('a shop with transformations', () => {
  it('is the shop itself where there is no hook', () => {
    const { shop } = createMemoryShop();
    expect(transformed(shop, {})).toBe(shop);
    expect(transformed(shop, { beforeProduct: [] })).toBe(shop);
  });

  it('saves what a hook gives', async () => {
    const { shop, reader } = memory({
      beforeProduct: (change, { message }) => ({ ...change, customFields: { xx_by: message ?? '' } }),
    });
    await shop.saveProduct(everyPart('A'), 'add_product');
    expect((await reader.product('A'))?.customFields).toEqual({ xx_by: 'add_product' });
  });

  it('leaves what is imported as it is', async () => {
    const { shop, reader } = memory({
      beforeProduct: () => drop('no'),
      beforeCustomer: () => drop('no'),
      beforePriceRule: () => drop('no'),
      beforeSalesDocument: () => drop('no'),
    });
    const origin = { by: 'import' } as const;
    await shop.saveProduct(everyPart('A'), 'add_product', origin);
    expect(await shop.saveCustomers(batches([{ code: 'C', fields: {} }]), origin)).toMatchObject({
      created: 1,
    });
    expect(await shop.savePriceRules(rules(priceRule()), 'merge', origin)).toMatchObject({ created: 1 });
    await shop.saveSalesDocument({ number: 'FA1', type: 'invoice' }, origin);
    expect(await reader.product('A')).toBeDefined();
  });

  it('answers that it has saved what it drops, and says so', async () => {
    const { shop, reader } = memory({
      beforeProduct: () => drop('not ours'),
      beforeSalesDocument: () => drop('nor this'),
    });
    expect(await shop.saveProduct(everyPart('A'), 'add_product')).toMatchObject({
      outcome: 'unchanged',
      warnings: [{ reason: 'hook_dropped', record: 'A', expected: 'not ours' }],
    });
    expect(await shop.saveSalesDocument({ number: 'FA1', type: 'invoice' })).toMatchObject({
      warnings: [{ reason: 'hook_dropped', record: 'FA1', expected: 'nor this' }],
    });
    expect(await reader.product('A')).toBeUndefined();
  });

  it('refuses and changes nothing', async () => {
    const { shop, reader } = memory({ beforeProduct: () => refuse('never') });
    await expect(shop.saveProduct(everyPart('A'), 'add_product')).rejects.toMatchObject({
      problem: { reason: 'hook_refused', expected: 'never' },
    });
    expect(await reader.product('A')).toBeUndefined();
  });

  it('refuses and drops single records of a bulk message', async () => {
    const { shop } = memory({
      beforeCustomer: ({ code }) =>
        code === 'C2' ? drop('old') : code === 'C3' ? refuse('who?') : undefined,
    });
    const customers = ['C1', 'C2', 'C3', 'C4'].map((code) => ({ code, fields: {} }));
    expect(await shop.saveCustomers(batches(customers))).toMatchObject({
      created: 2,
      refusedCount: 1,
      refused: [{ reason: 'hook_refused', record: 'C3' }],
      warningCount: 1,
      warnings: [{ reason: 'hook_dropped', record: 'C2' }],
    });
  });

  it('keeps, in a full list, what a hook refuses; what it drops is as if it had not come', async () => {
    let verdict: 'pass' | 'refuse' | 'drop' = 'pass';
    const { shop, reader } = memory({
      beforePriceRule: (rule) => {
        const prefixed = { ...rule, reference: `FR-${rule.reference}` };
        if (rule.reference !== 'B' || verdict === 'pass') return prefixed;
        return verdict === 'drop' ? drop('no') : refuse('no');
      },
    });
    const list = () => rules(priceRule({ reference: 'A' }), priceRule({ reference: 'B' }));
    await shop.savePriceRules(list(), 'full');
    verdict = 'refuse';
    expect(await shop.savePriceRules(list(), 'full')).toMatchObject({ retired: 0, refusedCount: 1 });
    verdict = 'drop';
    expect(await shop.savePriceRules(list(), 'full')).toMatchObject({
      retired: 1,
      warnings: expect.arrayContaining([expect.objectContaining({ reason: 'hook_dropped' })]),
    });
    const stored = (await Array.fromAsync(reader.priceRules())).flat();
    expect(stored.map(({ reference }) => reference).sort()).toEqual(['FR-A', 'FR-B']);
  });

  it('gives a message up once a hundred of its records took too long', async () => {
    let asked = 0;
    const { shop } = memory(
      {
        beforeCustomer: () => {
          asked += 1;
          return new Promise(() => {});
        },
      },
      { timeoutMs: 5 },
    );
    async function* many() {
      for (let batch = 0; batch < 1000; batch += 1)
        yield Array.from({ length: 50 }, (_, index) => ({ code: `${batch}-${index}`, fields: {} }));
    }
    await expect(shop.saveCustomers(many())).rejects.toMatchObject({ problem: { reason: 'hook_slow' } });
    expect(asked).toBe(100);
  });
});

it('takes a bulk message batch by batch, as far as the shop asks for it', async () => {
  const inner = createMemoryShop();
  let sent = 0;
  async function* many(): AsyncGenerator<PriceRuleBatch> {
    for (let batch = 0; batch < 100; batch += 1) {
      sent += 1;
      yield { rules: [priceRule({ reference: `P${batch}` })], keep: [] };
    }
  }
  const ahead: number[] = [];
  const counting = decorate(inner.shop, {
    async savePriceRules(batches) {
      let taken = 0;
      for await (const _ of batches) {
        taken += 1;
        ahead.push(sent - taken);
      }
      return createBulkTally().result();
    },
  });
  const shop = transformed(counting, { beforePriceRule: [(rule) => ({ ...rule }), async () => undefined] });
  await shop.savePriceRules(many(), 'merge');
  expect(ahead).toEqual(Array(100).fill(0));
});

describe('orders with transformations', () => {
  const shopWith = async (transforms: Transforms, options: Parameters<typeof memory>[1] = {}) => {
    const opened = memory(transforms, options);
    for (const [id, state] of [
      ['1', 'paid'],
      ['2', 'paid'],
      ['3', 'sent'],
    ] as const)
      await opened.shopSide.placeOrder(order(id, { state }));
    await opened.shopSide.saveShopCustomer(shopCustomer('7'));
    return opened;
  };

  it('are left out of the list, and then cannot be read; the list tells why', async () => {
    const { shop } = await shopWith({
      afterListedOrder: ({ id }) => (id === '2' ? drop('at the counter') : undefined),
    });
    const listing = shop.listOrders({});
    expect((await Array.fromAsync(listing)).flat().map(({ id }) => id)).toEqual(['1', '3']);
    expect(listing.leftOut).toMatchObject({
      count: 1,
      kept: [{ reason: 'hook_dropped', record: '2', expected: 'at the counter' }],
    });
    await expect(shop.readOrder('2')).rejects.toMatchObject({
      problem: { reason: 'hook_excluded', record: '2', expected: 'at the counter' },
    });
    expect((await shop.readOrder('1')).id).toBe('1');
  });

  it('that are dropped when they are read are handed over as ones to skip', async () => {
    const { shop, reader } = await shopWith({
      afterOrder: (read) => (read.carrier === 'Colissimo' ? drop('by ourselves') : undefined),
    });
    expect(await shop.readOrder('1')).toMatchObject({
      excluded: true,
      warnings: [{ reason: 'hook_dropped', expected: 'by ourselves' }],
    });
    expect((await reader.order('1'))?.excluded).toBeUndefined();
  });

  it('that a hook fails on are left out of the list, refused when read', async () => {
    const { shop } = await shopWith({
      afterListedOrder: ({ id }) => {
        if (id === '1') throw new Error('oops');
      },
      afterOrder: () => refuse('not yet', 'carrier'),
    });
    const listing = shop.listOrders({});
    expect((await Array.fromAsync(listing)).flat()).toHaveLength(2);
    expect(listing.leftOut).toMatchObject({
      count: 1,
      kept: [{ reason: 'hook_failed', expected: 'Error: oops' }],
    });
    await expect(shop.readOrder('2')).rejects.toMatchObject({ problem: { reason: 'hook_refused_field' } });
  });

  it('have the ERP’s names of their states: in lists, filters, confirmations', async () => {
    const { shop, reader } = await shopWith(
      { afterListedOrder: ({ state }) => (['paid', 'sent'].includes(state) ? undefined : drop('not ours')) },
      { orderStates: { paid: '2', authorised: '2', sent: '4' } },
    );
    const states = async (query: { states?: readonly string[] }) =>
      (await Array.fromAsync(shop.listOrders(query))).flat().map(({ id, state }) => `${id}:${state}`);
    expect(await states({})).toEqual(['1:2', '2:2', '3:4']);
    expect(await states({ states: ['2'] })).toEqual(['1:2', '2:2']);
    expect(await states({ states: ['paid'] })).toEqual([]);
    expect((await shop.readOrder('1')).state).toBe('2');
    expect(await shop.confirmOrder('1', '4')).toEqual({ id: '1', state: '4' });
    expect((await reader.order('1'))?.state).toBe('sent');
  });

  it('and customers are changed on their way, one by one', async () => {
    const { shop } = await shopWith({
      afterCustomer: (customer) => ({ ...customer, lastName: customer.lastName.toUpperCase() }),
      afterOrder: (read) => ({
        ...read,
        lines: read.lines.map((line) => ({ ...line, quantity: decimal('3') })),
      }),
    });
    expect((await Array.fromAsync(shop.listCustomers())).flat()[0]?.lastName).toBe('LEE');
    expect((await shop.readOrder('1')).lines[0]?.quantity).toBe('3');
  });
});
