import type { Outcome } from '../domain/changes.ts';
import type { CustomerChange, ShopCustomer } from '../domain/customer.ts';
import type { LocalDateTime } from '../domain/dates.ts';
import type { ConfirmedOrder, ListedOrder, OrderQuery, OrderToImport } from '../domain/order.ts';
import type { Origin } from '../domain/origin.ts';
import type { KeptPriceRules, PriceRuleChange } from '../domain/price-rule.ts';
import type { Problem } from '../domain/problem.ts';
import type { ListedProduct, ProductChange, ProductOperation } from '../domain/product.ts';
import type { SalesDocumentChange } from '../domain/sales-document.ts';
import type { Slice } from '../domain/slice.ts';
import type { Capabilities } from './capabilities.ts';
import type { Findings } from './findings.ts';

/**
 * The port: everything that the webservice asks of a shop, whatever keeps its data. A promise that resolves means that
 * the change is durable; one that rejects (with a PasserelleError) means that nothing changed. Every write is idempotent
 * on its natural key. Lists and bulk messages come in batches (arrays) so that a million records cost no million
 * promises; a batch's size means nothing. `origin` says who writes, or reads; where it is absent, the ERP does.
 */
export interface Shop {
  readonly capabilities: Capabilities;

  /** Products that are no variants, oldest first: an order that is stable while others add products. */
  listProducts(slice: Slice, origin?: Origin): Listing<ListedProduct>;
  /** Variants, oldest first. */
  listOptions(slice: Slice, origin?: Origin): Listing<ListedProduct>;
  /**
   * Writes to whatever owns `change.reference`, product or variant. `update*` of an unknown reference rejects with
   * `reference_unknown`; `add*` of a known one is an update with the warning `already_exists`.
   */
  saveProduct(change: ProductChange, operation: ProductOperation, origin?: Origin): Promise<SaveResult>;

  /** Oldest first. */
  listOrders(query: OrderQuery, origin?: Origin): Listing<ListedOrder>;
  /** Leases the order to the exchange that reads it. Rejects with `order_unknown`. */
  readOrder(id: string, origin?: Origin): Promise<ReadOrder>;
  /** Marks the order as imported, for good, and sets `finalState` when given. Repeating it is success. */
  confirmOrder(id: string, finalState?: string, origin?: Origin): Promise<ConfirmedOrder>;
  /** Adds a parcel's number to an order. Repeating it is success. Rejects with `order_unknown`. */
  saveTracking(id: string, trackingNumber: string, origin?: Origin): Promise<SaveResult>;

  /** All customers, or those that the shop itself (not the ERP) changed at `since` or later. */
  listCustomers(since?: LocalDateTime, origin?: Origin): Listing<ShopCustomer>;
  /** Add or update. Takes effect at once when the iterable ends; if it throws, nothing changes and the error goes on. */
  saveCustomers(changes: AsyncIterable<readonly CustomerChange[]>, origin?: Origin): Promise<BulkResult>;
  /** As saveCustomers. Of equal keys the last wins, with a warning. */
  savePriceRules(
    batches: AsyncIterable<PriceRuleBatch>,
    mode: PriceRuleMode,
    origin?: Origin,
  ): Promise<BulkResult>;
  saveSalesDocument(change: SalesDocumentChange, origin?: Origin): Promise<SaveResult>;

  close(): Promise<void>;
}

/** A list, in batches. */
export interface Listing<Item> extends AsyncIterable<readonly Item[]> {
  /** What stands before the shop has left out of it, so far. */
  readonly leftOut?: Findings | undefined;
}

export interface ReadOrder extends OrderToImport {
  /** What stands before the shop has to say of it. */
  readonly warnings?: readonly Problem[];
}

export interface SaveResult {
  readonly outcome: Outcome;
  readonly warnings: readonly Problem[];
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
