import { createTally, type WriteFigures } from './figures.ts';

/** Counts what becomes of the queue's transactions; a few additions for each. */
export interface CommitCounts {
  /** The lock is held; the first of the works has waited for so long. */
  begun(waitMs: number): void;
  committed(works: number, durationMs: number): void;
  failed(): void;
  refused(works: number): void;
  read(): Omit<WriteFigures, 'waiting'>;
}

const WORKS = [1, 2, 5, 10, 20, 30, 60, 120, 256];
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createCommitCounts(): CommitCounts {
  const works = createTally(WORKS);
  const seconds = createTally(SECONDS);
  const waitSeconds = createTally(SECONDS);
  let failedCommits = 0;
  let refused = 0;
  return {
    begun: (waitMs) => waitSeconds.add(waitMs / 1000),
    committed(count, durationMs) {
      works.add(count);
      seconds.add(durationMs / 1000);
    },
    failed() {
      failedCommits += 1;
    },
    refused(count) {
      refused += count;
    },
    read: () => ({
      refused,
      failedCommits,
      works: works.read(),
      seconds: seconds.read(),
      waitSeconds: waitSeconds.read(),
    }),
  };
}
