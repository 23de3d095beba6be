import type { ShopCustomer } from '../domain/customer.ts';
import type { Order } from '../domain/order.ts';
import type { ShopReader } from '../shop/backoffice.ts';
import { ALL_CAPABILITIES } from '../shop/capabilities.ts';
import type { SaveResult, Shop } from '../shop/shop.ts';
import { listCustomers, saveCustomers, saveShopCustomer } from './memory/customers.ts';
import { saveSalesDocument } from './memory/documents.ts';
import * as orders from './memory/orders.ts';
import { savePriceRules } from './memory/price-rules.ts';
import { listProducts, saveProduct } from './memory/products.ts';
import { createReader, inBatches } from './memory/reader.ts';
import { createState, type MemoryShopOptions, type MemoryState } from './memory/state.ts';
import { collected } from './memory/tally.ts';

export type { MemoryShopOptions };

/** What only the shop's own side can do. */
export interface Seed {
  /** Adds an order, or changes its state and content, by id. */
  order(order: Order): Promise<SaveResult>;
  /** Adds or changes a customer on the shop's own side, by id. */
  customer(customer: ShopCustomer): Promise<SaveResult>;
}

export interface MemoryShop {
  readonly shop: Shop;
  readonly reader: ShopReader;
  readonly seed: Seed & { offerOrderAgain(id: string): Promise<void> };
}

/**
 * The port in plain JavaScript maps: what a store has to do, in the fewest words. Keeps everything in memory and forgets
 * it with the process. Each operation is one synchronous step, so that concurrent calls never see a half.
 */
export function createMemoryShop(options: MemoryShopOptions = {}): MemoryShop {
  const state = createState(options);
  return {
    shop: createShop(state),
    reader: createReader(state),
    seed: {
      order: async (order) => orders.placeOrder(state, order),
      customer: async (customer) => saveShopCustomer(state, customer),
      offerOrderAgain: async (id) => orders.offerOrderAgain(state, id),
    },
  };
}

function createShop(state: MemoryState): Shop {
  return {
    capabilities: ALL_CAPABILITIES,
    listProducts: (slice) => inBatches(() => listProducts(state, 'product', slice)),
    listOptions: (slice) => inBatches(() => listProducts(state, 'variant', slice)),
    saveProduct: async (change, operation) => saveProduct(state, change, operation),
    listOrders: (query) => inBatches(() => orders.listOrders(state, query)),
    readOrder: async (id, reader) => orders.readOrder(state, id, reader),
    confirmOrder: async (id, finalState) => orders.confirmOrder(state, id, finalState),
    saveTracking: async (id, number) => orders.saveTracking(state, id, number),
    listCustomers: (since) => inBatches(() => listCustomers(state, since)),
    saveCustomers: async (changes) => saveCustomers(state, (await collected(changes)).flat()),
    savePriceRules: async (batches, mode) => savePriceRules(state, await collected(batches), mode),
    saveSalesDocument: async (change) => saveSalesDocument(state, change),
    close: async () => {},
  };
}
