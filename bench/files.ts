import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createDeflate } from 'node:zlib';

const BLOCK = 1 << 20;

/** Writes texts one after another, a block at a time. */
export function writeTexts(path: string, texts: Iterable<string>): void {
  const file = openSync(path, 'w');
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < BLOCK) continue;
    writeSync(file, block);
    block = '';
  }
  writeSync(file, block);
  closeSync(file);
}

/** `compression` 1 of the wire: zlib (RFC 1950). */
export const deflateFile = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from, { highWaterMark: BLOCK }), createDeflate(), createWriteStream(to));

/** One line of CSV: a cell for each column, empty where nothing is said. */
export const csvLine = (columns: readonly string[], cells: Readonly<Record<string, string>>): string =>
  `${columns.map((column) => csvCell(cells[column] ?? '')).join(',')}\n`;

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
