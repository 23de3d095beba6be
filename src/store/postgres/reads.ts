import type { Sql } from '../database.ts';
import type { PooledConnection } from './pool.ts';
import { rollBack } from './writer.ts';

type Take = () => Promise<PooledConnection>;

/** Single statements, each on whichever connection is free. */
export function createReader(take: Take): Sql {
  async function ask<T>(question: (sql: Sql) => Promise<T>): Promise<T> {
    const connection = await take();
    try {
      return await question(connection.sql);
    } finally {
      connection.giveBack();
    }
  }
  return {
    all: (statement, parameters) => ask((sql) => sql.all(statement, parameters)),
    get: (statement, parameters) => ask((sql) => sql.get(statement, parameters)),
    run: (statement, parameters) => ask((sql) => sql.run(statement, parameters)),
  };
}

/** Several reads of one state: they wait for no writer, and no writer waits for them. */
export async function readSnapshot<T>(take: Take, work: (sql: Sql) => Promise<T>): Promise<T> {
  const connection = await take();
  try {
    await connection.execute('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await work(connection.sql);
  } finally {
    await rollBack(connection);
  }
}
