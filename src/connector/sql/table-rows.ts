import { fail } from '../../domain/error.ts';
import type { ColumnMap } from '../../records/tables/column-map.ts';
import type { Row } from '../../records/tables/rows.ts';
import type { Cells } from './database.ts';

/** `map` as written: our field, or a custom field `xx_…`, and the column that it is read from. */
export type FieldMap = Readonly<Record<string, string>>;

const CUSTOM = /^xx_/i;

/** The map by column. Throws `configuration_key_invalid` for a column that is named twice. */
export function columnMapOf(fields: FieldMap, field: string): ColumnMap {
  const map: Record<string, string> = {};
  for (const [path, column] of Object.entries(fields)) {
    if (Object.hasOwn(map, column))
      throw fail('configuration_key_invalid', { field, expected: `${column} → ${map[column]} | ${path}` });
    map[column] = CUSTOM.test(path) ? `customFields.${path}` : path;
  }
  return map;
}

/**
 * A query's result as the rows of a table, the column names first. Throws `query_refused` where a column of the map is not
 * in it.
 */
export async function* tableRows(
  result: AsyncIterable<Cells>,
  { field, columns }: { readonly field: string; readonly columns: readonly string[] },
): AsyncGenerator<Row, void, undefined> {
  let line = 0;
  for await (const cells of result) {
    if (line === 0) requireColumns(cells, columns, field);
    yield { line, cells };
    line++;
  }
}

function requireColumns(headers: Cells, columns: readonly string[], field: string): void {
  const known = new Set(headers.map((header) => header.toLowerCase()));
  const missing = columns.find((column) => !known.has(column.toLowerCase()));
  if (missing === undefined) return;
  throw fail('query_refused', { field, value: `map: ${missing} ? ${headers.join(', ')}` });
}
