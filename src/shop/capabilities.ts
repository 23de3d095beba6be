import { OPTIONAL_ORDER_FIELDS, type OptionalOrderField } from '../domain/order.ts';
import { PRICE_LEVELS, PRODUCT_FIELDS, type PriceLevel, type ProductField } from '../domain/product.ts';

/** How long a number may be, as SQL counts it: digits in all, and how many of them stand after the point. */
export interface Digits {
  readonly precision: number;
  readonly scale: number;
}

/**
 * What a shop can keep: plain data, which callers and tests read. What a record says beyond it is left out with a
 * warning, an operation that needs what is false is refused with `unsupported` (see decorators/within-capabilities).
 */
export interface Capabilities {
  /** The fields of a product or variant that it keeps, texts in translations too. */
  readonly productFields: readonly ProductField[];
  /**
   * Those of them that may have no value. The others always have one, and `null` does not change it; a translation of
   * theirs may go all the same.
   */
  readonly emptyFields: readonly ProductField[];
  /** What is longer is rounded, or refused when it is too large. Absent: a number of any length. */
  readonly digits: {
    /** Of prices and amounts. */
    readonly money?: Digits;
    readonly stock?: Digits;
    /** Of weight in kg, where it is other than that of the dimensions. */
    readonly weight?: Digits;
    /** Of dimensions in cm, and of weight. */
    readonly measures?: Digits;
  };
  /** The most characters of a text field, of a reference, a category's name, an axis or its value. Absent: any number. */
  readonly longest: Readonly<Partial<Record<ProductField | 'reference' | 'category' | 'axis', number>>>;
  /** `caseless`: references that differ in nothing but case name the same record. */
  readonly references: 'exact' | 'caseless';
  /** Levels of a product's category path. Absent: any number. */
  readonly categoryLevels?: number;
  readonly priceLevels: readonly PriceLevel[];
  readonly categoryPrices: boolean;
  readonly variants: boolean;
  readonly translations: boolean;
  readonly customFields: boolean;
  readonly images: boolean;

  /** Whether it has orders that an ERP may fetch. */
  readonly orders: boolean;
  /** What an order of this shop may have beyond what every order has; in addresses, also those of its customers. */
  readonly orderFields: readonly OptionalOrderField[];
  /** Whether the states that an order was in can be read back. */
  readonly orderHistory: boolean;
  readonly tracking: boolean;

  /** Whether it has customers of its own, for the ERP to list. */
  readonly shopCustomers: boolean;
  /** Customers that the ERP sends. */
  readonly customers: boolean;
  readonly priceRules: boolean;
  readonly salesDocuments: boolean;
}

/** Capabilities that a shop has or has not. */
export type CapabilityFlag = {
  [Name in keyof Capabilities]-?: Capabilities[Name] extends boolean ? Name : never;
}[keyof Capabilities];

const ALL_FIELDS = Object.keys(PRODUCT_FIELDS) as readonly ProductField[];

export const ALL_CAPABILITIES: Capabilities = {
  productFields: ALL_FIELDS,
  emptyFields: ALL_FIELDS,
  digits: {},
  longest: {},
  references: 'exact',
  priceLevels: PRICE_LEVELS,
  categoryPrices: true,
  variants: true,
  translations: true,
  customFields: true,
  images: true,
  orders: true,
  orderFields: OPTIONAL_ORDER_FIELDS,
  orderHistory: true,
  tracking: true,
  shopCustomers: true,
  customers: true,
  priceRules: true,
  salesDocuments: true,
};

/** Of a shop that keeps nothing but references: what is true of one's own is put over it. */
export const NO_CAPABILITIES: Capabilities = {
  productFields: [],
  emptyFields: [],
  digits: {},
  longest: {},
  references: 'exact',
  categoryLevels: 0,
  priceLevels: [],
  categoryPrices: false,
  variants: false,
  translations: false,
  customFields: false,
  images: false,
  orders: false,
  orderFields: [],
  orderHistory: false,
  tracking: false,
  shopCustomers: false,
  customers: false,
  priceRules: false,
  salesDocuments: false,
};
