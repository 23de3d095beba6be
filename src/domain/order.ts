import type { Person, PostalAddress } from './customer.ts';
import type { LocalDateTime } from './dates.ts';
import type { FieldsOf, FieldTable } from './fields.ts';

/** One line of an order. `netUnitPrice` excludes tax and includes the ecotax, which `ecotax` names; `taxRate` is a percentage. */
export const ORDER_LINE_FIELDS = {
  reference: 'text',
  quantity: 'decimal',
  name: 'text',
  netUnitPrice: 'decimal',
  taxRate: 'decimal',
} as const satisfies FieldTable;

/** What only some lines have. */
export const ORDER_LINE_OPTIONS = {
  /** Per unit, excluding tax. */
  ecotax: 'decimal',
  /** Sage only: names of the two axes' values. */
  axis1: 'text',
  axis2: 'text',
} as const satisfies FieldTable;

export interface OrderLine
  extends FieldsOf<typeof ORDER_LINE_FIELDS>,
    Partial<FieldsOf<typeof ORDER_LINE_OPTIONS>> {}

export interface OrderCustomer extends Person {
  /** Pins the ERP's account: the connector then looks for no other. */
  readonly erpCode?: string;
}

/**
 * Amounts of an order. `paid` = `productsInclTax` + `shippingInclTax` − `discountInclTax`, to the cent.
 * On the wire `total_products` is the one that INCLUDES tax (seed §11), the reverse of PrestaShop.
 */
export const ORDER_TOTALS = {
  /** Percent of the order's amount including tax. */
  discountPercent: 'decimal',
  discountInclTax: 'decimal',
  discountExclTax: 'decimal',
  paid: 'decimal',
  productsInclTax: 'decimal',
  productsExclTax: 'decimal',
  shippingInclTax: 'decimal',
  /** Percent. */
  shippingTaxRate: 'decimal',
} as const satisfies FieldTable;

export type OrderTotals = FieldsOf<typeof ORDER_TOTALS>;

/** What an order and a sales document of the ERP say of themselves beside their parts; it may be empty. */
export const ORDER_FIELDS = {
  paymentMethod: 'text',
  carrier: 'text',
} as const satisfies FieldTable;

/** What only some orders have. */
export const ORDER_OPTIONS = {
  warehouse: 'text',
  currency: 'text',
} as const satisfies FieldTable;

/** The piece that the ERP makes of an order. */
export const ORDER_DOCUMENT_TYPES = ['quote', 'order', 'delivery_note', 'invoice'] as const;
export type OrderDocumentType = (typeof ORDER_DOCUMENT_TYPES)[number];

/** The state that this piece is in at first. */
export const ORDER_DOCUMENT_STATES = ['entered', 'confirmed', 'to_prepare'] as const;
export type OrderDocumentState = (typeof ORDER_DOCUMENT_STATES)[number];

/** What an order and a sales document of the ERP have in common. */
export interface OrderContent extends FieldsOf<typeof ORDER_FIELDS>, Partial<FieldsOf<typeof ORDER_OPTIONS>> {
  /** Where absent, the ERP's own setting holds, as for the state. */
  readonly documentType?: OrderDocumentType;
  readonly documentState?: OrderDocumentState;
  readonly delivery: PostalAddress;
  readonly billing: PostalAddress & { readonly vatNumber?: string };
  readonly customer: OrderCustomer;
  readonly totals: OrderTotals;
  readonly lines: readonly OrderLine[];
}

/** An order, as the connector reads it (seed §11). Ids and states are opaque text. */
export interface Order extends OrderContent {
  readonly id: string;
  /** The number that the customer knows, when it is not the id. */
  readonly reference?: string;
  readonly state: string;
  readonly placedAt: LocalDateTime;
  /** Makes the connector skip the order. */
  readonly excluded?: boolean;
}

/** An order as the ERP's side reads it. Over the wire its state stands in the list alone. */
export interface OrderToImport extends Omit<Order, 'state'>, Partial<Pick<Order, 'state'>> {
  /**
   * Elements that have no name here, each by its place in the order, as of a sales document: `client/code_famille`,
   * `produits/2/xx_lot`, or the element alone.
   */
  readonly customFields?: Readonly<Record<string, string>>;
}

/** With `states`: every order in them, exported or not. Without: the importable ones, not confirmed yet. */
export interface OrderQuery {
  readonly states?: readonly string[];
}

export interface ListedOrder {
  readonly id: string;
  readonly state: string;
}

export interface ConfirmedOrder {
  readonly id: string;
  /** The state that the order is in afterwards, where the shop says it. */
  readonly state?: string;
}

/**
 * The fields of an order that not every shop has, by their name wherever they stand: in the order itself, its customer,
 * its billing address, its lines, and in postal addresses.
 */
export const OPTIONAL_ORDER_FIELDS = [
  'reference',
  'warehouse',
  'currency',
  'documentType',
  'documentState',
  'excluded',
  'erpCode',
  'vatNumber',
  'ecotax',
  'axis1',
  'axis2',
  'company',
  'address2',
  'phone',
  'mobile',
] as const;
export type OptionalOrderField = (typeof OPTIONAL_ORDER_FIELDS)[number];

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
