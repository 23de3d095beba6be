import type { ShopCustomer } from '../domain/customer.ts';
import type { Order, OrderPast } from '../domain/order.ts';
import type { Origin } from '../domain/origin.ts';
import type { SaveResult } from './shop.ts';

/**
 * What happens on the shop's own side: orders and customers that come in. A shop with a storefront of its own has none.
 * `origin` says who writes; where it is absent, the shop does.
 */
export interface ShopSide {
  /**
   * Adds an order, or changes its state (with history) and its content, by id. Confirmation and tracking stay. A new
   * order that comes from another store brings its `past`, which is kept as given; it is ignored for a known order.
   */
  placeOrder(order: Order, past?: OrderPast, origin?: Origin): Promise<SaveResult>;
  /**
   * Makes an order importable again, in its last state that was; rejects with `order_unknown`. The state of an order that
   * never was importable stays.
   */
  offerOrderAgain(id: string, origin?: Origin): Promise<void>;
  /** A change of the shop's own side: counts for `customers_list` since a date. Add or update, by id. */
  saveShopCustomer(customer: ShopCustomer, origin?: Origin): Promise<SaveResult>;
  /** As `listCustomers` tells the customer of that id. */
  shopCustomer(id: string): Promise<ShopCustomer | undefined>;
}
