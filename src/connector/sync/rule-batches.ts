import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { PriceRuleBatch } from '../../shop/shop.ts';

export async function* batchesOf(
  batches: AsyncIterable<readonly PriceRuleChange[]>,
): AsyncGenerator<PriceRuleBatch> {
  for await (const rules of batches) yield { rules, keep: [] };
}

/** As reports name a rule. */
export const ruleName = ({ rule, reference }: PriceRuleChange): string =>
  rule === '' ? reference : `${rule}/${reference}`;
