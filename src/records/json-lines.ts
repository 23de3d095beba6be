import { problem, quotable } from '../domain/problem.ts';
import { type ByteLine, linesFromBytes } from './byte-lines.ts';
import type { SourceRecord } from './source-record.ts';

/** An image of a hundred megabytes in base64 still fits. */
const LONGEST_LINE = 160 * 2 ** 20;
const BYTE_ORDER_MARK = /^\uFEFF/;

/** One JSON object a line; empty lines are passed over. */
export async function* recordsFromJsonLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly SourceRecord[]> {
  for await (const lines of linesFromBytes(chunks, LONGEST_LINE)) {
    const records = lines.map(recordFromLine).filter((record) => record !== undefined);
    if (records.length > 0) yield records;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function recordFromLine({ number, bytes }: ByteLine): SourceRecord | undefined {
  if (!bytes) return { line: number, problem: problem('record_too_long', { limit: LONGEST_LINE }) };
  if (bytes.length === 0) return undefined;
  try {
    const text = decoder.decode(bytes).replace(BYTE_ORDER_MARK, '');
    return text.trim() === '' ? undefined : { line: number, value: JSON.parse(text) };
  } catch (error) {
    const expected = quotable(error instanceof SyntaxError ? error.message : 'UTF-8');
    return { line: number, problem: problem('record_unreadable', { expected }) };
  }
}
