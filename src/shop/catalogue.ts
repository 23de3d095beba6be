import type { LocalDateTime } from '../domain/dates.ts';
import type { ImageType, Product, ProductKind } from '../domain/product.ts';
import type { Page, PageQuery } from './pages.ts';

/** Reads the catalogue as a storefront does: by page, by what it looks for, in an order. */
export interface Catalogue {
  productPage(query: ProductQuery): Promise<Page<CatalogueProduct>>;
  catalogueProduct(reference: string): Promise<CatalogueProduct | undefined>;
  categoryPage(query: CategoryQuery): Promise<Page<Category>>;
  category(id: string): Promise<Category | undefined>;
  /** Of an image that a product has; undefined where none has it. */
  imageType(sha256: string): Promise<ImageType | undefined>;
}

/** What each order's places are made of. Names are put in order as `search` compares them: without case and accents. */
export const PRODUCT_ORDERS = {
  id: ['number'],
  reference: ['string'],
  name: ['string', 'number'],
  updatedAt: ['string', 'number'],
} as const;
export type ProductOrder = keyof typeof PRODUCT_ORDERS;

/** What is asked for must all be so. */
export interface ProductQuery extends PageQuery {
  readonly kind: ProductKind;
  readonly order: ProductOrder;
  readonly isDescending: boolean;
  /** The parent's reference, of variants. */
  readonly parent?: string;
  /** The category's id; its subcategories count too. */
  readonly category?: string;
  /** What the ERP never said counts as true, as for quotes; so of `available`. */
  readonly active?: boolean;
  readonly available?: boolean;
  /** Changed at this moment or later. */
  readonly updatedSince?: LocalDateTime;
  /** Each word stands somewhere in reference or name, in any case, with or without accents. */
  readonly search?: string;
  /** Reference or name begin so, in any case, with or without accents. */
  readonly prefix?: string;
}

/** A product as stored, with what a storefront wants besides. */
export interface CatalogueProduct extends Product {
  readonly categoryId?: string;
  readonly createdAt: LocalDateTime;
  readonly updatedAt: LocalDateTime;
}

/** Categories are listed in the order in which they came. */
export interface CategoryQuery extends PageQuery {
  /** Children of this category; `null`: those at the top. Absent: all. */
  readonly parent?: string | null;
}

export interface Category {
  readonly id: string;
  readonly name: string;
  /** Absent of one at the top. */
  readonly parent?: string;
  /** From the top down, itself last. */
  readonly path: readonly string[];
  readonly hasChildren: boolean;
}
