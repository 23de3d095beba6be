import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Capabilities } from '../../shop/capabilities.ts';
import { fitNumber } from './numbers.ts';
import { createRemarks } from './remarks.ts';

export interface FittedPriceRule {
  readonly change: PriceRuleChange;
  readonly warnings: readonly Problem[];
}

/** The rule with amounts that a shop of these capabilities can hold. Throws `number_too_large`. */
export function fitPriceRule(change: PriceRuleChange, { digits }: Capabilities): FittedPriceRule {
  const remarks = createRemarks({ entity: 'price_rule', record: change.reference });
  const amount = (value: PriceRuleChange['value'], field: string) =>
    fitNumber(value, { field, digits: digits.money, remarks });
  const { kind, value, options } = change;
  const { basePrice } = options;
  return {
    change: {
      ...change,
      value: kind === 'percent_off' ? value : amount(value, 'value'),
      options: basePrice ? { ...options, basePrice: amount(basePrice, 'basePrice') } : options,
    },
    warnings: remarks.warnings,
  };
}
