import type { LocalDateTime } from '../dates.ts';
import type { Decimal } from '../decimal.ts';
import type { CategoryPrice, PriceLevel } from '../product.ts';

/** The prices that an article has of its own. All exclude tax. */
export interface OwnPrices {
  readonly netPrice?: Decimal;
  readonly categoryPrices: readonly CategoryPrice[];
  readonly priceLevels: Readonly<Partial<Record<PriceLevel, Decimal>>>;
}

/** An article's own sale price and its parent's, excluding tax. */
export interface SalePrices {
  readonly netPrice?: Decimal;
  readonly parent?: Pick<SalePrices, 'netPrice'>;
}

/** What is to be sold: a product, or a variant, which takes from its parent what it has not. */
export interface PricedArticle extends OwnPrices {
  readonly reference: string;
  /** Percent. */
  readonly taxRate?: Decimal;
  readonly parent?: OwnPrices & { readonly reference: string };
}

/** Empty texts: nobody in particular. */
export interface Buyer {
  /** The ERP's customer code. */
  readonly customer: string;
  /** The customer's price category; price rules name it as their group. */
  readonly group: string;
}

export interface PriceQuestion {
  readonly article: PricedArticle;
  readonly buyer: Buyer;
  readonly quantity: Decimal;
  /** ISO 4217 or the ERP's own code, as price rules name it. Empty: only rules without a currency hold. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2. Empty: only rules without a country hold. */
  readonly country: string;
  readonly at: LocalDateTime;
}

export interface PricingOptions {
  /** Whether an article may be sold at a resulting price of 0. */
  readonly allowZero: boolean;
  /** Which price level the customers of a price category get. */
  readonly levels: Readonly<Record<string, PriceLevel>>;
}

/** Where a shop has said nothing else. */
export const USUAL_PRICING: PricingOptions = { allowZero: false, levels: {} };
