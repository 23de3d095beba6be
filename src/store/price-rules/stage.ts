import type { PriceRuleChange } from '../../domain/price-rule.ts';
import type { PriceRuleBatch, PriceRuleMode } from '../../shop/shop.ts';
import type { Staging } from '../database.ts';
import { keyCells, RULE_KEY, ruleCells } from './columns.ts';
import { createSeenFilter } from './seen-filter.ts';
import { createSetCounts } from './set-counts.ts';
import { KEPT_RULE, NAMED_RULE, NAMED_RULE_SET, STAGED, SUSPECT_RULE } from './staged-tables.ts';

const SETS_IN_MEMORY = 10_000;

/** What is known of a staged message without asking the database. */
export interface StagedRules {
  /** Rows, equal keys counted each. */
  readonly rows: number;
  /** Rows whose key may have come before in the message; they are in `suspect_rule`. */
  readonly suspects: number;
  /** Whether the rows came in the order of the primary key. */
  readonly sorted: boolean;
}

interface RuleStage {
  /** True when it is time to flush. */
  add(rule: PriceRuleChange): boolean;
  flush(): Promise<void>;
  result(): StagedRules;
}

/** Puts a message into temporary tables while it arrives. */
export async function stageRules(
  staging: Staging,
  batches: AsyncIterable<PriceRuleBatch>,
  mode: PriceRuleMode,
): Promise<StagedRules> {
  for (const { name, temporaryTable } of STAGED) await staging.sql.run(temporaryTable(name));
  const sets = createSetCounts(staging.rowsInto(NAMED_RULE_SET.name, NAMED_RULE_SET.names));
  const kept = staging.rowsInto(KEPT_RULE.name, KEPT_RULE.names);
  const stage = createRuleStage(staging, sets);
  for await (const { rules, keep } of batches) {
    for (const rule of rules) if (stage.add(rule)) await stage.flush();
    if (mode === 'merge') continue;
    for (const rule of keep) {
      sets.count(rule, 0);
      if (kept.add(RULE_KEY.cells(rule))) await kept.flush();
    }
  }
  await stage.flush();
  await sets.flush();
  await kept.flush();
  return stage.result();
}

function createRuleStage(staging: Staging, sets: ReturnType<typeof createSetCounts>): RuleStage {
  const named = staging.rowsInto(NAMED_RULE.name, NAMED_RULE.names);
  const suspect = staging.rowsInto(SUSPECT_RULE.name, SUSPECT_RULE.names);
  const filter = createSeenFilter();
  let lastKey: readonly string[] = [];
  let rows = 0;
  let suspects = 0;
  let sorted = true;

  return {
    add(rule) {
      const key = keyCells(rule);
      rows += 1;
      sorted &&= isAscending(lastKey, key);
      lastKey = key;
      sets.count(rule, 1);
      if (filter.seen(key)) {
        suspects += 1;
        suspect.add([rows, ...key]);
      }
      return named.add([rows, ...key, ...ruleCells(rule)]);
    },
    async flush() {
      await named.flush();
      await suspect.flush();
      await sets.flush(SETS_IN_MEMORY);
    },
    result: () => ({ rows, suspects, sorted }),
  };
}

/** Compares UTF-16 units; the database's order differs from it for rare letters only, and no result depends on it. */
function isAscending(before: readonly string[], after: readonly string[]): boolean {
  for (let place = 0; place < before.length; place += 1) {
    const [a = '', b = ''] = [before[place], after[place]];
    if (a !== b) return a < b;
  }
  return before.length === 0;
}
