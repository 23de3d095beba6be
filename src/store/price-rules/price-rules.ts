import type { Origin } from '../../domain/origin.ts';
import type { Findings } from '../../shop/findings.ts';
import type { BulkResult, PriceRuleBatch } from '../../shop/shop.ts';
import { createBulkTally } from '../../shop/tally.ts';
import { BY_ERP, bulkWritingBy, type PriceRulesPart, type StoreContext } from '../context.ts';
import { mergePlanned } from '../planned-merge.ts';
import { applyRules } from './apply.ts';
import { dropDuplicates, sortRules } from './duplicates.ts';
import { appendEvents } from './events.ts';
import { prepareKept } from './kept.ts';
import { findParked } from './parked.ts';
import { planRules, type RulePlan, type RulePlanOptions } from './plan.ts';
import { readPriceRules } from './read.ts';
import { stageRules } from './stage.ts';

export interface PriceRulesOptions {
  /** See plan.ts. */
  readonly touchedAtMost?: number;
}
const TOUCHED_AT_MOST = 10_000;

/** The price lists of the ERP (seed §15; docs/protocol.md, Price lists). */
export function createPriceRules(
  context: StoreContext,
  { touchedAtMost = TOUCHED_AT_MOST }: PriceRulesOptions = {},
): PriceRulesPart {
  return {
    shop: {
      savePriceRules: (batches, mode, origin = BY_ERP) =>
        savePriceRules(context, batches, { mode, touchedAtMost, origin }),
    },
    backoffice: { priceRules: () => readPriceRules(context.database) },
  };
}

async function savePriceRules(
  context: StoreContext,
  batches: AsyncIterable<PriceRuleBatch>,
  options: RulePlanOptions & { readonly origin: Origin },
): Promise<BulkResult> {
  return context.database.stage(async (staging) => {
    const staged = await stageRules(staging, batches, options.mode);
    const duplicates = await dropDuplicates(staging.sql, staged);
    if (!staged.sorted) await sortRules(staging.sql);
    if (options.mode === 'full') await prepareKept(staging.sql);
    const findings = [duplicates, ...(await findParked(staging.sql))];
    const plan = await mergePlanned<RulePlan, RulePlan>(staging, {
      part: 'price-rules',
      plan: (sql) => planRules(sql, options),
      async apply(sql, planned) {
        await applyRules(sql, planned, context.now());
        const { takeNumbers } = context.database;
        await appendEvents(sql, planned, { takeNumbers, ...bulkWritingBy(context, options.origin) });
        return planned;
      },
    });
    return bulkResult(plan, staged.rows - duplicates.count, findings);
  });
}

function bulkResult(
  { created, updated, retired }: RulePlan,
  rules: number,
  findings: readonly Findings[],
): BulkResult {
  const tally = createBulkTally();
  tally.count('created', created);
  tally.count('updated', updated);
  tally.count('unchanged', rules - created - updated);
  tally.retire(retired);
  for (const found of findings) tally.warnings.addAll(found);
  return tally.result();
}
