import { pipeline, Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { type Problem, problem } from '../../domain/problem.ts';
import { delimiterFromHead } from './delimiter.ts';
import { textFromBytes } from './text.ts';

export interface Row {
  /** The line that it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const LONGEST_RECORD = 8 * 2 ** 20;

export interface RowOptions {
  onGuess(encoding: string): void;
  /** What makes the rest of the table unreadable. */
  onBroken(problem: Problem): void;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/** The rows of a table, cells trimmed. Quotes are forgiven wherever their meaning is clear. */
export async function* rowsFromBytes(
  chunks: AsyncIterable<Uint8Array>,
  options: RowOptions,
): AsyncGenerator<Row> {
  const text = textFromBytes(chunks, options.onGuess);
  const first = await text.next();
  if (first.done) return;
  let lastLine = 0;
  let broken = false;
  const parser = parse({
    delimiter: delimiterFromHead(first.value),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    info: true,
    on_skip: () => {
      broken = true;
    },
  });
  // An error of the source comes out of the parser's iterator.
  pipeline(Readable.from(startingWith(first.value, text)), parser, () => {});
  const parsed: AsyncIterable<Parsed> = parser;
  for await (const { record, info } of parsed) {
    lastLine = info.lines;
    yield { line: lastLine - lineBreaks(record), cells: record.map(cleanCell) };
  }
  if (broken) options.onBroken(problem('record_too_long', { line: lastLine + 1, limit: LONGEST_RECORD }));
}

async function* startingWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

const lineBreaks = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/** A quoted cell with a bare quote inside (`"Tuyau 1/2" inox"`) comes with its outer quotes. */
function cleanCell(cell: string): string {
  const trimmed = cell.trim();
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
}
