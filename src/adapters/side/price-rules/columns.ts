import { hash } from 'node:crypto';
import type { LocalDateTime } from '../../../domain/dates.ts';
import { type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import { defined } from '../../../domain/optional.ts';
import {
  PRICE_RULE_KINDS,
  type PriceRule,
  type PriceRuleChange,
  type PriceRuleKey,
  type PriceRuleOptions,
  priceRuleKey,
} from '../../../domain/price-rule.ts';
import { folded } from '../references.ts';
import type { SidePriceRule } from '../tables.ts';
import type { WallClock } from '../wall-clock.ts';

/** The columns of a rule's key beside the digest, by the domain's names. */
export const KEY_COLUMNS = {
  source: 'source',
  rule: 'rule',
  reference: 'reference',
  customer: 'customer',
  group: 'customer_group',
  currency: 'currency',
  country: 'country',
  fromQuantity: 'from_quantity',
  validFrom: 'valid_from',
} as const satisfies Record<keyof PriceRuleKey, keyof SidePriceRule>;

export const OPTION_COLUMNS = {
  validTo: 'valid_to',
  parent: 'parent',
  basePrice: 'base_price',
  customerEmails: 'customer_emails',
} as const satisfies Record<keyof PriceRuleOptions, keyof SidePriceRule>;

/** As long as each text of a key is kept. */
export const LONGEST_TEXT = 255;

const digest = (text: string): string => hash('sha256', text);

const ruleKey = (rule: PriceRuleKey): string => digest(priceRuleKey(rule));
export const setKey = ({ source, rule }: Pick<PriceRuleKey, 'source' | 'rule'>): string =>
  digest(JSON.stringify([source, rule]));

export type StagedRule = Omit<SidePriceRule, 'seen_at' | 'retired_at'>;

/** A rule's row; of its options `null` is not said, and empty is cleared. */
export function stagedRule(change: PriceRuleChange): StagedRule {
  const { options } = change;
  const said = (value: string | null | undefined): string | null =>
    value === undefined ? null : (value ?? '');
  return {
    rule_key: ruleKey(change),
    set_key: setKey(change),
    reference_key: folded(change.reference),
    source: change.source,
    rule: change.rule,
    reference: change.reference,
    customer: change.customer,
    customer_group: change.group,
    currency: change.currency,
    country: change.country,
    from_quantity: change.fromQuantity,
    valid_from: change.validFrom,
    kind: change.kind,
    value: change.value,
    valid_to: said(options.validTo),
    parent: said(options.parent),
    base_price: said(options.basePrice),
    customer_emails: said(options.customerEmails),
  };
}

const exact = (text: string): Decimal => parseDecimal(text) ?? ZERO;
/** Only `stagedRule` writes them. */
const moment = (text: string): LocalDateTime => text as LocalDateTime;

export function ruleFromRow(row: SidePriceRule, clock: WallClock): PriceRule {
  return {
    source: row.source,
    rule: row.rule,
    reference: row.reference,
    customer: row.customer,
    group: row.customer_group,
    currency: row.currency,
    country: row.country,
    fromQuantity: exact(row.from_quantity),
    validFrom: row.valid_from === '' ? '' : moment(row.valid_from),
    kind: PRICE_RULE_KINDS.find((kind) => kind === row.kind) ?? 'price',
    value: exact(row.value),
    options: defined({
      validTo: row.valid_to === null ? undefined : moment(row.valid_to),
      parent: row.parent ?? undefined,
      basePrice: row.base_price === null ? undefined : exact(row.base_price),
      customerEmails: row.customer_emails ?? undefined,
    }),
    seenAt: clock.local(row.seen_at),
    ...defined({ retiredAt: row.retired_at === null ? undefined : clock.local(row.retired_at) }),
  };
}
