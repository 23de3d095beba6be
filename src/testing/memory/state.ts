import type { NotedChange } from '../../domain/change-event.ts';
import type { ShopCustomer } from '../../domain/customer.ts';
import { type LocalDateTime, localDateTime } from '../../domain/dates.ts';
import type { NewOrder } from '../../domain/new-order.ts';
import type { Order, OrderRecord, OrderStateChange } from '../../domain/order.ts';
import type { Origin } from '../../domain/origin.ts';
import type { OwnableField, Owned } from '../../domain/ownership.ts';
import type { PriceRule } from '../../domain/price-rule.ts';
import { type PricingOptions, USUAL_PRICING } from '../../domain/pricing/question.ts';
import type { Product } from '../../domain/product.ts';
import type { SalesDocument } from '../../domain/sales-document.ts';
import type { FieldWriter } from '../../shop/provenance.ts';
import type { ErpCustomer } from './customer-rules.ts';
import { createFeed, type MemoryFeed } from './feed.ts';

export interface MemoryShopOptions {
  /** IANA name; Europe/Paris by default. */
  readonly timeZone?: string;
  /** States whose orders are importable; all by default. */
  readonly importableStates?: readonly string[];
  /** How prices are resolved. */
  readonly pricing?: PricingOptions;
  /** Of products, what the shop keeps for itself; nothing by default. */
  readonly owned?: readonly OwnableField[];
  /** The clock, for tests. */
  readonly now?: () => Date;
}

export interface StoredOrder {
  readonly order: Order;
  readonly history: readonly OrderStateChange[];
  readonly trackingNumbers: readonly string[];
  readonly lease?: { readonly at: LocalDateTime; readonly by?: string };
  readonly confirmedAt?: LocalDateTime;
}

/** One person: what the shop's side said of them and what the ERP's side said, each as it came. */
export interface StoredCustomer extends Partial<ErpCustomer> {
  readonly id: string;
  readonly shop?: ShopCustomer;
  /** When the shop's own side last changed them. */
  readonly changedAt?: LocalDateTime;
}

/** What an order was asked for, and what was answered. */
interface StoredRequest {
  readonly asked: { readonly said: NewOrder; readonly allowUnknownReferences: boolean };
  readonly answer: OrderRecord;
  readonly at: string;
}

/**
 * Everything the shop keeps. The maps keep their order of insertion, which is "oldest first"; records are never changed
 * in place, so that a reader may hold on to what it was given.
 */
export interface MemoryState {
  readonly products: Map<string, Product>;
  /** By reference and path: who wrote it last. */
  readonly provenance: Map<string, ReadonlyMap<string, FieldWriter>>;
  readonly owned: Owned;
  readonly orders: Map<string, StoredOrder>;
  /** By id. */
  readonly customers: Map<string, StoredCustomer>;
  /** Of `addOrder`, by key. */
  readonly requests: Map<string, StoredRequest>;
  readonly priceRules: Map<string, PriceRule>;
  /** Those that a price list has named, whether or not it had rules for them. */
  readonly ruleSets: Set<string>;
  readonly documents: Map<string, SalesDocument>;
  /** By SHA-256. */
  readonly blobs: Map<string, Uint8Array>;
  readonly isImportable: (state: string) => boolean;
  readonly pricing: PricingOptions;
  readonly now: () => LocalDateTime;
  /** ISO 8601 in UTC. */
  readonly instant: () => string;
  readonly nextId: () => string;
  readonly feed: MemoryFeed;
}

/** The state as somebody sees it who writes: what he changes is told. */
export interface WritableState extends MemoryState {
  readonly writer: FieldWriter;
  readonly note: (change: Omit<NotedChange, 'at' | 'origin'>) => void;
}

export function createState(options: MemoryShopOptions): MemoryState {
  const { timeZone = 'Europe/Paris', importableStates, owned = [], pricing = USUAL_PRICING } = options;
  const { now = () => new Date() } = options;
  let lastId = 0;
  const feed = createFeed(now);
  return {
    products: new Map(),
    provenance: new Map(),
    owned: new Set<string>(owned),
    orders: new Map(),
    customers: new Map(),
    requests: new Map(),
    priceRules: new Map(),
    ruleSets: new Set(),
    documents: new Map(),
    blobs: new Map(),
    isImportable: (state) => importableStates?.includes(state) ?? true,
    pricing,
    now: () => localDateTime(now(), timeZone),
    instant: () => now().toISOString(),
    nextId: () => String(++lastId),
    feed,
  };
}

export const writtenBy = (state: MemoryState, origin: Origin, at: string): WritableState => ({
  ...state,
  writer: { by: origin.by, at, ...(origin.exchange !== undefined && { exchange: origin.exchange }) },
  note: (change) => state.feed.note({ ...change, origin, at }),
});
