import assert from 'node:assert/strict';
import { PasserelleError } from '../../domain/error.ts';
import type { Origin } from '../../domain/origin.ts';
import { decorate } from '../../shop/decorate.ts';
import { OPERATION_NAMES, OPERATIONS, type OperationName, type Operations } from '../../shop/operations.ts';
import type { Shop } from '../../shop/shop.ts';
import { BrokenOff, brokenMessage, collect, expectEqual, message } from '../contract/expect.ts';
import { order, priceRule } from '../contract/samples.ts';
import { createMemoryShop } from '../memory-shop.ts';

/** What the contract of a decorator is checked on: `inner` with the decorator before it. */
export type DecoratorSubject = (inner: Shop) => Shop | Promise<Shop>;

/** One sentence of it and its proof. */
export interface DecoratorCheck {
  readonly name: string;
  run(decorated: DecoratorSubject): Promise<void>;
}

const ORIGIN: Origin = { by: 'erp', exchange: 'exchange-1' };

type Call = (shop: Shop, origin: Origin) => Promise<unknown>;

/** A call of each operation. */
const CALLS: Readonly<Record<OperationName, Call>> = {
  listProducts: (shop) => collect(shop.listProducts({ start: 0 })),
  listOptions: (shop) => collect(shop.listOptions({ start: 0 })),
  saveProduct: (shop, origin) => shop.saveProduct({ reference: 'A', fields: {} }, 'add_product', origin),
  listOrders: (shop) => collect(shop.listOrders({})),
  readOrder: (shop, origin) => shop.readOrder('1', origin),
  confirmOrder: (shop, origin) => shop.confirmOrder('1', '5', origin),
  saveTracking: (shop, origin) => shop.saveTracking('1', '6A', origin),
  listCustomers: (shop) => collect(shop.listCustomers()),
  saveCustomers: (shop, origin) => shop.saveCustomers(message([{ code: 'C1', fields: {} }]), origin),
  savePriceRules: (shop, origin) =>
    shop.savePriceRules(message({ rules: [priceRule()], keep: [] }), 'merge', origin),
  saveSalesDocument: (shop, origin) => shop.saveSalesDocument({ number: 'FA001', type: 'invoice' }, origin),
};

interface Noted {
  readonly name: OperationName;
  readonly last: unknown;
}

/** A shop with an order, that notes with what each call ends. */
async function notingShop() {
  const { shop, seed } = createMemoryShop();
  await seed.order(order('1'));
  const noted: Noted[] = [];
  const noting = OPERATION_NAMES.map((name) => [
    name,
    (...parameters: readonly unknown[]): unknown => {
      noted.push({ name, last: parameters.at(-1) });
      return Reflect.apply(shop[name], shop, parameters);
    },
  ]);
  return { inner: decorate(shop, Object.fromEntries(noting) as Partial<Operations>), noted };
}

const takesOrigin = (name: OperationName): boolean => OPERATIONS[name].kind !== 'list';

const handsOnChecks: readonly DecoratorCheck[] = OPERATION_NAMES.filter(takesOrigin).map((name) => ({
  name: `${name} goes on with its origin, or is refused`,
  async run(decorated) {
    const { inner, noted } = await notingShop();
    const refused = await CALLS[name](await decorated(inner), ORIGIN).then(
      () => false,
      (error: unknown) => error instanceof PasserelleError,
    );
    assert.ok(refused || noted.some((call) => call.name === name), `${name} was neither done nor refused`);
    for (const call of noted)
      if (takesOrigin(call.name)) expectEqual(call.last, ORIGIN, `the origin of ${call.name}`);
  },
}));

const brokenCalls: Readonly<Partial<Record<OperationName, Call>>> = {
  saveCustomers: (shop) => shop.saveCustomers(brokenMessage([{ code: 'C1', fields: {} }])),
  savePriceRules: (shop) => shop.savePriceRules(brokenMessage({ rules: [priceRule()], keep: [] }), 'merge'),
};

/** What every decorator keeps to, whatever it is there for. */
export const decoratorChecks: readonly DecoratorCheck[] = [
  ...handsOnChecks,
  {
    name: 'a bulk message that breaks off breaks off inside too, with its own error',
    async run(decorated) {
      for (const call of Object.values(brokenCalls)) {
        const { shop, reader } = createMemoryShop();
        await assert.rejects(call(await decorated(shop), ORIGIN), (error) =>
          // A shop that cannot do it at all refuses it unread.
          error instanceof PasserelleError ? error.code === 'unsupported' : error instanceof BrokenOff,
        );
        expectEqual([await collect(reader.customers()), await collect(reader.priceRules())], [[], []]);
      }
    },
  },
  {
    name: 'a refusal comes back as it is',
    async run(decorated) {
      const shop = await decorated(createMemoryShop().shop);
      await assert.rejects(shop.readOrder('nobody', ORIGIN), {
        problem: { reason: 'order_unknown', entity: 'order', record: 'nobody' },
      });
    },
  },
  {
    name: 'a list may be abandoned half-way, and the shop goes on',
    async run(decorated) {
      const { shop } = createMemoryShop();
      for (let index = 0; index < 10; index += 1)
        await shop.saveProduct({ reference: `R${index}`, fields: {} }, 'add_product');
      const outer = await decorated(shop);
      for await (const _ of outer.listProducts({ start: 0 })) break;
      assert.ok((await collect(outer.listProducts({ start: 0 }))).length <= 10);
    },
  },
  {
    name: 'closing it closes the shop inside',
    async run(decorated) {
      const closed: string[] = [];
      const inner = decorate(createMemoryShop().shop, { close: async () => void closed.push('inner') });
      await (await decorated(inner)).close();
      expectEqual(closed, ['inner']);
    },
  },
];
