import type { Outcome } from '../../domain/changes.ts';
import type { Problem, Reason } from '../../domain/problem.ts';
import type { BulkResult, SaveResult } from '../../shop/shop.ts';
import { MOST_KEPT } from '../../shop/tally.ts';
import type { ImportCounts } from '../wording/import.ts';

/** What one file's import did, counted while it goes. */
export interface ImportReport {
  saved(result: SaveResult, line: number): void;
  savedInBulk(result: BulkResult): void;
  refused(problem: Problem, line?: number): void;
  /** Left alone on purpose. */
  skipped(problem: Problem, line: number): void;
  warned(problem: Problem, line: number): void;
  readonly counts: Readonly<Omit<ImportCounts, 'seconds'>>;
  /** The first warning of each kind, with how many there were. */
  warnings(): readonly {
    readonly problem: Problem;
    readonly line: number | undefined;
    readonly count: number;
  }[];
  /** Refusals that were not told. */
  untold(): number;
}

export interface ReportOptions {
  /** Called for each of the first refusals, as they come. */
  tell(problem: Problem, line: number | undefined): void;
}

interface Warned {
  readonly problem: Problem;
  readonly line: number | undefined;
  count: number;
}

export function createReport({ tell }: ReportOptions): ImportReport {
  const counts = { created: 0, updated: 0, unchanged: 0, refused: 0, skipped: 0 };
  const kinds = new Map<Reason, Warned>();
  let told = 0;

  const warn = (problem: Problem, line: number | undefined): void => {
    // Adding what is there already is what a repeated import does.
    if (problem.reason === 'already_exists') return;
    const known = kinds.get(problem.reason);
    if (known) known.count++;
    else kinds.set(problem.reason, { problem, line, count: 1 });
  };
  const refuse = (problem: Problem, line?: number): void => {
    counts.refused++;
    if (told >= MOST_KEPT) return;
    told++;
    tell(problem, line);
  };

  return {
    counts,
    refused: refuse,
    warned: warn,
    saved({ outcome, warnings }, line) {
      counts[outcome satisfies Outcome]++;
      for (const warning of warnings) warn(warning, line);
    },
    savedInBulk(result) {
      counts.created += result.created;
      counts.updated += result.updated;
      counts.unchanged += result.unchanged;
      for (const problem of result.refused) refuse(problem);
      counts.refused += result.refusedCount - result.refused.length;
      for (const warning of result.warnings) warn(warning, undefined);
    },
    skipped(problem, line) {
      counts.skipped++;
      warn(problem, line);
    },
    warnings: () => [...kinds.values()],
    untold: () => counts.refused - told,
  };
}
