import type { Database, Sql } from '../database.ts';
import type { Table } from './catalogue.ts';

interface Counter {
  /** The highest number given so far; nothing when none was. */
  read(sql: Sql, table: string, column: string): Promise<number | undefined>;
  set(sql: Sql, place: { readonly table: string; readonly column: string }, value: number): Promise<void>;
}

const COUNTERS: Readonly<Record<Database['dialect'], Counter>> = {
  sqlite: {
    read: async (sql, table) =>
      (await sql.get<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = $1', [table]))?.seq,
    async set(sql, { table }, value) {
      await sql.run('DELETE FROM sqlite_sequence WHERE name = $1', [table]);
      await sql.run('INSERT INTO sqlite_sequence (name, seq) VALUES ($1, CAST($2 AS INTEGER))', [
        table,
        value,
      ]);
    },
  },
  postgres: {
    async read(sql, table, column) {
      const statement =
        'SELECT pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass::oid) AS last';
      return (await sql.get<{ last: number | null }>(statement, [table, column]))?.last ?? undefined;
    },
    async set(sql, { table, column }, value) {
      await sql.get('SELECT setval(pg_get_serial_sequence($1, $2)::regclass, $3::bigint)', [
        table,
        column,
        value,
      ]);
    },
  },
};

interface Side {
  readonly sql: Sql;
  readonly dialect: Database['dialect'];
}

/** A number that was given once is not given again, even where its row is gone. */
export async function copyCounter(table: Table, from: Side, to: Side): Promise<void> {
  const { name, counter } = table;
  if (counter === undefined) return;
  const given = (await COUNTERS[from.dialect].read(from.sql, name, counter)) ?? 0;
  const row = await from.sql.get<{ n: number | null }>(`SELECT max("${counter}") AS n FROM "${name}"`);
  const value = Math.max(given, row?.n ?? 0);
  if (value > 0) await COUNTERS[to.dialect].set(to.sql, { table: name, column: counter }, value);
}
