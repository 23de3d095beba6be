import type { ShopCustomer } from '../domain/customer.ts';
import type { Order } from '../domain/order.ts';
import type { Origin } from '../domain/origin.ts';
import { ALL_CAPABILITIES } from '../shop/capabilities.ts';
import type { ChangeFeed } from '../shop/change-feed.ts';
import type { OrderDesk } from '../shop/order-desk.ts';
import type { Provenance } from '../shop/provenance.ts';
import type { Quotes } from '../shop/quotes.ts';
import type { ShopReader } from '../shop/reader.ts';
import type { SaveResult, Shop } from '../shop/shop.ts';
import type { ShopSide } from '../shop/shop-side.ts';
import type { WebhookParts } from '../shop/webhooks.ts';
import { collected } from './memory/batches.ts';
import { asShopCustomer, listCustomers, saveCustomers, saveShopCustomer } from './memory/customers.ts';
import { saveSalesDocument } from './memory/documents.ts';
import * as desk from './memory/order-desk.ts';
import * as orders from './memory/orders.ts';
import { savePriceRules } from './memory/price-rules.ts';
import { listProducts, saveProduct } from './memory/products.ts';
import { createProvenance } from './memory/provenance.ts';
import { createQuotes } from './memory/quotes.ts';
import { createReader, inBatches } from './memory/reader.ts';
import {
  createState,
  type MemoryShopOptions,
  type MemoryState,
  type WritableState,
  writtenBy,
} from './memory/state.ts';
import { createWebhooks } from './memory/webhooks.ts';

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
  readonly shopSide: ShopSide;
  readonly changeFeed: ChangeFeed;
  readonly quotes: Quotes;
  readonly orderDesk: OrderDesk;
  readonly provenance: Provenance;
  readonly webhooks: WebhookParts;
  readonly seed: Seed & { offerOrderAgain(id: string): Promise<void> };
}

/**
 * The port in plain JavaScript maps: what a store has to do, in the fewest words. Keeps everything in memory and forgets
 * it with the process. Each operation is one synchronous step, so that concurrent calls never see a half.
 */
export function createMemoryShop(options: MemoryShopOptions = {}): MemoryShop {
  const { now = () => new Date() } = options;
  const state = createState(options);
  const by: By = (origin) => writtenBy(state, origin, now().toISOString());
  const shopSide = createShopSide(state, by);
  return {
    shop: createShop(state, by),
    reader: createReader(state),
    shopSide,
    changeFeed: state.feed,
    quotes: createQuotes(state),
    orderDesk: createOrderDesk(state, by),
    provenance: createProvenance(state),
    webhooks: createWebhooks(state),
    seed: {
      order: (order) => shopSide.placeOrder(order),
      customer: shopSide.saveShopCustomer,
      offerOrderAgain: shopSide.offerOrderAgain,
    },
  };
}

/** What somebody writes to. */
type By = (origin: Origin) => WritableState;

const ERP: Origin = { by: 'erp' };
const SHOP: Origin = { by: 'shop' };

const createShopSide = (state: MemoryState, by: By): ShopSide => ({
  placeOrder: async (order, past, origin = SHOP) => orders.placeOrder(by(origin), order, past),
  offerOrderAgain: async (id, origin = SHOP) => orders.offerOrderAgain(by(origin), id),
  saveShopCustomer: async (customer, origin = SHOP) => saveShopCustomer(by(origin), customer),
  shopCustomer: async (id) => {
    const stored = state.customers.get(id);
    return stored && asShopCustomer(stored);
  },
});

const createOrderDesk = (state: MemoryState, by: By): OrderDesk => ({
  addOrder: async (order, options, origin = SHOP) => desk.addOrder(by(origin), order, options),
  setOrderState: async (id, next, origin = SHOP) => desk.setOrderState(by(origin), id, next),
  orderPage: async (query) => desk.orderPage(state, query),
  pruneOrderRequests: async (maxAgeHours) => desk.pruneOrderRequests(state, maxAgeHours),
});

function createShop(state: MemoryState, by: By): Shop {
  return {
    capabilities: ALL_CAPABILITIES,
    listProducts: (slice) => inBatches(() => listProducts(state, 'product', slice)),
    listOptions: (slice) => inBatches(() => listProducts(state, 'variant', slice)),
    saveProduct: async (change, operation, origin = ERP) => saveProduct(by(origin), change, operation),
    listOrders: (query) => inBatches(() => orders.listOrders(state, query)),
    readOrder: async (id, origin = ERP) => orders.readOrder(by(origin), id, origin.exchange),
    confirmOrder: async (id, finalState, origin = ERP) => orders.confirmOrder(by(origin), id, finalState),
    saveTracking: async (id, number, origin = ERP) => orders.saveTracking(by(origin), id, number),
    listCustomers: (since) => inBatches(() => listCustomers(state, since)),
    async saveCustomers(batches, origin = ERP) {
      const changes = (await collected(batches)).flat();
      return saveCustomers(by(origin), changes);
    },
    async savePriceRules(batches, mode, origin = ERP) {
      const message = await collected(batches);
      return savePriceRules(by(origin), message, mode);
    },
    saveSalesDocument: async (change, origin = ERP) => saveSalesDocument(by(origin), change),
    close: async () => {},
  };
}
