import { fail } from '../domain/error.ts';
import { aroundEach, decorate } from '../shop/decorate.ts';
import { OPERATION_NAMES, OPERATIONS } from '../shop/operations.ts';
import type { ShopReader } from '../shop/reader.ts';
import type { Shop } from '../shop/shop.ts';

const WRITING = OPERATION_NAMES.filter((name) => !['list', 'read'].includes(OPERATIONS[name].kind));

/** The same shop, which nobody changes or closes: reading an order does not lease it. Without a reader it has no orders. */
export function readOnly(shop: Shop, reader: Pick<ShopReader, 'order'> | undefined): Shop {
  const unwritten = aroundEach(
    shop,
    {
      list: (_, run) => run(),
      async call(name) {
        throw fail('unsupported', { field: name });
      },
    },
    WRITING,
  );
  return decorate(unwritten, {
    ...(reader
      ? { readOrder: (id: string) => unleased(reader, id) }
      : { capabilities: { ...shop.capabilities, orders: false }, listOrders: noOrders }),
    async close() {},
  });
}

async function unleased(reader: Pick<ShopReader, 'order'>, id: string) {
  const record = await reader.order(id);
  if (record) return record;
  throw fail('order_unknown', { entity: 'order', record: id });
}

async function* noOrders() {}
