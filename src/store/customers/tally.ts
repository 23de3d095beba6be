import type { Outcome } from '../../domain/changes.ts';
import type { Problem } from '../../domain/problem.ts';
import type { BulkResult } from '../../shop/shop.ts';

const LISTED = 100;

/** Counts what a bulk message does. */
export interface Tally {
  count(outcome: Outcome): void;
  warn(warning: Problem): void;
  refuse(reason: Problem): void;
  result(): BulkResult;
}

export function createTally(): Tally {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const warnings: Problem[] = [];
  let warningCount = 0;
  const refused: Problem[] = [];
  let refusedCount = 0;
  return {
    count(outcome) {
      counts[outcome] += 1;
    },
    warn(warning) {
      warningCount += 1;
      if (warnings.length < LISTED) warnings.push(warning);
    },
    refuse(reason) {
      refusedCount += 1;
      if (refused.length < LISTED) refused.push(reason);
    },
    result: () => ({ ...counts, retired: 0, refused, refusedCount, warnings, warningCount }),
  };
}
