import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sql, SqlValue, Staging } from '../database.ts';

import type { Connection } from './connection.ts';
import { storeFault } from './faults.ts';
import { retryWhileBusy } from './patience.ts';
import { createRowWriter } from './rows.ts';
import { rollBack } from './writer.ts';

/** The longest that inserting keeps the event loop from others, in ms. */
const TURN_MS = 8;
/** Rows between two looks at the clock. */
const CHUNK = 500;

/** A bulk message's own connection: its temporary tables are files of their own, so that filling them locks nothing. */
export function createStaging(connection: Connection, patienceMs: number): Staging {
  connection.execute('PRAGMA temp.cache_size = -8192');
  let turnBegan = performance.now();
  /** Rows are inserted in one transaction, as long as nothing else is done: a commit for each batch would cost a tenth. */
  let filling = false;

  function fill(statement: string, rows: readonly (readonly SqlValue[])[]): void {
    if (!connection.inTransaction()) {
      connection.execute('BEGIN');
      filling = true;
    }
    const prepared = connection.prepare(statement);
    for (const row of rows) prepared.run(...row);
  }

  function endFilling(): void {
    if (!filling) return;
    filling = false;
    if (connection.inTransaction()) connection.execute('COMMIT');
  }

  async function yieldTurn(): Promise<void> {
    if (performance.now() - turnBegan < TURN_MS) return;
    await nextTurn();
    turnBegan = performance.now();
  }

  async function insertMany(statement: string, rows: readonly (readonly SqlValue[])[]): Promise<void> {
    try {
      for (let start = 0; start < rows.length; start += CHUNK) {
        fill(statement, rows.slice(start, start + CHUNK));
        await yieldTurn();
      }
    } catch (error) {
      throw storeFault(error);
    }
  }

  return {
    sql: afterFilling(connection.sql, endFilling),
    rowsInto: (table, columns) => createRowWriter(insertMany, table, columns),
    async merge<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
      endFilling();
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

const afterFilling = (sql: Sql, endFilling: () => void): Sql => ({
  all(statement, parameters) {
    endFilling();
    return sql.all(statement, parameters);
  },
  get(statement, parameters) {
    endFilling();
    return sql.get(statement, parameters);
  },
  run(statement, parameters) {
    endFilling();
    return sql.run(statement, parameters);
  },
});
