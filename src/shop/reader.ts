import type { Customer } from '../domain/customer.ts';
import type { OrderRecord } from '../domain/order.ts';
import type { PriceRule } from '../domain/price-rule.ts';
import type { Product } from '../domain/product.ts';
import type { SalesDocument } from '../domain/sales-document.ts';

/** Reads back what is stored: for exports, tests and whoever compares. Batches, in a stable order. */
export interface ShopReader {
  product(reference: string): Promise<Product | undefined>;
  /** Parents before their variants. */
  products(): AsyncIterable<readonly Product[]>;
  customers(): AsyncIterable<readonly Customer[]>;
  order(id: string): Promise<OrderRecord | undefined>;
  orders(): AsyncIterable<readonly OrderRecord[]>;
  priceRules(): AsyncIterable<readonly PriceRule[]>;
  salesDocuments(): AsyncIterable<readonly SalesDocument[]>;
  /** The bytes of an image or a document. */
  blob(sha256: string): Promise<Uint8Array | undefined>;
}
