import type { Outcome } from '../domain/changes.ts';
import type { Problem } from '../domain/problem.ts';
import type { Findings } from './findings.ts';
import type { BulkResult } from './shop.ts';

/** How many problems of one kind are kept to be shown. */
export const MOST_KEPT = 100;

export const NO_FINDINGS: Findings = { count: 0, kept: [] };

/** Adds what there is still room for. */
export function keepFirst(kept: Problem[], more: readonly Problem[]): void {
  kept.push(...more.slice(0, Math.max(0, MOST_KEPT - kept.length)));
}

export interface Collector extends Findings {
  add(problem: Problem): void;
  /** What was counted elsewhere. */
  addAll(findings: Findings): void;
}

export function createCollector(): Collector {
  const kept: Problem[] = [];
  let count = 0;
  return {
    kept,
    get count() {
      return count;
    },
    add(problem) {
      count += 1;
      if (kept.length < MOST_KEPT) kept.push(problem);
    },
    addAll(findings) {
      count += findings.count;
      keepFirst(kept, findings.kept);
    },
  };
}

/** What was found before the shop saw a bulk message, with what the shop says of the rest. */
export const withFindings = (
  result: BulkResult,
  { refused, warnings }: { readonly refused: Findings; readonly warnings: Findings },
): BulkResult => ({
  ...result,
  refused: [...refused.kept, ...result.refused].slice(0, MOST_KEPT),
  refusedCount: refused.count + result.refusedCount,
  warnings: [...warnings.kept, ...result.warnings].slice(0, MOST_KEPT),
  warningCount: warnings.count + result.warningCount,
});

/** Counts what a bulk message does. */
export interface BulkTally {
  count(outcome: Outcome, times?: number): void;
  retire(times?: number): void;
  readonly refused: Collector;
  readonly warnings: Collector;
  result(): BulkResult;
}

export function createBulkTally(): BulkTally {
  const counts = { created: 0, updated: 0, unchanged: 0, retired: 0 };
  const refused = createCollector();
  const warnings = createCollector();
  return {
    count(outcome, times = 1) {
      counts[outcome] += times;
    },
    retire(times = 1) {
      counts.retired += times;
    },
    refused,
    warnings,
    result: () => ({
      ...counts,
      refused: refused.kept,
      refusedCount: refused.count,
      warnings: warnings.kept,
      warningCount: warnings.count,
    }),
  };
}
