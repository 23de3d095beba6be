import type { Customer, ShopCustomer } from '../domain/customer.ts';
import type { LocalDateTime } from '../domain/dates.ts';
import type { Order, OrderPast, OrderRecord } from '../domain/order.ts';
import type { PriceRule } from '../domain/price-rule.ts';
import type { Problem } from '../domain/problem.ts';
import type { Product } from '../domain/product.ts';
import type { SalesDocument } from '../domain/sales-document.ts';
import type { SaveResult } from './shop.ts';

/**
 * The second port: what only a store of our own has. The shop's own side (orders and customers coming in, everything
 * read back), the journal, and the access keys. Adapters to other shops need none of it.
 */
export interface Backoffice extends ShopReader {
  /**
   * Adds an order, or changes its state (with history) and its content, by id. Confirmation and tracking stay. A new
   * order that comes from another store brings its `past`, which is kept as given; it is ignored for a known order.
   */
  placeOrder(order: Order, past?: OrderPast): Promise<SaveResult>;
  /** Makes an order importable again; rejects with `order_unknown`. */
  offerOrderAgain(id: string): Promise<void>;
  /** A change of the shop's own side: counts for `customers_list` since a date. Add or update, by id. */
  saveShopCustomer(customer: ShopCustomer): Promise<SaveResult>;

  /** Queued and written with the next commit, or within 50 ms; the promise resolves when it is durable. */
  recordExchange(exchange: Exchange): Promise<void>;
  /** Newest first, in batches. */
  exchanges(filter: ExchangeFilter): AsyncIterable<readonly ExchangeSummary[]>;
  /** With its payloads, while they are kept. */
  exchange(id: string): Promise<Exchange | undefined>;
  /** Drops what is older or larger than the bounds, in small steps. Gives the number of exchanges dropped. */
  pruneJournal(bounds: JournalBounds): Promise<number>;

  keys(): Promise<readonly AccessKey[]>;
  addKey(key: AccessKey): Promise<void>;
  /** Gives false when there is no such key. */
  revokeKey(id: string, at: LocalDateTime): Promise<boolean>;
}

/** Reads back what is stored: for exports, tests and whoever compares. Batches, in a stable order. */
export interface ShopReader {
  product(reference: string): Promise<Product | undefined>;
  /** Parents before their variants. */
  products(): AsyncIterable<readonly Product[]>;
  customers(): AsyncIterable<readonly Customer[]>;
  order(id: string): Promise<OrderRecord | undefined>;
  orders(): AsyncIterable<readonly OrderRecord[]>;
  priceRules(): AsyncIterable<readonly PriceRule[]>;
  salesDocuments(): AsyncIterable<readonly SalesDocument[]>;
  /** The bytes of an image or a document. */
  blob(sha256: string): Promise<Uint8Array | undefined>;
}

export const EXCHANGE_OUTCOMES = ['success', 'unchanged', 'warning', 'partly', 'refused', 'failed'] as const;
/** `partly`: some records of a bulk message were refused; `refused`: the caller's error; `failed`: ours. */
export type ExchangeOutcome = (typeof EXCHANGE_OUTCOMES)[number];

export interface ExchangeSummary {
  /** Sorts by time: a UUIDv7. */
  readonly id: string;
  /** The instant of the first byte, ISO 8601 in UTC. */
  readonly at: string;
  /** Empty when it could not be told. */
  readonly resource: string;
  /** The record's key: a reference, a customer code, an order id; empty for lists and bulk messages. */
  readonly reference: string;
  readonly outcome: ExchangeOutcome;
  readonly httpStatus: number;
  /** The error's reason, of a refused or failed exchange. */
  readonly problem?: Problem;
  readonly warnings: readonly Problem[];
  /** Of a bulk message or a list. */
  readonly records?: number;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly remoteAddress: string;
}

export interface Exchange extends ExchangeSummary {
  /** The beginning of the request's XML or variables, keys masked; within a bound. */
  readonly request?: string;
  readonly reply?: string;
}

export interface ExchangeFilter {
  /** ISO 8601 in UTC, inclusive. */
  readonly since?: string;
  readonly resource?: string;
  readonly reference?: string;
  readonly outcomes?: readonly ExchangeOutcome[];
  /** Only exchanges with an id greater than this one: what is new since. */
  readonly after?: string;
  readonly limit?: number;
}

export interface JournalBounds {
  readonly maxAgeDays: number;
  /** Of the payloads that are kept. */
  readonly maxBytes: number;
}

export interface AccessKey {
  /** Short, to name it in commands. */
  readonly id: string;
  /** SHA-256 of the key, in hexadecimal; the key itself is stored nowhere. */
  readonly sha256: string;
  readonly label: string;
  readonly createdAt: LocalDateTime;
  readonly revokedAt?: LocalDateTime;
}
