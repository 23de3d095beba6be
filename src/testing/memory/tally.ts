import type { Outcome } from '../../domain/changes.ts';
import type { Problem } from '../../domain/problem.ts';
import type { BulkResult } from '../../shop/shop.ts';

const SHOWN = 100;

export interface Tally {
  count(outcome: Outcome): void;
  retire(): void;
  warn(warning: Problem): void;
  result(): BulkResult;
}

/** Counts what a bulk message did. */
export function createTally(): Tally {
  const counts = { created: 0, updated: 0, unchanged: 0, retired: 0 };
  const warnings: Problem[] = [];
  return {
    count: (outcome) => {
      counts[outcome] += 1;
    },
    retire: () => {
      counts.retired += 1;
    },
    warn: (warning) => {
      warnings.push(warning);
    },
    result: () => ({
      ...counts,
      refused: [],
      refusedCount: 0,
      warnings: warnings.slice(0, SHOWN),
      warningCount: warnings.length,
    }),
  };
}

/** A bulk message as a whole: only one that came to its end is looked at. */
export async function collected<Batch>(batches: AsyncIterable<Batch>): Promise<readonly Batch[]> {
  const all: Batch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}
