import type { Outcome } from '../domain/changes.ts';
import type { CustomerChange, ShopCustomer } from '../domain/customer.ts';
import type { LocalDateTime } from '../domain/dates.ts';
import type { Order } from '../domain/order.ts';
import type { KeptPriceRules, PriceRuleChange } from '../domain/price-rule.ts';
import type { Problem } from '../domain/problem.ts';
import type { ProductChange } from '../domain/product.ts';
import type { SalesDocumentChange } from '../domain/sales-document.ts';
import type { Capabilities } from './capabilities.ts';

/**
 * The port: everything that the webservice asks of a shop, whatever keeps its data. A promise that resolves means that
 * the change is durable; one that rejects (with a PasserelleError) means that nothing changed. Every write is idempotent
 * on its natural key. Lists and bulk messages come in batches (arrays) so that a million records cost no million
 * promises; a batch's size means nothing.
 */
export interface Shop {
  readonly capabilities: Capabilities;

  /** Products that are no variants, oldest first: an order that is stable while others add products. */
  listProducts(slice: Slice): AsyncIterable<readonly ListedProduct[]>;
  /** Variants, oldest first. */
  listOptions(slice: Slice): AsyncIterable<readonly ListedProduct[]>;
  /**
   * Writes to whatever owns `change.reference`, product or variant. `update*` of an unknown reference rejects with
   * `reference_unknown`; `add*` of a known one is an update with the warning `already_exists`.
   */
  saveProduct(change: ProductChange, operation: ProductOperation): Promise<SaveResult>;

  /** Oldest first. */
  listOrders(query: OrderQuery): AsyncIterable<readonly ListedOrder[]>;
  /** Leases the order to `reader` (an exchange's id). Rejects with `order_unknown`. */
  readOrder(id: string, reader: string): Promise<Order>;
  /** Marks the order as imported, for good, and sets `finalState` when given. Repeating it is success. */
  confirmOrder(id: string, finalState?: string): Promise<ConfirmedOrder>;
  /** Adds a parcel's number to an order. Repeating it is success. Rejects with `order_unknown`. */
  saveTracking(id: string, trackingNumber: string): Promise<SaveResult>;

  /** All customers, or those that the shop itself (not the ERP) changed at `since` or later. */
  listCustomers(since?: LocalDateTime): AsyncIterable<readonly ShopCustomer[]>;
  /** Add or update. Takes effect at once when the iterable ends; if it throws, nothing changes and the error goes on. */
  saveCustomers(changes: AsyncIterable<readonly CustomerChange[]>): Promise<BulkResult>;
  /** As saveCustomers. Of equal keys the last wins, with a warning. */
  savePriceRules(batches: AsyncIterable<PriceRuleBatch>, mode: PriceRuleMode): Promise<BulkResult>;
  saveSalesDocument(change: SalesDocumentChange): Promise<SaveResult>;

  close(): Promise<void>;
}

/** `start` counts from 0; no `count` means all the rest. */
export interface Slice {
  readonly start: number;
  readonly count?: number;
}

export interface ListedProduct {
  readonly id: string;
  readonly reference: string;
}

export type ProductOperation = 'add_product' | 'update_product' | 'add_option' | 'update_option';

export interface SaveResult {
  readonly outcome: Outcome;
  readonly warnings: readonly Problem[];
}

/** With `states`: every order in them, exported or not. Without: the importable ones, not confirmed yet. */
export interface OrderQuery {
  readonly states?: readonly string[];
}

export interface ListedOrder {
  readonly id: string;
  readonly state: string;
}

export interface ConfirmedOrder {
  readonly id: string;
  /** The state the order is in afterwards. */
  readonly state: string;
}

/** `merge`: add or update, nothing goes. `full`: the message is the whole truth of each (source, rule) it names. */
export type PriceRuleMode = 'merge' | 'full';

export interface PriceRuleBatch {
  readonly rules: readonly PriceRuleChange[];
  /** In a `full` list: what must not be retired, because its new row was refused. */
  readonly keep: readonly KeptPriceRules[];
}

export interface BulkResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rules that a `full` list no longer named. */
  readonly retired: number;
  /** Records that the shop itself refused; the first hundred. */
  readonly refused: readonly Problem[];
  readonly refusedCount: number;
  /** The first hundred. */
  readonly warnings: readonly Problem[];
  readonly warningCount: number;
}
