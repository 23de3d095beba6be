import type { PostalAddress } from './customer.ts';
import type { LocalDateTime } from './dates.ts';
import type { Decimal } from './decimal.ts';

/** One line of an order. `netUnitPrice` excludes tax and includes the ecotax, which `ecotax` names; `taxRate` is a percentage. */
export interface OrderLine {
  readonly reference: string;
  readonly quantity: Decimal;
  readonly name: string;
  readonly netUnitPrice: Decimal;
  readonly taxRate: Decimal;
  /** Per unit, excluding tax. */
  readonly ecotax?: Decimal;
  /** Sage only: names of the two axes' values. */
  readonly axis1?: string;
  readonly axis2?: string;
}

export interface OrderCustomer {
  /** The shop's id. */
  readonly id: string;
  /** Pins the ERP's account: the connector then looks for no other. */
  readonly erpCode?: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string;
}

/**
 * Amounts of an order. `paid` = `productsInclTax` + `shippingInclTax` − `discountInclTax`, to the cent.
 * On the wire `total_products` is the one that INCLUDES tax (seed §11), the reverse of PrestaShop.
 */
export interface OrderTotals {
  /** Percent of the order's amount including tax. */
  readonly discountPercent: Decimal;
  readonly discountInclTax: Decimal;
  readonly discountExclTax: Decimal;
  readonly paid: Decimal;
  readonly productsInclTax: Decimal;
  readonly productsExclTax: Decimal;
  readonly shippingInclTax: Decimal;
  /** Percent. */
  readonly shippingTaxRate: Decimal;
}

/** An order, as the connector reads it (seed §11). Ids and states are opaque text. */
export interface Order {
  readonly id: string;
  /** The number that the customer knows, when it is not the id. */
  readonly reference?: string;
  readonly state: string;
  readonly placedAt: LocalDateTime;
  readonly warehouse?: string;
  readonly currency?: string;
  readonly paymentMethod: string;
  readonly carrier: string;
  /** The ERP's type of piece to create: 20 quote, 21 order, 23 invoice. */
  readonly documentType?: string;
  /** The state of the imported piece: 0 entered, 1 confirmed, 2 to prepare. */
  readonly documentState?: string;
  readonly delivery: PostalAddress;
  readonly billing: PostalAddress & { readonly vatNumber?: string };
  readonly customer: OrderCustomer;
  readonly totals: OrderTotals;
  readonly lines: readonly OrderLine[];
  /** Makes the connector skip the order (`<no_import/>`). */
  readonly excluded?: boolean;
}

/** A moment in an order's life. */
export interface OrderStateChange {
  readonly state: string;
  readonly at: LocalDateTime;
  /** Who changed it: `shop`, or `erp` for `set_order_exported`. */
  readonly by: 'shop' | 'erp';
}

/** What happened to an order since it was placed. */
export interface OrderPast {
  readonly history: readonly OrderStateChange[];
  readonly trackingNumbers: readonly string[];
  /** Leased when the connector read it and has not confirmed it yet. */
  readonly readAt?: LocalDateTime;
  /** The exchange that read it. */
  readonly readBy?: string;
  readonly confirmedAt?: LocalDateTime;
}

export interface OrderRecord extends Order, OrderPast {}
