import type { Changes } from './changes.ts';
import type { LocalDateTime } from './dates.ts';
import type { Decimal } from './decimal.ts';

/** `price`: the value is a price; `amount_off`: taken off, in currency; `percent_off`: taken off, in percent. All exclude tax. */
export type PriceRuleKind = 'price' | 'amount_off' | 'percent_off';

/**
 * What tells two rules apart. `source` and `rule` are the ERP's `src` and `ref`: a rule of the ERP that is shared by
 * many products and groups, not a row's id. An empty text means "any" (for `validFrom`: from ever on).
 */
export interface PriceRuleKey {
  readonly source: string;
  readonly rule: string;
  /** The product's or variant's reference; it may name one that has not come yet. */
  readonly reference: string;
  readonly customer: string;
  readonly group: string;
  /** ISO 4217 or the ERP's own code. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The quantity from which the rule holds; `0` where none was said. */
  readonly fromQuantity: Decimal;
  readonly validFrom: LocalDateTime | '';
}

/** The fields of a rule that may be absent, and are then left untouched. */
export interface PriceRuleOptions {
  /** The last moment of validity, inclusive; midnight covers the whole day. */
  readonly validTo: LocalDateTime;
  /** The parent's reference, where `reference` is a variant. */
  readonly parent: string;
  /** The price to show struck through, and the base of a reduction; excluding tax. */
  readonly basePrice: Decimal;
  /** E-mail addresses of the customer's accounts, joined by `;`. */
  readonly customerEmails: string;
}

/** One `<grille>` of `add_grilles` (seed §15). */
export interface PriceRuleChange extends PriceRuleKey {
  readonly kind: PriceRuleKind;
  /** A price or a reduction in currency, excluding tax, or a percentage, as `kind` says. */
  readonly value: Decimal;
  readonly options: Changes<PriceRuleOptions>;
}

/** A stored rule. */
export interface PriceRule extends PriceRuleKey {
  readonly kind: PriceRuleKind;
  readonly value: Decimal;
  readonly options: Partial<PriceRuleOptions>;
  /** When a request last named it: an older date than the last run's is shown as "not seen since". */
  readonly seenAt: LocalDateTime;
  /** Set when a `full` list no longer named it: kept for the record, not applied. */
  readonly retiredAt?: LocalDateTime;
}

/** Rules of one (source, rule) set that a `full` list must not retire, because their new row was refused. */
export type KeptPriceRules = Pick<PriceRuleKey, 'source' | 'rule'> & Partial<PriceRuleKey>;
