import { readTables } from '../../src/store/copy/catalogue.ts';
import type { Database } from '../../src/store/database.ts';

export type TableRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Every row of every table, but for the migrations that it has had. */
export async function allRows({ read, catalogue }: Pick<Database, 'read' | 'catalogue'>): Promise<TableRows> {
  const rows: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
  for (const { name, columns, key } of await readTables(read, catalogue)) {
    const list = columns.map((column) => `"${column}"`).join(', ');
    const order = key.map((column) => `"${column}"`).join(', ');
    if (name !== 'migration') rows[name] = await read.all(`SELECT ${list} FROM "${name}" ORDER BY ${order}`);
  }
  return rows;
}
