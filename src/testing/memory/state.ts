import type { ShopCustomer } from '../../domain/customer.ts';
import { type LocalDateTime, localDateTime } from '../../domain/dates.ts';
import type { Order, OrderStateChange } from '../../domain/order.ts';
import type { PriceRule } from '../../domain/price-rule.ts';
import type { Product } from '../../domain/product.ts';
import type { SalesDocument } from '../../domain/sales-document.ts';
import type { ErpCustomer } from './customer-rules.ts';

export interface MemoryShopOptions {
  /** IANA name; Europe/Paris by default. */
  readonly timeZone?: string;
  /** States whose orders are importable; all by default. */
  readonly importableStates?: readonly string[];
  /** The clock, for tests. */
  readonly now?: () => Date;
}

export interface StoredOrder {
  readonly order: Order;
  readonly history: readonly OrderStateChange[];
  readonly trackingNumbers: readonly string[];
  readonly lease?: { readonly at: LocalDateTime; readonly by: string };
  readonly confirmedAt?: LocalDateTime;
}

/** One person: what the shop's side said of them and what the ERP's side said, each as it came. */
export interface StoredCustomer extends Partial<ErpCustomer> {
  readonly id: string;
  readonly shop?: ShopCustomer;
  /** When the shop's own side last changed them. */
  readonly changedAt?: LocalDateTime;
}

/**
 * Everything the shop keeps. The maps keep their order of insertion, which is "oldest first"; records are never changed
 * in place, so that a reader may hold on to what it was given.
 */
export interface MemoryState {
  readonly products: Map<string, Product>;
  readonly orders: Map<string, StoredOrder>;
  /** By id. */
  readonly customers: Map<string, StoredCustomer>;
  readonly priceRules: Map<string, PriceRule>;
  readonly documents: Map<string, SalesDocument>;
  /** By SHA-256. */
  readonly blobs: Map<string, Uint8Array>;
  readonly isImportable: (state: string) => boolean;
  readonly now: () => LocalDateTime;
  readonly nextId: () => string;
}

export function createState(options: MemoryShopOptions): MemoryState {
  const { timeZone = 'Europe/Paris', importableStates, now = () => new Date() } = options;
  let lastId = 0;
  return {
    products: new Map(),
    orders: new Map(),
    customers: new Map(),
    priceRules: new Map(),
    documents: new Map(),
    blobs: new Map(),
    isImportable: (state) => importableStates?.includes(state) ?? true,
    now: () => localDateTime(now(), timeZone),
    nextId: () => String(++lastId),
  };
}
