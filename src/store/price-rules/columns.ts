import type { LocalDateTime } from '../../domain/dates.ts';
import {
  PRICE_RULE_OPTIONS,
  type PriceRule,
  type PriceRuleChange,
  type PriceRuleKey,
  type PriceRuleOptions,
} from '../../domain/price-rule.ts';
import type { PricingRule } from '../../domain/pricing/candidates.ts';
import type { SqlValue } from '../database.ts';
import { columns, type Row, table } from '../table.ts';

/** In the order of the primary key. */
export const RULE_KEY = columns<PriceRuleKey>({
  reference: 'text',
  customer: 'text',
  group: ['text', 'customer_group'],
  fromQuantity: 'text',
  currency: 'text',
  country: 'text',
  validFrom: 'text',
  source: 'text',
  rule: 'text',
});
const RULE_OPTIONS = columns<Partial<PriceRuleOptions>>(PRICE_RULE_OPTIONS);
export type RuleValue = Pick<PriceRule, 'kind' | 'value'> & Partial<PriceRuleOptions>;
/** What a rule says beside its key. */
export const RULE_VALUE = columns<RuleValue>({ kind: 'text', value: 'text', ...RULE_OPTIONS.kinds });
export type SaidRule = PriceRuleKey & RuleValue;
/** What a message says of a rule. */
export const SAID_RULE = columns<SaidRule>({
  ...RULE_KEY.kinds,
  ...RULE_VALUE.kinds,
});

interface Seen {
  readonly seenAt: LocalDateTime;
  readonly retiredAt?: LocalDateTime;
}
export const PRICE_RULE = table<SaidRule & Seen & { readonly followsSet: boolean }>('price_rule', {
  ...SAID_RULE.kinds,
  seenAt: 'text',
  followsSet: 'boolean',
  retiredAt: 'text',
});

export const KEY = RULE_KEY.names;
export const OPTIONS = RULE_OPTIONS.names;

/** When rule `p`, whose set is `s`, was seen. */
export const SEEN_AT =
  'CASE WHEN p.follows_set = 1 AND s.seen_at > p.seen_at THEN s.seen_at ELSE p.seen_at END';

/** All texts, as the columns KEY. */
export const keyCells = (rule: PriceRuleKey): readonly string[] => RULE_KEY.fields.map((name) => rule[name]);

/** A staged option: NULL = not said, '' = said to be empty. */
const optionCell = (value: string | null | undefined): string | null =>
  value === null ? '' : (value ?? null);

/** As the columns of SAID_RULE after KEY. */
export const ruleCells = ({ kind, value, options }: PriceRuleChange): readonly SqlValue[] => [
  kind,
  value,
  ...RULE_OPTIONS.fields.map((name) => optionCell(options[name])),
];

/** A row of `price_rule` but for when it was seen. */
export type PricingRuleRow = Row<SaidRule & Omit<Seen, 'seenAt'>>;
/** With SEEN_AT. */
export type PriceRuleRow = Row<SaidRule & Seen>;

export const pricingRuleFromRow = (row: PricingRuleRow): PricingRule => ({
  ...RULE_KEY.fromRow(row),
  kind: row.kind,
  value: row.value,
  options: RULE_OPTIONS.fromRow(row),
  ...(row.retiredAt !== null && { retiredAt: row.retiredAt }),
});

export const ruleFromRow = (row: PriceRuleRow): PriceRule => ({
  ...pricingRuleFromRow(row),
  seenAt: row.seenAt,
});
