import type { SourceRecord } from '../source-record.ts';
import type { Part } from './parts.ts';

export interface RowOfTable extends Extract<SourceRecord, { value: unknown }> {
  readonly value: Part;
}

/** How the rows of a table make one record of those that follow one another with the same key. */
export interface Grouping {
  readonly key: string;
  linesOf(row: Part): unknown;
  /** The record: its first row, with the lines of all. */
  complete(first: Part, lines: readonly unknown[]): Part;
}

export async function* groupedRows(
  rows: AsyncIterable<RowOfTable>,
  { key, linesOf, complete }: Grouping,
): AsyncGenerator<RowOfTable> {
  let first: RowOfTable | undefined;
  let lines: unknown[] = [];
  for await (const row of rows) {
    if (first && first.value[key] !== row.value[key]) {
      yield { ...first, value: complete(first.value, lines) };
      lines = [];
      first = undefined;
    }
    first ??= row;
    const own = linesOf(row.value);
    if (Array.isArray(own)) lines.push(...own);
  }
  if (first) yield { ...first, value: complete(first.value, lines) };
}
