import type { Sql, SqlValue } from './database.ts';
import { insertInto, placeholders } from './sql-text.ts';

/** Rows a statement: powers of two, so that any number takes few statements and few of them are prepared. */
const BLOCKS = [32, 16, 8, 4, 2, 1];

export type InsertRows = (sql: Sql, rows: readonly (readonly SqlValue[])[]) => Promise<void>;

/** For rows that a transaction has in memory: each statement is a round trip, so that they share some. */
export function createInsertRows(table: {
  readonly name: string;
  readonly names: readonly string[];
}): InsertRows {
  const statements = BLOCKS.map((size) => ({ size, statement: blockOf(size, table) }));
  return async (sql, rows) => {
    let written = 0;
    for (const { size, statement } of statements)
      for (; rows.length - written >= size; written += size)
        await sql.run(statement, rows.slice(written, written + size).flat());
  };
}

function blockOf(
  rows: number,
  { name, names }: { readonly name: string; readonly names: readonly string[] },
): string {
  const others = Array.from(
    { length: rows - 1 },
    (_, row) => `(${placeholders(names.length, (row + 1) * names.length + 1)})`,
  );
  return [insertInto(name, names), ...others].join(', ');
}
