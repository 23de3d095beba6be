import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../domain/error.ts';
import { commitBatch, type Entry, type EntryWork } from './batch.ts';
import type { Sql } from './database.ts';
import type { Writer, WriteTransaction } from './write-transaction.ts';

/** Group commit: works that wait at the same time share one transaction and its one fsync. */
export interface WriteQueue {
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  writeLater<T>(work: (sql: Sql) => Promise<T>, withinMs: number): Promise<T>;
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
/** How long those that can wait do so at least, unless several writes commit anyway. */
const FRESH_MS = 20;

interface Waiting extends Entry {
  readonly since: number;
}

export function createWriteQueue(writer: Writer, { patienceMs, maxBatch }: QueueOptions): WriteQueue {
  let waiting: Waiting[] = [];
  let later: Waiting[] = [];
  let draining: Promise<void> | undefined;
  let closed = false;

  function enqueue<T>(queue: Waiting[], work: EntryWork<T>): Promise<T> {
    if (closed) return Promise.reject(fail('store_unavailable'));
    return new Promise((resolve, reject) => queue.push(createEntry(work, resolve, reject)));
  }

  /** Begins in the next turn of the event loop, so that all requests of this turn share the commit. */
  function wake(): void {
    draining ??= nextTurn().then(drain);
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const transaction = await begin();
      if (transaction) {
        const entries = waiting.splice(0, maxBatch);
        await commitBatch(writer, { transaction, entries, takeLater: () => takeAlong(entries.length) });
      }
      await nextTurn();
    }
    draining = undefined;
  }

  function takeLater(): Waiting[] {
    const taken = later;
    later = [];
    return taken;
  }

  /** A write that is alone takes nothing along that came just now: with the next ones, it shares pages and calls. */
  function takeAlong(writes: number): Entry[] {
    const [oldest] = later;
    const fresh = oldest !== undefined && performance.now() - oldest.since < FRESH_MS;
    return fresh && writes === 1 && !closed ? [] : takeLater();
  }

  /** What nobody's commit took along in time becomes a write of its own. */
  function promoteLater(): void {
    if (later.length === 0) return;
    waiting.push(...takeLater().map((entry) => ({ ...entry, since: performance.now() })));
    wake();
  }

  /** Takes the write lock; undefined when everyone who waited has been refused. */
  async function begin(): Promise<WriteTransaction | undefined> {
    while (waiting.length > 0) {
      try {
        return await writer.begin();
      } catch (error) {
        const sinceBefore = writer.isBusy(error) ? performance.now() - patienceMs : Number.POSITIVE_INFINITY;
        refuse(sinceBefore, writer.faultOf(error));
      }
      await sleep(RETRY_MS);
    }
    return undefined;
  }

  function refuse(sinceBefore: number, error: unknown): void {
    for (const entry of waiting) if (entry.since < sinceBefore) entry.reject(error);
    waiting = waiting.filter((entry) => entry.since >= sinceBefore);
  }

  return {
    write(work) {
      const done = enqueue(waiting, work);
      wake();
      return done;
    },
    writeLater(work, withinMs) {
      if (later.length === 0) setTimeout(promoteLater, withinMs);
      return enqueue(later, work);
    },
    async close() {
      closed = true;
      promoteLater();
      while (draining) await draining;
    },
  };
}

function createEntry<T>(
  work: EntryWork<T>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Waiting {
  let settle = (): void => undefined;
  return {
    since: performance.now(),
    async run(sql) {
      const value = await work(sql);
      settle = () => resolve(value);
    },
    resolve: () => settle(),
    reject,
  };
}
