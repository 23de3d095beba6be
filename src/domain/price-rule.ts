import type { Changes } from './changes.ts';
import type { LocalDateTime } from './dates.ts';
import type { Decimal } from './decimal.ts';
import { type FieldsOf, type FieldTable, fieldNames } from './fields.ts';

/** `price`: the value is a price; `amount_off`: taken off, in currency; `percent_off`: taken off, in percent. All exclude tax. */
export const PRICE_RULE_KINDS = ['price', 'amount_off', 'percent_off'] as const;
export type PriceRuleKind = (typeof PRICE_RULE_KINDS)[number];

/**
 * What tells two rules apart. `source` and `rule` are the ERP's own words for a rule that is shared by many products and
 * groups, not a row's id. An empty text means "any" (for `validFrom`: from ever on).
 */
export const PRICE_RULE_KEY = {
  source: 'text',
  rule: 'text',
  /** The product's or variant's reference; it may name one that has not come yet. */
  reference: 'text',
  customer: 'text',
  group: 'text',
  /** ISO 4217 or the ERP's own code. */
  currency: 'text',
  /** ISO 3166-1 alpha-2. */
  country: 'text',
  /** The quantity from which the rule holds; `0` where none was said. */
  fromQuantity: 'decimal',
  validFrom: 'date',
} as const satisfies FieldTable;

export interface PriceRuleKey extends Omit<FieldsOf<typeof PRICE_RULE_KEY>, 'validFrom'> {
  readonly validFrom: LocalDateTime | '';
}

const KEY_NAMES = fieldNames(PRICE_RULE_KEY);

/** A rule's key as one text: equal texts, one rule. */
export const priceRuleKey = (rule: PriceRuleKey): string =>
  JSON.stringify(KEY_NAMES.map((name) => rule[name]));

/** The fields of a rule that may be absent, and are then left untouched. */
export const PRICE_RULE_OPTIONS = {
  /** The last moment of validity, inclusive; midnight covers the whole day. */
  validTo: 'date',
  /** The parent's reference, where `reference` is a variant. */
  parent: 'text',
  /** The price to show struck through, and the base of a reduction; excluding tax. */
  basePrice: 'decimal',
  /** E-mail addresses of the customer's accounts, joined by `;`. */
  customerEmails: 'text',
} as const satisfies FieldTable;

export type PriceRuleOptions = FieldsOf<typeof PRICE_RULE_OPTIONS>;

/** What `add_grilles` says of one rule (seed §15). */
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
