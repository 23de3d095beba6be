import { describe, expect, it } from 'vitest';
import { decoratorContract } from '../testing/contract.ts';
import { createMemoryShop } from '../testing/memory-shop.ts';
import { ALL_CAPABILITIES } from './capabilities.ts';
import { aroundEach, decorate } from './decorate.ts';
import { OPERATION_NAMES, OPERATIONS } from './operations.ts';
import type { Shop } from './shop.ts';

/** A shop as an adapter may write it: a class whose methods use `this`, with a getter for its capabilities. */
class ClassShop implements Omit<Shop, 'saveCustomers'> {
  readonly #inner = createMemoryShop().shop;
  tracking = true;
  closed = 0;
  get capabilities() {
    return { ...ALL_CAPABILITIES, tracking: this.tracking };
  }
  get saveCustomers() {
    return this.#inner.saveCustomers;
  }
  listProducts(...slice: Parameters<Shop['listProducts']>) {
    return this.#inner.listProducts(...slice);
  }
  listOptions(...slice: Parameters<Shop['listOptions']>) {
    return this.#inner.listOptions(...slice);
  }
  saveProduct(...change: Parameters<Shop['saveProduct']>) {
    return this.#inner.saveProduct(...change);
  }
  listOrders(...query: Parameters<Shop['listOrders']>) {
    return this.#inner.listOrders(...query);
  }
  readOrder(...id: Parameters<Shop['readOrder']>) {
    return this.#inner.readOrder(...id);
  }
  confirmOrder(...id: Parameters<Shop['confirmOrder']>) {
    return this.#inner.confirmOrder(...id);
  }
  saveTracking(...id: Parameters<Shop['saveTracking']>) {
    return this.#inner.saveTracking(...id);
  }
  listCustomers(...since: Parameters<Shop['listCustomers']>) {
    return this.#inner.listCustomers(...since);
  }
  savePriceRules(...batches: Parameters<Shop['savePriceRules']>) {
    return this.#inner.savePriceRules(...batches);
  }
  saveSalesDocument(...change: Parameters<Shop['saveSalesDocument']>) {
    return this.#inner.saveSalesDocument(...change);
  }
  async close() {
    this.closed += 1;
  }
}

const references = async (shop: Shop): Promise<readonly string[]> =>
  (await Array.fromAsync(shop.listProducts({ start: 0 }))).flat().map(({ reference }) => reference);

async function* message<Batch>(...batches: readonly Batch[]): AsyncGenerator<Batch> {
  yield* batches;
}

/** Each operation once, as a caller would; those of an order that is not there are refused. */
const CALLS: Readonly<Record<(typeof OPERATION_NAMES)[number], (shop: Shop) => unknown>> = {
  listProducts: references,
  listOptions: (shop) => Array.fromAsync(shop.listOptions({ start: 0 })),
  saveProduct: (shop) => shop.saveProduct({ reference: 'A', fields: {} }, 'add_product'),
  listOrders: (shop) => Array.fromAsync(shop.listOrders({})),
  readOrder: (shop) => shop.readOrder('1'),
  confirmOrder: (shop) => shop.confirmOrder('1'),
  saveTracking: (shop) => shop.saveTracking('1', '6A'),
  listCustomers: (shop) => Array.fromAsync(shop.listCustomers()),
  saveCustomers: (shop) => shop.saveCustomers(message([{ code: 'C', fields: {} }])),
  savePriceRules: (shop) => shop.savePriceRules(message({ rules: [], keep: [] }), 'merge'),
  saveSalesDocument: (shop) => shop.saveSalesDocument({ number: 'FA1', type: 'invoice' }),
};

/** What a call gives, or how it is refused. */
const outcome = async (name: (typeof OPERATION_NAMES)[number], shop: Shop): Promise<unknown> => {
  try {
    return await CALLS[name](shop);
  } catch (error) {
    return error;
  }
};

describe('the table of operations', () => {
  it('has a row for every method of a shop', () => {
    const methods = Object.entries(createMemoryShop().shop).flatMap(([name, value]) =>
      typeof value === 'function' && name !== 'close' ? [name] : [],
    );
    expect([...OPERATION_NAMES].sort()).toEqual(methods.sort());
  });
});

decoratorContract('a shop with nothing replaced', (inner) => decorate(inner, {}));
decoratorContract('a shop with something around each operation', (inner) =>
  aroundEach(inner, { list: (_, run) => run(), call: (_, run) => run() }),
);

describe('a decorated shop', () => {
  it.each(OPERATION_NAMES)('hands %s on to an instance of a class', async (name) => {
    const decorated = decorate(new ClassShop(), {});
    expect(await outcome(name, decorated)).toEqual(await outcome(name, createMemoryShop().shop));
  });

  it('has the capabilities of the inner one as they are now, and closes it', async () => {
    const inner = new ClassShop();
    const decorated = decorate(inner, {});
    expect(decorated.capabilities.tracking).toBe(true);
    inner.tracking = false;
    expect(decorated.capabilities.tracking).toBe(false);
    await decorated.close();
    expect(inner.closed).toBe(1);
  });

  it('does what was replaced in the inner one’s place, the replacing object’s `this` kept', async () => {
    const inner = new ClassShop();
    const changes = {
      suffix: '-x',
      saveProduct(...[change, operation]: Parameters<Shop['saveProduct']>) {
        return inner.saveProduct({ ...change, reference: `${change.reference}${this.suffix}` }, operation);
      },
    };
    await decorate(inner, changes).saveProduct({ reference: 'A', fields: {} }, 'add_product');
    expect(await references(inner)).toEqual(['A-x']);
  });
});

describe('what stands around each operation', () => {
  it.each(OPERATION_NAMES)('sees %s with its name, and may go on', async (name) => {
    const seen: string[] = [];
    const around = aroundEach(new ClassShop(), {
      list(called, run) {
        seen.push(`list ${called}`);
        return run();
      },
      call(called, run) {
        seen.push(`call ${called}`);
        return run();
      },
    });
    expect(await outcome(name, around)).toEqual(await outcome(name, createMemoryShop().shop));
    expect(seen).toEqual([`${OPERATIONS[name].kind === 'list' ? 'list' : 'call'} ${name}`]);
  });

  it('leaves the others alone when operations are named', async () => {
    const inner = new ClassShop();
    const refusing = aroundEach(
      inner,
      { list: (_, run) => run(), call: () => Promise.reject(new Error('no')) },
      ['saveTracking'],
    );
    await expect(refusing.saveTracking('1', 'x')).rejects.toThrow('no');
    await refusing.saveProduct({ reference: 'A', fields: {} }, 'add_product');
    expect(await references(inner)).toEqual(['A']);
  });
});
