import type { Problem } from '../../domain/problem.ts';
import type { SourceRecord } from '../source-record.ts';
import { type ColumnMap, pathOfColumn } from './column-map.ts';
import { type Column, columnsFromHeaders, inPathOrder, recognisedColumns, recordFromRow } from './columns.ts';
import { groupedRows, type RowOfTable } from './groups.ts';
import { type Row, rowsFromBytes } from './rows.ts';
import { headersByPath, TABLES, type Table, type TableKind } from './tables.ts';

export interface TableOptions {
  /** What the columns are; a header that it does not name is guessed. */
  readonly columns?: ColumnMap;
  /** Hears what each column was read as. */
  onColumns?(columns: readonly Column[], table: Table): void;
}

/**
 * The records of a table whose first row names its columns. Throws `column_missing` when no column gives the records'
 * key, `field_unknown` or `value_conflict` for a column map that cannot be followed.
 */
export async function* recordsFromTable(
  rows: AsyncIterable<Row>,
  kind: TableKind,
  options: TableOptions = {},
): AsyncGenerator<readonly SourceRecord[]> {
  const table = TABLES[kind];
  const records = recordsFromRows(rows, table, options);
  yield* batched(table.grouping ? groupedRows(records, table.grouping) : records);
}

export interface CsvOptions extends TableOptions {
  /** Hears that lines which are no UTF-8 were read in this encoding. */
  onEncoding?(name: string): void;
}

/** The records of a table in a text file (CSV or tab-separated); see recordsFromTable. */
export async function* recordsFromCsv(
  chunks: AsyncIterable<Uint8Array>,
  kind: TableKind,
  options: CsvOptions = {},
): AsyncGenerator<readonly SourceRecord[]> {
  let broken: Problem | undefined;
  const rows = rowsFromBytes(chunks, {
    onGuess: (encoding) => options.onEncoding?.(encoding),
    onBroken: (problem) => {
      broken = problem;
    },
  });
  yield* recordsFromTable(rows, kind, options);
  if (broken) yield [{ line: broken.line ?? 0, problem: broken }];
}

/** What each header would be read as, to be written down and put right by a person. */
export const guessColumns = (headers: readonly string[], kind: TableKind): ColumnMap =>
  Object.fromEntries(
    recognisedColumns(headers, TABLES[kind]).map((column) => [column.header, pathOfColumn(column)]),
  );

async function* recordsFromRows(
  rows: AsyncIterable<Row>,
  table: Table,
  { columns: map, onColumns }: TableOptions,
): AsyncGenerator<RowOfTable> {
  let columns: readonly Column[] | undefined;
  let headers: ReadonlyMap<string, string> = new Map();
  for await (const { line, cells } of rows) {
    if (columns) {
      yield { line, value: table.finish(recordFromRow(columns, cells)), headers };
      continue;
    }
    const found = columnsFromHeaders(cells, table, map);
    onColumns?.(found, table);
    columns = inPathOrder(found);
    headers = headersByPath(columns);
  }
}

const BATCH = 200;

async function* batched<Item>(items: AsyncIterable<Item>): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
