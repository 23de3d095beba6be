import type { ProductOperation } from '../../shop/shop.ts';
import { documentPushCodec } from '../../wire/messages/document-push.ts';
import { RESOURCES, type Resource } from '../../wire/messages/resources.ts';
import type { Shape } from '../../wire/xml/element.ts';
import type { Handler } from '../handled.ts';
import { addOrder, pushDocument } from './documents.ts';
import { listHandler } from './lists.ts';
import { addTracking, readOrder, setOrderExported } from './orders.ts';
import { productHandler } from './products.ts';

/** Bulk messages stream and have no handler here: see bulk.ts. */
export type WholeResource = Exclude<Resource, 'add_customer' | 'add_grilles'>;

/** A message that is read as a whole, and what answers it. */
export interface WholeMessage {
  readonly requestShape: Shape;
  readonly handle: Handler;
}

const product = (resource: ProductOperation): Handler => productHandler(resource, RESOURCES[resource].codec);

const HANDLERS: Readonly<Record<WholeResource, Handler>> = {
  products_list: listHandler(RESOURCES.products_list.codec, (shop, slice) => shop.listProducts(slice)),
  options_list: listHandler(RESOURCES.options_list.codec, (shop, slice) => shop.listOptions(slice)),
  add_product: product('add_product'),
  update_product: product('update_product'),
  add_option: product('add_option'),
  update_option: product('update_option'),
  orders_list: listHandler(RESOURCES.orders_list.codec, (shop, query) => shop.listOrders(query)),
  orders: readOrder,
  set_order_exported: setOrderExported,
  add_tracking: addTracking,
  customers_list: listHandler(RESOURCES.customers_list.codec, (shop, { since }) => shop.listCustomers(since)),
  add_order: addOrder,
};

const isWhole = (resource: string): resource is WholeResource => Object.hasOwn(HANDLERS, resource);

export const messageOf = (resource: string): WholeMessage | undefined =>
  isWhole(resource)
    ? { requestShape: RESOURCES[resource].codec.requestShape, handle: HANDLERS[resource] }
    : undefined;

export const DOCUMENT_MESSAGE: WholeMessage = {
  requestShape: documentPushCodec.requestShape,
  handle: pushDocument,
};
