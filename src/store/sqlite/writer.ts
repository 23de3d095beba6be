import type { Writer, WriteTransaction } from '../write-transaction.ts';
import type { Connection } from './connection.ts';
import { isBusy, storeFault } from './faults.ts';
import { takeNumbers } from './numbers.ts';
import { retryWhileBusy } from './patience.ts';

/** Another process may take the lock between the two transactions. */
const AGAIN_PATIENCE_MS = 10_000;

/** Write transactions, one after another, on one connection. */
export function createWriter(connection: Connection): Writer {
  const transaction: WriteTransaction = {
    sql: connection.sql,
    savepoint: () => connection.execute('SAVEPOINT work'),
    undo: () => connection.execute('ROLLBACK TO work'),
    keep: () => connection.execute('RELEASE work'),
    isOpen: connection.inTransaction,
    changes: () => connection.prepare('SELECT total_changes()').value(),
    commit: () => connection.execute('COMMIT'),
    rollBack: () => rollBack(connection),
  };

  function begin(): WriteTransaction {
    connection.execute('BEGIN IMMEDIATE');
    return transaction;
  }

  return {
    begin,
    beginAgain: () => retryWhileBusy(begin, AGAIN_PATIENCE_MS),
    takeNumbers,
    isBusy,
    faultOf: storeFault,
  };
}

/** A full disk may have ended the transaction already; a connection that cannot even roll back is not used again. */
export function rollBack(connection: Connection): void {
  try {
    if (connection.inTransaction()) connection.execute('ROLLBACK');
  } catch {
    connection.reopen();
  }
}
