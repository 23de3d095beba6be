import type { LocalDateTime } from '../../domain/dates.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type {
  KeptPriceRules,
  PriceRule,
  PriceRuleChange,
  PriceRuleKey,
  PriceRuleKind,
  PriceRuleOptions,
} from '../../domain/price-rule.ts';
import type { SqlValue } from '../database.ts';

/** In the order of the primary key. */
export const KEY_COLUMNS = {
  reference: 'reference',
  customer: 'customer',
  group: 'customer_group',
  fromQuantity: 'from_quantity',
  currency: 'currency',
  country: 'country',
  validFrom: 'valid_from',
  source: 'source',
  rule: 'rule',
} as const satisfies Readonly<Record<keyof PriceRuleKey, string>>;

const OPTION_COLUMNS = {
  validTo: 'valid_to',
  parent: 'parent',
  basePrice: 'base_price',
  customerEmails: 'customer_emails',
} as const satisfies Readonly<Record<keyof PriceRuleOptions, string>>;

export const KEY = Object.values(KEY_COLUMNS);
export const OPTIONS = Object.values(OPTION_COLUMNS);
/** What a message says of a rule. */
export const NAMED = [...KEY, 'kind', 'value', ...OPTIONS];

/** `a.reference, a.customer, …` */
export const listed = (columns: readonly string[], alias: string): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');

/** `a.reference = b.reference AND …` */
export const equal = (columns: readonly string[], a: string, b: string): string =>
  columns.map((column) => `${a}.${column} = ${b}.${column}`).join(' AND ');

export const keyCells = (rule: PriceRuleKey): readonly string[] => [
  rule.reference,
  rule.customer,
  rule.group,
  rule.fromQuantity,
  rule.currency,
  rule.country,
  rule.validFrom,
  rule.source,
  rule.rule,
];

/** A staged option: NULL = not said, '' = said to be empty. */
const optionCell = (value: string | null | undefined): string | null =>
  value === null ? '' : (value ?? null);

/** As the columns of NAMED after KEY. */
export const ruleCells = ({ kind, value, options }: PriceRuleChange): readonly SqlValue[] => [
  kind,
  value,
  optionCell(options.validTo),
  optionCell(options.parent),
  optionCell(options.basePrice),
  optionCell(options.customerEmails),
];

/** As the columns KEY; NULL where the refused row could not be read. */
export const keptCells = (kept: KeptPriceRules): SqlValue[] => [
  kept.reference ?? null,
  kept.customer ?? null,
  kept.group ?? null,
  kept.fromQuantity ?? null,
  kept.currency ?? null,
  kept.country ?? null,
  kept.validFrom ?? null,
  kept.source,
  kept.rule,
];

/** A row of `price_rule`, `seen_at` being the set's where the rule follows it. */
export interface PriceRuleRow {
  readonly reference: string;
  readonly customer: string;
  readonly customer_group: string;
  readonly from_quantity: Decimal;
  readonly currency: string;
  readonly country: string;
  readonly valid_from: LocalDateTime | '';
  readonly source: string;
  readonly rule: string;
  readonly kind: PriceRuleKind;
  readonly value: Decimal;
  readonly valid_to: LocalDateTime | null;
  readonly parent: string | null;
  readonly base_price: Decimal | null;
  readonly customer_emails: string | null;
  readonly seen_at: LocalDateTime;
  readonly retired_at: LocalDateTime | null;
}

export const ruleFromRow = (row: PriceRuleRow): PriceRule => ({
  source: row.source,
  rule: row.rule,
  reference: row.reference,
  customer: row.customer,
  group: row.customer_group,
  currency: row.currency,
  country: row.country,
  fromQuantity: row.from_quantity,
  validFrom: row.valid_from,
  kind: row.kind,
  value: row.value,
  options: {
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    ...(row.parent === null ? {} : { parent: row.parent }),
    ...(row.base_price === null ? {} : { basePrice: row.base_price }),
    ...(row.customer_emails === null ? {} : { customerEmails: row.customer_emails }),
  },
  seenAt: row.seen_at,
  ...(row.retired_at === null ? {} : { retiredAt: row.retired_at }),
});
