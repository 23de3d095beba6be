import { fail } from '../../domain/error.ts';
import type { ProductOperation } from '../../domain/product.ts';
import { documentPushCodec } from '../../wire/messages/documents/document-push.ts';
import { knownResources, RESOURCES, type Resource } from '../../wire/messages/resources.ts';
import type { Shape } from '../../wire/xml/element.ts';
import type { BulkResource } from '../bulk/bulk.ts';
import type { Handler } from '../handler.ts';
import { addOrder, pushDocument } from './documents.ts';
import { listHandler } from './lists.ts';
import { addTracking, readOrder, setOrderExported } from './orders.ts';
import { productHandler } from './products.ts';

/** Bulk messages stream and have no handler here: see bulk.ts. */
type WholeResource = Exclude<Resource, BulkResource>;

/** A message that is read as a whole, and what answers it. */
export interface WholeMessage {
  readonly requestShape: Shape;
  readonly handle: Handler;
}

const product = (resource: ProductOperation): Handler => productHandler(resource, RESOURCES[resource].codec);

const HANDLERS: Readonly<Record<WholeResource, Handler>> = {
  products_list: listHandler(RESOURCES.products_list.codec, (shop, slice, origin) =>
    shop.listProducts(slice, origin),
  ),
  options_list: listHandler(RESOURCES.options_list.codec, (shop, slice, origin) =>
    shop.listOptions(slice, origin),
  ),
  add_product: product('add_product'),
  update_product: product('update_product'),
  add_option: product('add_option'),
  update_option: product('update_option'),
  orders_list: listHandler(RESOURCES.orders_list.codec, (shop, query, origin) =>
    shop.listOrders(query, origin),
  ),
  orders: readOrder,
  set_order_exported: setOrderExported,
  add_tracking: addTracking,
  customers_list: listHandler(RESOURCES.customers_list.codec, (shop, { since }, origin) =>
    shop.listCustomers(since, origin),
  ),
  add_order: addOrder,
};

const isWhole = (resource: string): resource is WholeResource => Object.hasOwn(HANDLERS, resource);

/** Throws when there is none of this name. */
export function requireMessage(resource: string): WholeMessage {
  if (resource === '') throw fail('resource_missing');
  if (!isWhole(resource))
    throw fail('resource_unknown', { value: resource, expected: knownResources.join(', ') });
  return { requestShape: RESOURCES[resource].codec.requestShape, handle: HANDLERS[resource] };
}

export const DOCUMENT_MESSAGE: WholeMessage = {
  requestShape: documentPushCodec.requestShape,
  handle: pushDocument,
};
