import type { Changes } from './changes.ts';
import type { Decimal } from './decimal.ts';
import type { FieldsOf, FieldTable } from './fields.ts';

/** The texts of a product, in the shop's main language or in a translation. Descriptions are HTML as the ERP wrote it. */
export const TEXT_FIELDS = {
  name: 'text',
  description: 'text',
  shortDescription: 'text',
  metaTitle: 'text',
  metaDescription: 'text',
  metaKeywords: 'text',
} as const satisfies FieldTable;

/**
 * What a product or a variant has besides its texts. Prices exclude tax (HT), `taxRate` is a percentage, `ecotax` an
 * amount excluding tax, `stock` a quantity that may be negative or fractional, `weight` kg, the dimensions cm.
 * Seed §7 and §8.
 */
export const PLAIN_FIELDS = {
  netPrice: 'decimal',
  taxRate: 'decimal',
  ecotax: 'decimal',
  stock: 'decimal',
  weight: 'decimal',
  width: 'decimal',
  height: 'decimal',
  depth: 'decimal',
  ean13: 'text',
  upc: 'text',
  active: 'boolean',
  available: 'boolean',
} as const satisfies FieldTable;

/** Every field of a product with its kind: the one list that the wire, the store and the importers are built from. */
export const PRODUCT_FIELDS = { ...TEXT_FIELDS, ...PLAIN_FIELDS } as const;

export type ProductTexts = FieldsOf<typeof TEXT_FIELDS>;
export type ProductFields = FieldsOf<typeof PRODUCT_FIELDS>;
export type ProductField = keyof ProductFields;

/** Prices beside the sale price, `p_vente2` to `p_vente5` on the wire; all exclude tax. */
export type PriceLevel = 2 | 3 | 4 | 5;
export const PRICE_LEVELS: readonly PriceLevel[] = [2, 3, 4, 5];

/** One axis of a variant: `{ name: 'Couleur', value: 'Bleu' }`. */
export interface Axis {
  readonly name: string;
  readonly value: string;
}

/** A price, excluding tax, for one category of customers (Sage's CategoriesTarifs, seed §7). */
export interface CategoryPrice {
  readonly category: string;
  readonly netPrice: Decimal;
}

export const IMAGE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/tiff',
] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export interface Image {
  readonly type: ImageType;
  readonly bytes: Uint8Array;
}

export type ProductKind = 'product' | 'variant';

/** A stored product or variant as a reader sees it; a key that is absent has no value. */
export interface Product {
  readonly id: string;
  readonly reference: string;
  readonly kind: ProductKind;
  /** The parent's reference, of a variant; it may name a product that has not come yet. */
  readonly parent?: string;
  readonly fields: Partial<ProductFields>;
  /** From the root down; empty when the product has no category. */
  readonly categoryPath: readonly string[];
  readonly axes: readonly Axis[];
  readonly translations: Readonly<Record<string, Partial<ProductTexts>>>;
  readonly priceLevels: Readonly<Partial<Record<PriceLevel, Decimal>>>;
  readonly categoryPrices: readonly CategoryPrice[];
  readonly customFields: Readonly<Record<string, string>>;
  readonly image?: { readonly type: ImageType; readonly sha256: string };
}

/** A product or variant in a list: the shop's id, and the ERP's article code. */
export interface ListedProduct {
  readonly id: string;
  readonly reference: string;
}

/** `add*` of what is there already is an update; `update*` of what is not there is refused. */
export type ProductOperation = 'add_product' | 'update_product' | 'add_option' | 'update_option';

/** One variant inside its parent's `<gammes>` block (seed §16). */
export interface VariantChange {
  readonly reference: string;
  readonly axes: readonly Axis[];
  /** A price of 0 never comes here: it means no own price (the parent's holds) and is said as `null`. */
  readonly fields: Changes<Pick<ProductFields, 'netPrice' | 'stock' | 'weight'>>;
}

/** What `add_product`, `update_product`, `add_option` and `update_option` say of one reference. */
export interface ProductChange {
  /** The ERP's article code: byte-exact, trimmed, one namespace for products and variants. */
  readonly reference: string;
  readonly fields: Changes<ProductFields>;
  /** The whole path from the root; missing categories are created. */
  readonly categoryPath?: readonly string[];
  readonly translations?: Readonly<Record<string, Changes<ProductTexts>>>;
  readonly priceLevels?: Readonly<Partial<Record<PriceLevel, Decimal | null>>>;
  /** Added or updated by category name; categories that are not named stay. */
  readonly categoryPrices?: readonly CategoryPrice[];
  readonly customFields?: Readonly<Record<string, string | null>>;
  readonly image?: Image | null;
  /** Added or updated by reference; variants that are not named stay as they are. */
  readonly variants?: readonly VariantChange[];
  /** The parent's reference (`product_reference` of `add_option`): makes this record a variant. */
  readonly parent?: string;
  /** Of a variant: the whole new list. The wire says it only within its parent's gammes. */
  readonly axes?: readonly Axis[];
}
