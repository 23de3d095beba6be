import type { CustomerChange } from '../../domain/customer.ts';
import type { KeptPriceRules, PriceRuleChange } from '../../domain/price-rule.ts';
import type { PriceRuleBatch } from '../../shop/shop.ts';
import type { RecordStream } from './record-stream.ts';

export async function* transformedCustomers(
  batches: AsyncIterable<readonly CustomerChange[]>,
  stream: RecordStream<'beforeCustomer'>,
): AsyncGenerator<readonly CustomerChange[]> {
  for await (const batch of batches) yield await stream.pass(batch);
}

type Set = Pick<PriceRuleChange, 'source' | 'rule'>;
const setOf = ({ source, rule }: Set): KeptPriceRules => ({ source, rule });

/**
 * A rule that is refused must not be retired by a `full` list. By which key it is stored only the hooks know that did
 * not end: its whole set is kept, also where the rule was refused before it came here.
 */
export async function* transformedRules(
  batches: AsyncIterable<PriceRuleBatch>,
  stream: RecordStream<'beforePriceRule'>,
): AsyncGenerator<PriceRuleBatch> {
  const told = new Set<string>();
  const untold = (kept: KeptPriceRules): boolean => {
    const key = JSON.stringify([kept.source, kept.rule]);
    return !told.has(key) && Boolean(told.add(key));
  };
  for await (const { rules, keep } of batches) {
    const sets = keep.map(setOf);
    const passed = await stream.pass(rules, ({ kind, value }, was) => {
      if (kind === 'refused') sets.push(setOf(was), setOf(value));
    });
    yield { rules: passed, keep: sets.filter(untold) };
  }
}
