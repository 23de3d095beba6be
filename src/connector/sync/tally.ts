import type { Problem } from '../../domain/problem.ts';
import { keepFirst } from '../../shop/tally.ts';
import type { SyncEvents, SyncStep } from './options.ts';
import type { FlowName, FlowReport } from './report.ts';

/** Counts what becomes of a flow's records; each is one of sent, unchanged, skipped and failed. */
export interface Tally {
  /** How many records there will be, where that is known. */
  expect(total: number): void;
  sent(operation: string, record: string): void;
  unchanged(): void;
  skipped(): void;
  failed(failure: Problem): void;
  warn(...warnings: readonly Problem[]): void;
  failures(): number;
  /** What is counted during `work` counts once it resolves, and not at all when it rejects. */
  provisionally<T>(work: () => Promise<T>): Promise<T>;
  report(durationMs: number): FlowReport;
}

interface Counted {
  sent: number;
  unchanged: number;
  skipped: number;
  failed: number;
  operations: Record<string, number>;
  failures: Problem[];
  warnings: Problem[];
  warningCount: number;
}

const NOTHING: Counted = {
  sent: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  operations: {},
  failures: [],
  warnings: [],
  warningCount: 0,
};

export function createTally(flow: FlowName, events: Partial<SyncEvents>): Tally {
  let counted = structuredClone(NOTHING);
  let total: number | undefined;
  /** Steps of a message that is not accepted yet, where somebody listens: a million names take their room. */
  let held: SyncStep[] | undefined;
  const read = (): number => counted.sent + counted.unchanged + counted.skipped + counted.failed;

  const count = (what: 'sent' | 'unchanged' | 'skipped' | 'failed'): void => {
    counted[what] += 1;
    events.progress?.(flow, read(), total);
  };
  const emit = (step: SyncStep): void => {
    if (held) held.push(step);
    else events.step?.(step);
  };
  return {
    expect(known) {
      total = known;
      events.progress?.(flow, read(), total);
    },
    sent(operation, record) {
      counted.operations[operation] = (counted.operations[operation] ?? 0) + 1;
      if (events.step) emit({ flow, operation, record });
      count('sent');
    },
    unchanged: () => count('unchanged'),
    skipped: () => count('skipped'),
    failed(failure) {
      keepFirst(counted.failures, [failure]);
      count('failed');
    },
    warn(...warnings) {
      keepFirst(counted.warnings, warnings);
      counted.warningCount += warnings.length;
    },
    failures: () => counted.failed,
    async provisionally(work) {
      const before = structuredClone(counted);
      held = [];
      try {
        const result = await work();
        for (const step of held) events.step?.(step);
        return result;
      } catch (error) {
        counted = before;
        throw error;
      } finally {
        held = undefined;
      }
    },
    report: (durationMs) => ({ flow, read: read(), ...structuredClone(counted), durationMs }),
  };
}
