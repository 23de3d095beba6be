import { beforeEach, describe, expect, test } from 'vitest';
import type { ShopReader } from '../../../src/shop/reader.ts';
import { order } from '../../../src/testing/contract/samples.ts';
import { createMemoryShop, type MemoryShop } from '../../../src/testing/memory-shop.ts';
import { check } from './check.ts';
import { customerChanges, customersThing } from './customers.ts';
import { contentChange, contentThing, fileChange, fileThing } from './documents.ts';
import { type Ledger, sentTo } from './ledger.ts';
import { confirmationThing, FINAL_STATE, parcelThing } from './orders.ts';
import { ruleChanges, rulesThing } from './price-rules.ts';
import { markThing, productChange, productThing } from './products.ts';

const THINGS = [
  productThing('P1', 3),
  markThing('P1', 3, 2),
  customersThing(3),
  rulesThing(3),
  contentThing('FA1'),
  fileThing('FA1'),
  confirmationThing('O1'),
  parcelThing('O1', 'T1'),
];

let memory: MemoryShop;
let ledger: Ledger;

/** Two clients write everything that is not written once, with this number. */
async function writeAll(number: number): Promise<void> {
  const { shop } = memory;
  for (const client of [2, 3]) {
    await shop.saveProduct(productChange('P1', client, number), 'add_product');
    await shop.saveCustomers(batch(customerChanges(client, number)));
    await shop.savePriceRules(batch({ rules: ruleChanges(client, number), keep: [] }), 'merge');
    for (const thing of [productThing('P1', client), customersThing(client), rulesThing(client)]) {
      Object.assign(sentTo(ledger, thing), { acknowledged: number, last: number });
    }
    Object.assign(sentTo(ledger, markThing('P1', client, number)), { acknowledged: 1, last: 1 });
  }
  await shop.saveSalesDocument(contentChange('FA1', number));
  await shop.saveSalesDocument(fileChange('FA1', number));
  for (const thing of [contentThing('FA1'), fileThing('FA1')]) {
    Object.assign(sentTo(ledger, thing), { acknowledged: number, last: number });
  }
}

async function* batch<Batch>(one: Batch) {
  yield one;
}

beforeEach(async () => {
  memory = createMemoryShop();
  ledger = new Map();
  for (const id of ['O1', 'O2']) await memory.seed.order(order(id));
  await writeAll(2);
  await memory.shop.confirmOrder('O1', FINAL_STATE);
  await memory.shop.saveTracking('O1', 'T1');
  for (const thing of [confirmationThing('O1'), parcelThing('O1', 'T1')]) {
    Object.assign(sentTo(ledger, thing), { acknowledged: 1, last: 1 });
  }
});

const checked = (changes: Partial<ShopReader> = {}) => check(ledger, { ...memory.reader, ...changes });

test('a shop that kept all that it acknowledged passes', async () => {
  expect(await checked()).toEqual([]);
});

describe.each(THINGS)('%s', (thing) => {
  test('that holds less than was acknowledged is lost', async () => {
    sentTo(ledger, thing).acknowledged += 1;
    sentTo(ledger, thing).last += 1;
    expect(await checked()).toEqual([expect.stringContaining(`lost, ${thing}: `)]);
  });

  test('may hold more than was acknowledged, but nothing that was never sent', async () => {
    sentTo(ledger, thing).acknowledged -= 1;
    expect(await checked()).toEqual([]);
    sentTo(ledger, thing).last -= 1;
    expect(await checked()).toEqual([expect.stringContaining(`never sent, ${thing}: `)]);
    ledger.delete(thing);
    expect(await checked()).toEqual([expect.stringContaining(`never sent, ${thing}: `)]);
  });
});

test('an acknowledged write that another one was written over is missed', async () => {
  Object.assign(sentTo(ledger, markThing('P1', 3, 1)), { acknowledged: 1, last: 1 });
  expect(await checked()).toEqual([expect.stringContaining('lost, mark of write 1 to P1 of client 3')]);
});

describe('what is only half there is told', () => {
  const bounds = (thing: string) => Object.assign(sentTo(ledger, thing), { last: 3 });

  test('of a product: one of its places', async () => {
    bounds(productThing('P1', 3));
    sentTo(ledger, markThing('P1', 3, 3)).last = 1;
    const { variants: _, ...change } = productChange('P1', 3, 3);
    await memory.shop.saveProduct(change, 'update_product');
    expect(await checked()).toEqual([expect.stringContaining('half written, P1 of client 3: 3 3 3 3 2')]);
  });

  test('of customers: one of the message', async () => {
    bounds(customersThing(3));
    await memory.shop.saveCustomers(batch(customerChanges(3, 3).slice(0, 1)));
    expect(await checked()).toEqual([
      expect.stringContaining('half written, customers of client 3: 3 3 2 2'),
    ]);
  });

  test('of price rules: one of the message', async () => {
    bounds(rulesThing(3));
    await memory.shop.savePriceRules(batch({ rules: ruleChanges(3, 3).slice(0, 1), keep: [] }), 'merge');
    expect(await checked()).toEqual([expect.stringContaining('half written, rules of client 3: 3 2 2')]);
  });

  test('of a document: its row without its file', async () => {
    expect(await checked({ blob: async () => undefined })).toEqual([
      expect.stringContaining('half written, file of document FA1: 2 0'),
    ]);
  });

  test('of a confirmation: a second entry in the history', async () => {
    const [stored] = (await Array.fromAsync(memory.reader.orders())).flat();
    if (!stored) throw new Error('no order');
    const twice = { ...stored, history: [...stored.history, ...stored.history.slice(-1)] };
    expect(await checked({ orders: () => batch([twice]) })).toEqual([
      expect.stringContaining('half written, confirmation of order O1: 1 1 2'),
    ]);
  });
});

describe('what is there twice is told', () => {
  /** Everything again, as if nothing were unique. */
  const twice = <Item>(read: () => AsyncIterable<readonly Item[]>) =>
    async function* () {
      yield* read();
      yield* read();
    };

  test.each([
    ['product', { products: () => twice(memory.reader.products)() }, 'twice: product P1'],
    ['variant', { products: () => twice(memory.reader.products)() }, 'twice: product P1-3'],
    ['customer', { customers: () => twice(memory.reader.customers)() }, 'twice: customer CLI7'],
    ['rule', { priceRules: () => twice(memory.reader.priceRules)() }, 'twice: rule of 3 P7'],
    ['order', { orders: () => twice(memory.reader.orders)() }, 'twice: order O2'],
    ['document', { salesDocuments: () => twice(memory.reader.salesDocuments)() }, 'twice: document FA1'],
  ] as const)('%s', async (_, changes, sentence) => {
    expect(await checked(changes)).toContain(sentence);
  });

  test('parcel', async () => {
    const [stored] = (await Array.fromAsync(memory.reader.orders())).flat();
    if (!stored) throw new Error('no order');
    const orders = () => batch([{ ...stored, trackingNumbers: ['T1', 'T1'] }]);
    expect(await checked({ orders })).toEqual([
      expect.stringContaining('never sent, parcel T1 of order O1: 2'),
    ]);
  });
});
