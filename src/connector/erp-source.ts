import type { CustomerChange, ShopCustomer } from '../domain/customer.ts';
import type { LocalDateTime } from '../domain/dates.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Order } from '../domain/order.ts';
import type { PriceRuleChange } from '../domain/price-rule.ts';
import type { Problem } from '../domain/problem.ts';
import type { ProductChange } from '../domain/product.ts';
import type { SalesDocumentChange, SalesDocumentType } from '../domain/sales-document.ts';

/**
 * The connector's port to an ERP: everything that the flows ask of the ERP's side, whatever keeps its data. A source is
 * opened for one shop; orders of different shops never meet in it. Lists come in batches whose size means nothing, may
 * be read several times (each call starts again), and give what the ERP holds now. A record that cannot be read comes
 * as a `Problem` in its batch; the source itself failing rejects with a PasserelleError.
 */
export interface ErpSource {
  /** As people call it, for progress and reports: `folder ./exports`, `postgres shop`. */
  readonly name: string;

  /**
   * Articles. Where the ERP knows gammes, a parent carries its `variants`; a row that names a `parent` and belongs to
   * no such block is an article of its own (an option in the shop).
   */
  articles(): AsyncIterable<readonly Read<ProductChange>[]>;
  /** Quantities that the ERP keeps apart from its articles; they win over an article's own stock. */
  stock(): AsyncIterable<readonly Read<StockLevel>[]>;
  customers(): AsyncIterable<readonly Read<CustomerChange>[]>;
  priceRules(): AsyncIterable<readonly Read<PriceRuleChange>[]>;
  salesDocuments(): AsyncIterable<readonly Read<ErpDocument>[]>;
  /** Parcels of the shop's orders. */
  shipments(): AsyncIterable<readonly Read<Shipment>[]>;

  /** The ERP's number of the piece that this order became; undefined when it was never imported. */
  importedOrder(id: string): Promise<string | undefined>;
  /**
   * Makes a sales piece of a shop's order, once: durable when it resolves, and repeating it, also after a crash in its
   * midst, makes no second piece.
   */
  importOrder(order: Order): Promise<ImportedOrder>;
  /** Takes what the shop knows of its customers (seed §13), by the shop's id; absent where the ERP wants none. */
  importCustomers?(customers: readonly ShopCustomer[]): Promise<void>;

  close(): Promise<void>;
}

/** A record, or what makes it unreadable. */
export type Read<T> = { readonly value: T } | { readonly problem: Problem };

export interface StockLevel {
  readonly reference: string;
  /** May be negative or fractional. */
  readonly stock: Decimal;
}

export interface Shipment {
  /** The shop's id of the order. */
  readonly orderId: string;
  readonly trackingNumber: string;
}

/** A sales piece, its content and file not loaded yet. */
export interface ErpDocument {
  /** The piece's number: its key. */
  readonly number: string;
  readonly type: SalesDocumentType;
  readonly date?: LocalDateTime;
  /** Changes when the piece does; an unchanged one is sent once. */
  readonly version: string;
  load(): Promise<SalesDocumentChange>;
}

export interface ImportedOrder {
  /** The ERP's number of the piece. */
  readonly document: string;
  readonly outcome: 'imported' | 'already_imported';
}
