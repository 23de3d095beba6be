import type { Writer, WriteTransaction } from '../write-transaction.ts';
import { isBusy, storeFault } from './faults.ts';
import { takeNumbers } from './numbers.ts';
import type { PooledConnection } from './pool.ts';

/**
 * Write transactions under the shop's own lock, which the server frees at their end, however they end: writers of all
 * processes come one after another, as on SQLite.
 */
export function createWriter(take: () => Promise<PooledConnection>, lock: string): Writer {
  async function begin(): Promise<WriteTransaction> {
    const connection = await take();
    try {
      await connection.execute(`BEGIN READ WRITE; SELECT pg_advisory_xact_lock(${lock})`);
    } catch (error) {
      await rollBack(connection);
      throw error;
    }
    return createTransaction(connection);
  }
  return { begin, beginAgain: begin, takeNumbers, isBusy, faultOf: storeFault };
}

/** Keeping a work and beginning the next one travel together, or with the commit. */
function createTransaction(connection: PooledConnection): WriteTransaction {
  let open = true;
  let before = '';
  const say = (statement: string): Promise<string> => {
    const statements = `${before}${statement}`;
    before = '';
    return connection.execute(statements);
  };
  return {
    sql: connection.sql,
    savepoint: async () => void (await say('SAVEPOINT work')),
    undo: async () => void (await say('ROLLBACK TO work')),
    keep() {
      before = 'RELEASE work; ';
    },
    isOpen: () => open,
    changes: connection.changes,
    async commit() {
      // A transaction in which a statement failed is rolled back by COMMIT, without an error.
      if ((await say('COMMIT')) !== 'COMMIT') throw new Error('the transaction was rolled back');
      open = false;
      connection.giveBack();
    },
    async rollBack() {
      if (!open) return;
      open = false;
      await rollBack(connection);
    },
  };
}

/** Never throws: a broken connection is closed when it is given back, and the server rolls back by itself. */
export async function rollBack(connection: PooledConnection): Promise<void> {
  try {
    if (connection.isUsable()) await connection.execute('ROLLBACK');
  } catch {
    // It is not usable any more.
  }
  connection.giveBack();
}
