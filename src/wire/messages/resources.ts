import { addCustomerCodec } from './customers/add-customer.ts';
import { customersListCodec } from './customers/customers-list.ts';
import { addOrderCodec } from './documents/add-order.ts';
import { optionsListCodec, productsListCodec } from './lists/product-lists.ts';
import { addTrackingCodec } from './orders/add-tracking.ts';
import { ordersCodec } from './orders/orders.ts';
import { ordersListCodec } from './orders/orders-list.ts';
import { setOrderExportedCodec } from './orders/set-order-exported.ts';
import { addGrillesCodec } from './price-rules/add-grilles.ts';
import {
  addOptionCodec,
  addProductCodec,
  updateOptionCodec,
  updateProductCodec,
} from './products/product.ts';

/**
 * Every resource with its codec. `list` replies and `bulk` requests stream; `read` has no effect that a repeated call
 * would double, `write` changes one record.
 */
export const RESOURCES = {
  products_list: { kind: 'list', codec: productsListCodec },
  options_list: { kind: 'list', codec: optionsListCodec },
  add_product: { kind: 'write', codec: addProductCodec },
  update_product: { kind: 'write', codec: updateProductCodec },
  add_option: { kind: 'write', codec: addOptionCodec },
  update_option: { kind: 'write', codec: updateOptionCodec },
  orders_list: { kind: 'list', codec: ordersListCodec },
  orders: { kind: 'read', codec: ordersCodec },
  set_order_exported: { kind: 'write', codec: setOrderExportedCodec },
  add_tracking: { kind: 'write', codec: addTrackingCodec },
  customers_list: { kind: 'list', codec: customersListCodec },
  add_customer: { kind: 'bulk', codec: addCustomerCodec },
  add_grilles: { kind: 'bulk', codec: addGrillesCodec },
  add_order: { kind: 'write', codec: addOrderCodec },
} as const;

export type Resource = keyof typeof RESOURCES;

export const isResource = (name: string): name is Resource => Object.hasOwn(RESOURCES, name);

/** In the order of the specification, for error messages. */
export const knownResources: readonly Resource[] = Object.keys(RESOURCES).filter(isResource);
