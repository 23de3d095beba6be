import type { Customer, ShopCustomer } from '../../domain/customer.ts';
import { type LocalDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import { formatCustomer } from '../../records/customer-record.ts';
import { formatDocument } from '../../records/document-record.ts';
import type { RecordKind } from '../../records/kinds.ts';
import { formatOrder } from '../../records/order-record.ts';
import { formatPriceRule } from '../../records/price-rule-record.ts';
import { formatProduct } from '../../records/product-record.ts';
import type { JsonObject } from '../../records/record-reader.ts';
import type { ShopReader } from '../../shop/reader.ts';
import type { Shop } from '../../shop/shop.ts';

export interface ExportOptions {
  /** Images and documents go along, in base64. */
  readonly withFiles: boolean;
  /** Price rules: the retired ones too, with their dates. */
  readonly all: boolean;
}

export interface ExportedShop {
  readonly shop: Pick<Shop, 'listCustomers'>;
  readonly reader: Pick<
    ShopReader,
    'products' | 'customers' | 'orders' | 'priceRules' | 'salesDocuments' | 'blob'
  >;
}

type Lines = AsyncGenerator<readonly JsonObject[]>;

/** What `export WHAT` writes, one object a line, in the store's own batches. */
export const EXPORTS: Readonly<Record<RecordKind, (store: ExportedShop, options: ExportOptions) => Lines>> = {
  products: exportProducts,
  customers: exportCustomers,
  orders: exportOrders,
  'price-rules': exportPriceRules,
  documents: exportDocuments,
};

async function* exportProducts({ reader }: ExportedShop, { withFiles }: ExportOptions): Lines {
  for await (const products of reader.products()) {
    if (!withFiles) yield products.map((product) => formatProduct(product));
    // One at a time: a whole batch's images may be more than memory holds.
    else
      for (const product of products)
        yield [formatProduct(product, product.image && (await reader.blob(product.image.sha256)))];
  }
}

async function* exportDocuments({ reader }: ExportedShop, { withFiles }: ExportOptions): Lines {
  for await (const documents of reader.salesDocuments()) {
    if (!withFiles) yield documents.map((document) => formatDocument(document));
    else
      for (const document of documents)
        yield [formatDocument(document, document.file && (await reader.blob(document.file.sha256)))];
  }
}

async function* exportOrders({ reader }: ExportedShop): Lines {
  for await (const orders of reader.orders()) yield orders.map(formatOrder);
}

async function* exportPriceRules({ reader }: ExportedShop, { all }: ExportOptions): Lines {
  for await (const rules of reader.priceRules()) {
    const shown = all ? rules : rules.filter(({ retiredAt }) => retiredAt === undefined);
    yield shown.map((rule) => formatPriceRule(rule, all));
  }
}

async function* exportCustomers({ shop, reader }: ExportedShop): Lines {
  const own = await ownCustomers(shop);
  for await (const customers of reader.customers())
    yield customers.map((customer: Customer) => formatCustomer(customer, own.get(customer.id)));
}

/** Before any shop: with a date, the list holds only customers that the shop's own side has spoken of. */
const EVER: LocalDateTime | undefined = parseLocalDateTime('1000-01-01 00:00:00');

async function ownCustomers(shop: ExportedShop['shop']): Promise<ReadonlyMap<string, ShopCustomer>> {
  const own = new Map<string, ShopCustomer>();
  for await (const customers of shop.listCustomers(EVER))
    for (const customer of customers) own.set(customer.id, customer);
  return own;
}
