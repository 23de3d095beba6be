import type { Sql } from './database.ts';
import { isStoreFault } from './faults.ts';
import type { Writer, WriteTransaction } from './write-transaction.ts';

export type EntryWork<T> = (sql: Sql) => Promise<T>;

/** One work that waits for a commit. */
export interface Entry {
  run(sql: Sql): Promise<void>;
  /** After the commit, with what the last `run` gave. */
  resolve(): void;
  reject(error: unknown): void;
}

export interface Batch {
  readonly transaction: WriteTransaction;
  readonly entries: readonly Entry[];
  /** Those that only want to come along. */
  takeLater(): readonly Entry[];
}

/**
 * Runs a batch's entries in the transaction that has begun, then, if they changed anything, those that only wanted to
 * come along, and commits. If the storage fails with the latter aboard, the former get a transaction without them.
 */
export async function commitBatch(writer: Writer, { transaction, entries, takeLater }: Batch): Promise<void> {
  let done: readonly Entry[] = [];
  let later: readonly Entry[] = [];
  try {
    const changesBefore = transaction.changes();
    done = await runEach(transaction, entries);
    if (transaction.isOpen() && transaction.changes() !== changesBefore) later = takeLater();
    const alsoDone = await runEach(transaction, later, true);
    if (transaction.isOpen()) await transaction.commit();
    for (const entry of [...done, ...alsoDone]) entry.resolve();
  } catch (error) {
    await transaction.rollBack();
    const fault = writer.faultOf(error);
    for (const entry of later) entry.reject(fault);
    if (later.length > 0) await commitAgain(writer, done);
    else for (const entry of entries) entry.reject(fault);
  }
}

async function commitAgain(writer: Writer, entries: readonly Entry[]): Promise<void> {
  let transaction: WriteTransaction;
  try {
    transaction = await writer.beginAgain();
  } catch (error) {
    for (const entry of entries) entry.reject(writer.faultOf(error));
    return;
  }
  await commitBatch(writer, { transaction, entries, takeLater: () => [] });
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
