import {
  PRICE_RULE_KEY,
  PRICE_RULE_KINDS,
  PRICE_RULE_OPTIONS,
  type PriceRuleChange,
} from '../../../domain/price-rule.ts';
import { type Check, changes, code, fieldChecks, oneOf, record } from './check.ts';

const { validFrom, ...texts } = fieldChecks(PRICE_RULE_KEY);

const fromEverOn =
  (check: Check): Check =>
  (moment, before, notes) =>
    moment === '' ? undefined : check(moment, before, notes);

const REQUIRED = {
  ...texts,
  ...fieldChecks({ value: 'decimal' }),
  reference: code,
  validFrom: fromEverOn(validFrom),
  kind: oneOf(PRICE_RULE_KINDS),
  options: changes(PRICE_RULE_OPTIONS),
} satisfies Record<keyof PriceRuleChange, Check>;

export const priceRuleChange = record({ required: REQUIRED });
