import type { Kysely } from 'kysely';
import type { CustomerChange, ShopCustomer } from '../domain/customer.ts';
import type { LocalDateTime } from '../domain/dates.ts';
import type { ProductKind } from '../domain/product.ts';
import type { Slice } from '../domain/slice.ts';
import type { ShopReader } from '../shop/reader.ts';
import type { BulkResult, Shop } from '../shop/shop.ts';
import type { CmsContext } from './cms-context.ts';
import type { CmsShop } from './cms-shop.ts';
import { readCustomers, shopCustomers } from './side/customers/lists.ts';
import { readDocuments, saveSalesDocument } from './side/documents.ts';
import type { createHandOver } from './side/hand-over.ts';
import { readPriceRules } from './side/price-rules/read.ts';
import type { PriceRuleMessage } from './side/price-rules/save.ts';

/** What differs from CMS to CMS. */
export interface CmsParts<Sql> {
  readonly capabilities: Shop['capabilities'];
  readonly products: {
    list(kind: ProductKind, slice: Slice): ReturnType<Shop['listProducts']>;
    readonly save: Shop['saveProduct'];
    readonly read: ShopReader['product'];
    readonly readAll: ShopReader['products'];
    /** The bytes of an image in the CMS's folder. */
    image(sha256: string): Promise<Uint8Array | undefined>;
  };
  readonly orders: {
    readonly list: Shop['listOrders'];
    readonly handOver: ReturnType<typeof createHandOver>;
    readonly record: ShopReader['order'];
    readonly records: ShopReader['orders'];
  };
  readonly customers: {
    /** Notes which accounts have changed since they were last looked at. */
    noteChanges(sql: Sql): Promise<void>;
    /** The accounts of the CMS: all, or those that were noted to have changed since then. */
    pages(sql: Sql, since?: LocalDateTime): AsyncIterable<readonly ShopCustomer[]>;
    save(changes: AsyncIterable<readonly CustomerChange[]>): Promise<BulkResult>;
    /** Whether an account has this address, which is in small letters. */
    isEmail(sql: Sql, email: string): Promise<boolean>;
  };
  savePriceRules(message: PriceRuleMessage): Promise<BulkResult>;
}

/** A shop on a CMS's tables, and on ours beside them. */
export const buildShop = <Tables>(context: CmsContext<Tables>, parts: CmsParts<Kysely<Tables>>): CmsShop => ({
  shop: shopOf(context, parts),
  reader: readerOf(context, parts),
  offerOrderAgain: (id) => parts.orders.handOver.offerAgain(id),
  probe: () => context.database.probe(),
});

function shopOf<Tables>(context: CmsContext<Tables>, parts: CmsParts<Kysely<Tables>>): Shop {
  const { database, sideOf } = context;
  const { capabilities, products, orders, customers, savePriceRules } = parts;
  const { handOver } = orders;
  return {
    capabilities,
    listProducts: (slice) => products.list('product', slice),
    listOptions: (slice) => products.list('variant', slice),
    saveProduct: products.save,
    listOrders: orders.list,
    readOrder: (id, origin) => handOver.read(id, origin?.exchange),
    confirmOrder: (id, finalState) => handOver.confirm(id, finalState),
    saveTracking: (id, number) => handOver.track(id, number),
    async *listCustomers(since) {
      await database.write((sql) => customers.noteChanges(sql));
      const accounts = customers.pages(database.read, since);
      yield* shopCustomers(sideOf(database.read), accounts, { changedOnly: since !== undefined });
    },
    saveCustomers: (changes) => customers.save(changes),
    savePriceRules: (batches, mode) => savePriceRules({ batches, mode }),
    saveSalesDocument: (change) => saveSalesDocument(context, change, customers.isEmail),
    close: () => database.close(),
  };
}

function readerOf<Tables>(
  { database, sideOf, clock, blobs }: CmsContext<Tables>,
  { products, orders, customers }: CmsParts<Kysely<Tables>>,
): ShopReader {
  const side = sideOf(database.read);
  return {
    product: products.read,
    products: products.readAll,
    customers: () => readCustomers(side, customers.pages(database.read)),
    order: orders.record,
    orders: orders.records,
    priceRules: () => readPriceRules(side, clock),
    salesDocuments: () => readDocuments(side),
    blob: async (sha256) => (await products.image(sha256)) ?? blobs.read(sha256),
  };
}
