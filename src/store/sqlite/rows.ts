import type { RowWriter, SqlValue } from '../database.ts';

/** Rows written at once. Small, so that they do not live long enough to be carried into the old generation. */
const BATCH = 100;
/** Rows a statement: half of a short insert's time is spent around the statement. */
const ROWS = 10;

/** Inserts many rows by one statement. */
export type InsertMany = (statement: string, rows: readonly (readonly SqlValue[])[]) => Promise<void>;

export function createRowWriter(
  insertMany: InsertMany,
  table: string,
  columns: readonly string[],
): RowWriter {
  const one = insertion(table, columns, 1);
  const many = insertion(table, columns, ROWS);
  let groups: SqlValue[][] = [];
  let group: SqlValue[] = [];

  return {
    add(cells) {
      for (const cell of cells) group.push(cell);
      if (group.length === ROWS * columns.length) {
        groups.push(group);
        group = [];
      }
      return groups.length * ROWS >= BATCH;
    },
    async flush() {
      const rest = Array.from({ length: group.length / columns.length }, (_, index) =>
        group.slice(index * columns.length, (index + 1) * columns.length),
      );
      const full = groups;
      [groups, group] = [[], []];
      if (full.length > 0) await insertMany(many, full);
      if (rest.length > 0) await insertMany(one, rest);
    },
  };
}

function insertion(table: string, columns: readonly string[], rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const values = Array.from({ length: rows }, () => row).join(', ');
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values}`;
}
