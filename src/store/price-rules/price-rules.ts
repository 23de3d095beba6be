import type { BulkResult, PriceRuleBatch } from '../../shop/shop.ts';
import type { PriceRulesPart, StoreContext } from '../context.ts';
import { mergePlanned } from '../planned-merge.ts';
import { applyRules } from './apply.ts';
import { dropDuplicates, type Finding, LISTED, sortRules } from './duplicates.ts';
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
      savePriceRules: (batches, mode) => savePriceRules(context, batches, { mode, touchedAtMost }),
    },
    backoffice: { priceRules: () => readPriceRules(context.database) },
  };
}

async function savePriceRules(
  { database, now }: StoreContext,
  batches: AsyncIterable<PriceRuleBatch>,
  options: RulePlanOptions,
): Promise<BulkResult> {
  return database.stage(async (staging) => {
    const staged = await stageRules(staging, batches, options.mode);
    const duplicates = await dropDuplicates(staging.sql, staged);
    if (!staged.sorted) await sortRules(staging.sql);
    if (options.mode === 'full') await prepareKept(staging.sql);
    const findings = [duplicates, ...(await findParked(staging.sql))];
    const plan = await mergePlanned<RulePlan, RulePlan>(staging, {
      part: 'price-rules',
      plan: (sql) => planRules(sql, options),
      async apply(sql, planned) {
        await applyRules(sql, planned, now());
        return planned;
      },
    });
    return bulkResult(plan, staged.rows - duplicates.count, findings);
  });
}

const bulkResult = (
  { created, updated, retired }: RulePlan,
  rules: number,
  findings: readonly Finding[],
): BulkResult => ({
  created,
  updated,
  unchanged: rules - created - updated,
  retired,
  refused: [],
  refusedCount: 0,
  warnings: findings.flatMap((finding) => finding.listed).slice(0, LISTED),
  warningCount: findings.reduce((sum, { count }) => sum + count, 0),
});
