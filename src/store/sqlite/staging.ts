import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql, SqlValue, Staging } from '../database.ts';
import { rollBack } from './batch.ts';
import type { Connection } from './connection.ts';
import { storeFault } from './faults.ts';
import { retryWhileBusy } from './patience.ts';

/** The longest that inserting keeps the event loop from others, in ms. */
const TURN_MS = 8;
/** Rows between two looks at the clock. */
const CHUNK = 500;

/** A bulk message's own connection: its temporary tables are files of their own, so that filling them locks nothing. */
export function createStaging(connection: Connection, patienceMs: number): Staging {
  connection.execute('PRAGMA temp.cache_size = -16384');
  let turnBegan = performance.now();

  async function yieldTurn(): Promise<void> {
    if (performance.now() - turnBegan < TURN_MS) return;
    await nextTurn();
    turnBegan = performance.now();
  }

  return {
    sql: connection.sql,
    async insertMany(statement, rows) {
      for (let start = 0; start < rows.length; start += CHUNK) {
        insertChunk(connection, statement, rows.slice(start, start + CHUNK));
        await yieldTurn();
      }
    },
    async merge<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
      await retryWhileBusy(() => connection.execute('BEGIN IMMEDIATE'), patienceMs);
      try {
        const result = await work(connection.sql);
        connection.execute('COMMIT');
        return result;
      } catch (error) {
        rollBack(connection);
        throw storeFault(error);
      }
    },
  };
}

function insertChunk(
  connection: Connection,
  statement: string,
  rows: readonly (readonly SqlValue[])[],
): void {
  const prepared = connection.prepare(statement);
  const alone = !connection.inTransaction();
  try {
    if (alone) connection.execute('BEGIN');
    for (const row of rows) prepared.run(...row);
    if (alone) connection.execute('COMMIT');
  } catch (error) {
    if (alone) rollBack(connection);
    throw storeFault(error);
  }
}
