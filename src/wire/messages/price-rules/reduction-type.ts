import type { PriceRuleKind } from '../../../domain/price-rule.ts';

const KINDS: ReadonlyMap<string, PriceRuleKind> = new Map([
  ['amount', 'price'],
  ['price', 'price'],
  ['reduction_amount', 'amount_off'],
  ['reduction_percentage', 'percent_off'],
]);

/** `amount` is a price, not an amount off (seed §15). */
export const parseReductionType = (text: string): PriceRuleKind | undefined =>
  KINDS.get(text) ?? KINDS.get(text.trim().toLowerCase());

export const REDUCTION_TYPES = [...KINDS.keys()].join(', ');

const NAMES: Readonly<Record<PriceRuleKind, string>> = {
  price: 'amount',
  amount_off: 'reduction_amount',
  percent_off: 'reduction_percentage',
};
export const formatReductionType = (kind: PriceRuleKind): string => NAMES[kind];
