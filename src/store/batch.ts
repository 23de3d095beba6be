import { appendChanges } from './changes/append.ts';
import type { CommitCounts } from './commit-counts.ts';
import type { NoteChange, Noted, Sql } from './database.ts';
import { isStoreFault } from './faults.ts';
import type { Writer, WriteTransaction } from './write-transaction.ts';

export type EntryWork<T> = (sql: Sql, note: NoteChange) => Promise<T>;

/** One work that waits for a commit. */
export interface Entry {
  run(sql: Sql): Promise<void>;
  /** What the last `run` noted for the feed. */
  noted(): readonly Noted[];
  /** After the commit, with what the last `run` gave. */
  resolve(): void;
  reject(error: unknown): void;
}

export interface Batch {
  readonly transaction: WriteTransaction;
  readonly entries: readonly Entry[];
  readonly counts: CommitCounts;
  /** Those that only want to come along. */
  takeLater(): readonly Entry[];
}

/**
 * Runs a batch's entries in the transaction that has begun, then, if they changed anything, those that only wanted to
 * come along, adds what they noted to the feed and to the effects of exchanges, and commits. If the storage fails with the latter aboard, the former get a transaction without them.
 */
export async function commitBatch(writer: Writer, batch: Batch): Promise<void> {
  const { transaction, entries, counts, takeLater } = batch;
  const begun = performance.now();
  let done: readonly Entry[] = [];
  let later: readonly Entry[] = [];
  try {
    const changesBefore = transaction.changes();
    done = await runEach(transaction, entries);
    if (transaction.isOpen() && transaction.changes() !== changesBefore) later = takeLater();
    const alsoDone = await runEach(transaction, later, true);
    const written = [...done, ...alsoDone];
    if (transaction.isOpen()) {
      const noted = written.flatMap((entry) => entry.noted());
      await appendChanges(writer.takeNumbers, transaction.sql, noted);
      await transaction.commit();
      counts.committed(written.length, performance.now() - begun);
    }
    for (const entry of written) entry.resolve();
  } catch (error) {
    counts.failed();
    await transaction.rollBack();
    const fault = writer.faultOf(error);
    for (const entry of later) entry.reject(fault);
    if (later.length > 0) await commitAgain(writer, { ...batch, entries: done, takeLater: () => [] });
    else for (const entry of entries) entry.reject(fault);
  }
}

async function commitAgain(writer: Writer, batch: Batch): Promise<void> {
  let transaction: WriteTransaction;
  try {
    transaction = await writer.beginAgain();
  } catch (error) {
    for (const entry of batch.entries) entry.reject(writer.faultOf(error));
    return;
  }
  await commitBatch(writer, { ...batch, transaction });
}

/** Gives those that succeeded. One that throws is rolled back alone, unless the storage itself failed. */
async function runEach(
  transaction: WriteTransaction,
  entries: readonly Entry[],
  company = entries.length > 1,
): Promise<Entry[]> {
  const done: Entry[] = [];
  for (const entry of entries) {
    if (company) await transaction.savepoint();
    try {
      await entry.run(transaction.sql);
      done.push(entry);
    } catch (error) {
      if (isStoreFault(error)) throw error;
      entry.reject(error);
      if (company) await transaction.undo();
      else await transaction.rollBack();
    }
    if (company) await transaction.keep();
  }
  return done;
}
