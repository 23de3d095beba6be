import { type PriceRuleChange, priceRuleKey } from '../../domain/price-rule.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import { type BulkUnit, sendTogether } from './bulk.ts';
import { syncPriceRuleSets } from './price-rule-sets.ts';
import { readableBatches } from './record.ts';
import { batchesOf, ruleName } from './rule-batches.ts';
import type { Run } from './run.ts';

/** Price lists (seed §15): the rules that changed, or the whole sets that did. */
export async function syncPriceRules(run: Run): Promise<void> {
  if (run.options.priceRules === 'sets') return syncPriceRuleSets(run);
  return sendTogether(run, {
    kind: 'price-rule',
    units: () => ruleUnits(run),
    save: (rules: AsyncIterable<readonly PriceRuleChange[]>) =>
      run.options.shop.savePriceRules(batchesOf(rules), 'merge'),
  });
}

async function* ruleUnits(run: Run): AsyncGenerator<readonly BulkUnit<PriceRuleChange>[]> {
  for await (const rules of readableBatches(run, run.options.source.priceRules())) yield rules.map(ruleUnit);
}

const ruleUnit = (rule: PriceRuleChange): BulkUnit<PriceRuleChange> => ({
  kind: 'price-rule',
  key: priceRuleKey(rule),
  fingerprint: fingerprintOf(rule),
  entity: 'price_rule',
  name: ruleName(rule),
  operation: 'add_grilles',
  items: [rule],
});
