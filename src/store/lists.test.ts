import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import type { Backoffice } from '../shop/backoffice.ts';
import type { Exchange } from '../shop/journal.ts';
import type { Shop } from '../shop/shop.ts';
import type { Delivery, NewWebhook } from '../shop/webhooks.ts';
import { message } from '../testing/contract/expect.ts';
import { decimal, moment, order, priceRule, shopCustomer } from '../testing/contract/samples.ts';
import { openStore, type Store } from './open.ts';

/** A port's operations that give a list. */
type ListOf<Port> = {
  [Name in keyof Port]: Port[Name] extends (...asked: never[]) => AsyncIterable<unknown> ? Name : never;
}[keyof Port];
type List = (store: Store) => AsyncIterable<unknown>;

/** A list that is forgotten here is a type error. */
const LISTS: Readonly<Record<ListOf<Shop> | ListOf<Backoffice>, readonly List[]>> = {
  listProducts: [({ shop }) => shop.listProducts({ start: 0 })],
  listOptions: [({ shop }) => shop.listOptions({ start: 0 })],
  listOrders: [
    ({ shop }) => shop.listOrders({}),
    ({ shop }) => shop.listOrders({ states: ['2'] }),
    ({ shop }) => shop.listOrders({ states: ['2', '5'] }),
  ],
  listCustomers: [
    ({ shop }) => shop.listCustomers(),
    ({ shop }) => shop.listCustomers(moment('2000-01-01 00:00:00')),
  ],
  products: [({ backoffice }) => backoffice.products()],
  customers: [({ backoffice }) => backoffice.customers()],
  orders: [({ backoffice }) => backoffice.orders()],
  priceRules: [({ backoffice }) => backoffice.priceRules()],
  priceConflicts: [({ backoffice }) => backoffice.priceConflicts()],
  salesDocuments: [({ backoffice }) => backoffice.salesDocuments()],
  deliveries: [({ backoffice }) => backoffice.deliveries({})],
  exchanges: [
    ({ backoffice }) => backoffice.exchanges({}),
    ({ backoffice }) => backoffice.exchanges({ limit: 700 }),
  ],
  runs: [({ backoffice }) => backoffice.runs({})],
};

/** More than a page of each list. */
async function fill({ shop, backoffice }: Store): Promise<void> {
  const each = (count: number, save: (name: string) => Promise<unknown>) =>
    Promise.all(Array.from({ length: count }, (_, index) => save(String(index))));
  await each(2001, (name) => shop.saveProduct({ reference: `P${name}`, fields: {} }, 'add_product'));
  const axes = [{ name: 'Taille', value: 'L' }];
  const variants = Array.from({ length: 2001 }, (_, index) => ({ reference: `V${index}`, axes, fields: {} }));
  await shop.saveProduct({ reference: 'P0', fields: {}, variants }, 'update_product');
  await each(2001, (name) => backoffice.placeOrder(order(name)));
  await each(501, (name) => backoffice.saveShopCustomer(shopCustomer(name)));
  const rules = Array.from({ length: 1001 }, (_, index) => priceRule({ fromQuantity: decimal(`${index}`) }));
  await shop.savePriceRules(message({ rules, keep: [] }), 'merge');
  await each(201, (name) => shop.saveSalesDocument({ number: name, type: 'invoice', erpId: name }));
  await backoffice.addWebhook(WEBHOOK);
  const attempts = Array.from({ length: 401 }, (_, sequence) => delivery(sequence));
  await backoffice.settle(WEBHOOK.id, attempts);
  await each(701, (name) => backoffice.recordExchange(exchange(name)));
  for (let hour = 0; hour < 101; hour++) await backoffice.recordExchange(inRunOfItsOwn(hour));
}

const WEBHOOK: NewWebhook = {
  id: 'wh_1',
  url: 'https://shop.example/hook',
  label: '',
  kinds: [],
  secret: 'whsec_AAAA',
  createdAt: '2026-01-01T00:00:00.000Z',
};

const delivery = (sequence: number): Delivery => ({
  webhook: WEBHOOK.id,
  sequence,
  event: `evt_${sequence}_0`,
  type: 'product.updated',
  key: 'A',
  at: '2026-01-01T00:00:00.000Z',
  attempt: 1,
  outcome: 'delivered',
  status: 204,
  durationMs: 1,
});

const exchange = (id: string): Exchange => ({
  id,
  at: '2026-01-01T00:00:00.000Z',
  resource: 'orders',
  reference: '',
  outcome: 'success',
  httpStatus: 200,
  warnings: [],
  durationMs: 1,
  requestBytes: 1,
  replyBytes: 1,
  remoteAddress: '',
});

const inRunOfItsOwn = (hour: number): Exchange => ({
  ...exchange(`of hour ${String(hour).padStart(3, '0')}`),
  at: new Date(Date.UTC(2026, 1, 1, hour)).toISOString(),
  request: '',
});

/** The turn of the event loop in which each batch came. */
async function turnsOf(list: AsyncIterable<unknown>): Promise<readonly number[]> {
  let turn = 0;
  const count = (): NodeJS.Immediate =>
    setImmediate(() => {
      turn += 1;
      counting = count();
    });
  let counting = count();
  const turns: number[] = [];
  for await (const _ of list) turns.push(turn);
  clearImmediate(counting);
  return turns;
}

// SQLite answers within a turn; PostgreSQL's answers come in turns of their own.
describe('on SQLite', () => {
  const folder = temporaryFolder(afterAll);
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ url: 'sqlite::memory:', blobFolder: folder });
    await fill(store);
  });
  afterAll(async () => {
    await store.close();
  });

  for (const [name, lists] of Object.entries(LISTS)) {
    it(`${name} leaves the event loop to others between two batches`, async () => {
      for (const list of lists) {
        const turns = await turnsOf(list(store));
        expect(turns.length).toBeGreaterThan(1);
        expect(turns).toEqual([...new Set(turns)]);
      }
    });
  }
});
