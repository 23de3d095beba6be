import type { Sql, Staging } from '../database.ts';
import type { Connection } from './connection.ts';
import { storeFault } from './faults.ts';
import { createFilling, type Filling } from './rows.ts';

/** Below so many rows, the planner does well without statistics. */
const ANALYZED_FROM = 5000;
const MADE_TABLE = /^CREATE TEMP TABLE (\w+) AS/;

/**
 * A bulk message's own connection. Its merge does not take the shop's write lock: what it writes is guarded by the
 * part's revision (planned-merge.ts), so that products are written meanwhile.
 */
export function createStaging(connection: Connection): Staging {
  const filling = createFilling(connection);
  const sql = withStatistics(connection, filling);
  return {
    sql,
    rowsInto: filling.rowsInto,
    async merge<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
      await filling.settle();
      try {
        await connection.execute('BEGIN');
        const result = await work(sql);
        await filling.settle();
        if ((await connection.execute('COMMIT')) !== 'COMMIT') throw new Error('the merge was rolled back');
        return result;
      } catch (error) {
        await rollBack(connection);
        throw storeFault(error);
      }
    },
  };
}

async function rollBack(connection: Connection): Promise<void> {
  try {
    if (connection.isUsable()) await connection.execute('ROLLBACK');
  } catch {
    // The server rolls back by itself, and the connection serves this message only.
  }
}

/** Statements see all rows that were flushed, and the planner knows how many they are. */
function withStatistics({ sql, execute }: Connection, filling: Filling): Sql {
  return {
    async all(statement, parameters) {
      await filling.settle();
      return sql.all(statement, parameters);
    },
    async get(statement, parameters) {
      await filling.settle();
      return sql.get(statement, parameters);
    },
    async run(statement, parameters) {
      await filling.settle();
      const rows = await sql.run(statement, parameters);
      const made = rows >= ANALYZED_FROM ? MADE_TABLE.exec(statement)?.[1] : undefined;
      if (made !== undefined) await execute(`ANALYZE ${made}`);
      return rows;
    },
  };
}
