import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../domain/error.ts';
import { commitBatch, type EntryWork } from './batch.ts';
import { type CommitCounts, createCommitCounts } from './commit-counts.ts';
import type { WriteFigures } from './figures.ts';
import { createFollowers } from './followers.ts';
import { createEntry, createLine, type Line, type Waiting } from './waiting.ts';
import type { Writer, WriteTransaction } from './write-transaction.ts';

/** Group commit: works that wait at the same time share one transaction and its one fsync. */
export interface WriteQueue {
  write<T>(work: EntryWork<T>): Promise<T>;
  writeLater<T>(work: EntryWork<T>, withinMs: number): Promise<T>;
  figures(): WriteFigures;
  /** Once everything that waits has been written; what comes later is refused. */
  close(): Promise<void>;
}

export interface QueueOptions {
  /** How long a write waits for the lock that another process or thread holds. */
  readonly patienceMs: number;
  /** Works in one transaction at most: it bounds how long that holds the lock and the thread. */
  readonly maxBatch: number;
}

/** How often a lock that another process or thread holds is asked for again, in ms. */
const RETRY_MS = 3;

export function createWriteQueue(writer: Writer, { patienceMs, maxBatch }: QueueOptions): WriteQueue {
  const counts = createCommitCounts();
  const line = createLine();
  const followers = createFollowers((entries) => {
    line.add(...entries);
    wake();
  });
  const begin = createBeginner(writer, { line, counts, patienceMs });
  let draining: Promise<void> | undefined;
  let closed = false;

  function enqueue<T>(add: (entry: Waiting) => void, work: EntryWork<T>): Promise<T> {
    if (closed) return Promise.reject(fail('store_unavailable'));
    return new Promise((resolve, reject) => add(createEntry(work, resolve, reject)));
  }

  /** Begins in the next turn of the event loop, so that all requests of this turn share the commit. */
  function wake(): void {
    draining ??= nextTurn().then(drain);
  }

  async function drain(): Promise<void> {
    while (line.length() > 0) {
      const transaction = await begin();
      if (transaction) {
        const entries = line.take(maxBatch);
        if (entries[0]) counts.begun(performance.now() - entries[0].since);
        const takeLater = (): readonly Waiting[] => followers.takeAlong(entries.length);
        await commitBatch(writer, { transaction, entries, counts, takeLater });
      }
      await nextTurn();
    }
    draining = undefined;
  }

  return {
    write(work) {
      const done = enqueue(line.add, work);
      wake();
      return done;
    },
    writeLater: (work, withinMs) => enqueue((entry) => followers.add(entry, withinMs), work),
    figures: () => ({ waiting: line.length(), ...counts.read() }),
    async close() {
      closed = true;
      followers.promote();
      while (draining) await draining;
    },
  };
}

interface Waiters {
  readonly line: Line;
  readonly counts: CommitCounts;
  readonly patienceMs: number;
}

/** Takes the write lock; undefined when everyone who waited for it has been refused. */
function createBeginner(writer: Writer, { line, counts, patienceMs }: Waiters) {
  return async (): Promise<WriteTransaction | undefined> => {
    while (line.length() > 0) {
      try {
        return await writer.begin();
      } catch (error) {
        const sinceBefore = writer.isBusy(error) ? performance.now() - patienceMs : Number.POSITIVE_INFINITY;
        counts.refused(line.refuse(sinceBefore, writer.faultOf(error)));
      }
      await sleep(RETRY_MS);
    }
    return undefined;
  };
}
