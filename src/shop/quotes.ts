import type { LocalDateTime } from '../domain/dates.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { PriceConflict } from '../domain/pricing/conflicts.ts';
import type { QuoteLine, QuoteTotals } from '../domain/pricing/quote.ts';

/** What this shop's buyers pay, and why: the price lists and the articles' own prices, resolved (docs/pricing.md). */
export interface Quotes {
  /**
   * Every line is priced by itself. Rejects with `reference_unknown`, `customer_unknown`, `quantity_not_positive` or
   * `basket_too_large`; an article that is not sold at present is priced, with a remark.
   */
  quote(basket: Basket): Promise<Quote>;
  /**
   * Rules that contradict each other: for one article and buyer, nothing but the lower price decides. Goes through all
   * rules, in the order of references and customers, behind `after`. A page may have no conflict; those of one place stand
   * on one page.
   */
  priceConflicts(after?: ConflictPlace): AsyncIterable<ConflictPage>;
}

/** Lines of a basket; a longer one would keep others waiting. */
export const MOST_LINES = 500;

export interface Basket {
  readonly buyer: QuotedBuyer;
  /** As price rules name it. Absent or empty: only rules without a currency hold. */
  readonly currency?: string;
  /** ISO 3166-1 alpha-2. Absent or empty: only rules without a country hold. */
  readonly country?: string;
  /** By default the shop's present time. */
  readonly at?: LocalDateTime;
  readonly lines: readonly BasketLine[];
}

/** A customer by the ERP's code, whose price category is the group; or nobody in particular, perhaps of a group. */
export type QuotedBuyer = { readonly customer: string } | { readonly group: string };

export interface BasketLine {
  /** Of a product or a variant. */
  readonly reference: string;
  /** Above 0; may be fractional. */
  readonly quantity: Decimal;
}

/** All unit prices exclude tax, unless their name says gross; amounts are in whatever currency the prices are. */
export interface Quote extends QuoteTotals {
  /** Empty texts: nobody in particular. */
  readonly customer: string;
  readonly group: string;
  readonly currency: string;
  readonly country: string;
  readonly at: LocalDateTime;
  readonly remarks: readonly BuyerRemark[];
  readonly lines: readonly QuoteLine[];
}

/** The ERP has made the customer inactive. */
export const BUYER_REMARKS = ['customer_inactive'] as const;
export type BuyerRemark = (typeof BUYER_REMARKS)[number];

export interface ConflictPlace {
  readonly reference: string;
  readonly customer: string;
}

export interface ConflictPage {
  /** Rules that were looked at for this page. */
  readonly rules: number;
  readonly conflicts: readonly PriceConflict[];
  /** Rules up to there are done: `after` for who goes on later. Absent where none is yet, and at the end. */
  readonly done?: ConflictPlace;
}
