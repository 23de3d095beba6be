import { fail } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RecordKind } from '../kinds.ts';
import type { ReadingRemarks, SourceRecord } from '../source-record.ts';
import { type Column, columnsFromHeaders, type Part, recordFromRow } from './columns.ts';
import { ordersFromRows } from './orders.ts';
import { type Row, rowsFromBytes } from './rows.ts';
import { headersByPath, TABLES, type Table } from './tables.ts';

/**
 * The records of a table in a text file (CSV or tab-separated), by the headers of its first row. Throws `column_missing`
 * when no column gives the records' key.
 */
export async function* recordsFromCsv(
  chunks: AsyncIterable<Uint8Array>,
  kind: RecordKind,
  remarks: ReadingRemarks & { columnMeaning(column: Column, table: Table): string },
): AsyncGenerator<readonly SourceRecord[]> {
  const table = TABLES[kind];
  if (!table) throw fail('file_kind_unknown', { value: kind, expected: 'JSON Lines' });
  let broken: Problem | undefined;
  const rows = rowsFromBytes(chunks, {
    onGuess: (encoding) => remarks.encoding(encoding),
    onBroken: (problem) => {
      broken = problem;
    },
  });
  const head = await rows.next();
  if (head.done) return;
  const columns = columnsFromHeaders(head.value.cells, table.columns, table.key);
  remarks.columns(columns.map((column) => remarks.columnMeaning(column, table)));
  const records = recordsFromRows(rows, columns, table);
  yield* batched(kind === 'orders' ? ordersFromRows(records) : records);
  if (broken) yield [{ line: broken.line ?? 0, problem: broken }];
}

async function* recordsFromRows(rows: AsyncIterable<Row>, columns: readonly Column[], table: Table) {
  const headers = headersByPath(columns);
  for await (const { line, cells } of rows) {
    const value: Part = table.finish(recordFromRow(columns, cells));
    yield { line, value, headers };
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
