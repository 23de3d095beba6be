import type { LocalDateTime } from '../domain/dates.ts';
import type { NewOrder } from '../domain/new-order.ts';
import type { OrderRecord } from '../domain/order.ts';
import type { Origin } from '../domain/origin.ts';
import type { Page, PageQuery } from './pages.ts';
import type { SaveResult } from './shop.ts';

/** The shop’s orders as a storefront and an office handle them. `origin` says who writes; where it is absent, the shop. */
export interface OrderDesk {
  /**
   * Adds an order, complete and importable at once. Asked for the same one again, under the same key, it gives what it gave
   * the first time, for as long as requests are kept. Rejects with `idempotency_key_reused` when another order is asked for
   * under a key, `order_exists` when there is an order of that id, `order_refused` (with `details`) when the customer or an
   * article is not known.
   */
  addOrder(order: NewOrder, options?: AddOrderOptions, origin?: Origin): Promise<AddedOrder>;
  /** By date, then in the order in which they came. */
  orderPage(query: OrderPageQuery): Promise<Page<OrderRecord>>;
  /** Moves an order to a state, with history. The state that it is in already is `unchanged`. Rejects with `order_unknown`. */
  setOrderState(id: string, state: string, origin?: Origin): Promise<SaveResult>;
  /** Forgets the requests of `addOrder` that are older than this; gives their number. */
  pruneOrderRequests(maxAgeHours: number): Promise<number>;
}

export interface AddOrderOptions {
  /** Of the caller's choice. Without one, an id of the caller's is the key; without either, each call adds an order. */
  readonly requestKey?: string;
  /** Takes lines whose article the shop does not know. */
  readonly allowUnknownReferences?: boolean;
}

/** What the places of `orderPage` are made of. */
export const ORDER_PLACES = ['string', 'number'] as const;

/** What is asked for must all be so. */
export interface OrderPageQuery extends PageQuery {
  /** The latest first. */
  readonly isDescending: boolean;
  readonly states?: readonly string[];
  /** Placed at this moment or later. */
  readonly placedSince?: LocalDateTime;
  /** The shop's id of the customer. */
  readonly customer?: string;
  /** The customer's, in any case. */
  readonly email?: string;
  /** Read by the ERP before this moment, and not confirmed since. */
  readonly readBefore?: LocalDateTime;
  /** Whether the ERP has confirmed it. */
  readonly isConfirmed?: boolean;
}

export interface AddedOrder {
  /** As it was when it was added. */
  readonly order: OrderRecord;
  /** It had been added before. */
  readonly isRepeated: boolean;
}
