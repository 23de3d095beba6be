import type { Sql } from '../database.ts';
import type { Connection } from './connection.ts';
import { isStoreFault, storeFault } from './faults.ts';
import { retryWhileBusy } from './patience.ts';

export type EntryWork<T> = (sql: Sql) => Promise<T>;

/** Another process may take the lock between the two transactions. */
const AGAIN_PATIENCE_MS = 10_000;

/** One work that waits for a commit. */
export interface Entry {
  run(sql: Sql): Promise<void>;
  /** After the commit, with what the last `run` gave. */
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Runs `entries` in the transaction that has begun, then, if they changed anything, those that only wanted to come
 * along, and commits. If the storage fails with the latter aboard, the former get a transaction without them.
 */
export async function commitBatch(
  connection: Connection,
  entries: readonly Entry[],
  takeLater: () => readonly Entry[],
): Promise<void> {
  let done: readonly Entry[] = [];
  let later: readonly Entry[] = [];
  try {
    const changesBefore = totalChanges(connection);
    done = await runEach(connection, entries);
    if (connection.inTransaction() && totalChanges(connection) !== changesBefore) later = takeLater();
    const alsoDone = await runEach(connection, later, true);
    if (connection.inTransaction()) connection.execute('COMMIT');
    for (const entry of [...done, ...alsoDone]) entry.resolve();
  } catch (error) {
    rollBack(connection);
    const fault = storeFault(error);
    for (const entry of later) entry.reject(fault);
    if (later.length > 0) await commitAgain(connection, done);
    else for (const entry of entries) entry.reject(fault);
  }
}

async function commitAgain(connection: Connection, entries: readonly Entry[]): Promise<void> {
  try {
    await retryWhileBusy(() => connection.execute('BEGIN IMMEDIATE'), AGAIN_PATIENCE_MS);
  } catch (error) {
    for (const entry of entries) entry.reject(error);
    return;
  }
  await commitBatch(connection, entries, () => []);
}

/** Gives those that succeeded. One that throws is rolled back alone, unless the storage itself failed. */
async function runEach(
  connection: Connection,
  entries: readonly Entry[],
  company = entries.length > 1,
): Promise<Entry[]> {
  const done: Entry[] = [];
  for (const entry of entries) {
    if (company) connection.execute('SAVEPOINT work');
    try {
      await entry.run(connection.sql);
      done.push(entry);
    } catch (error) {
      if (isStoreFault(error)) throw error;
      entry.reject(error);
      connection.execute(company ? 'ROLLBACK TO work' : 'ROLLBACK');
    }
    if (company) connection.execute('RELEASE work');
  }
  return done;
}

/** Of the connection's whole life; compared, it tells whether a transaction has changed anything. */
function totalChanges(connection: Connection): unknown {
  return connection.prepare('SELECT total_changes()').value();
}

/** A full disk may have ended the transaction already; a connection that cannot even roll back is not used again. */
export function rollBack(connection: Connection): void {
  try {
    if (connection.inTransaction()) connection.execute('ROLLBACK');
  } catch {
    connection.reopen();
  }
}
