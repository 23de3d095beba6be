import Big from 'big.js';
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError, type Sheet } from 'read-excel-file/node';
import { fail } from '../../domain/error.ts';
import { foldHeader } from './headers.ts';
import type { Row } from './rows.ts';
import { unpackedSize } from './zip-size.ts';

export interface WorkbookOptions {
  /** The file's name, for errors. */
  readonly name: string;
  /** The sheet that has one of these names, in any case and with or without accents, is read; else the first. */
  readonly sheets: readonly string[];
}

/**
 * The rows of a sheet of an XLSX workbook, as texts: numbers with the fifteen digits that a spreadsheet keeps, dates as
 * `yyyy-mm-dd[ hh:mm:ss]`, booleans as 1 and 0; a formula is its last result, and one that failed is empty. The whole
 * workbook is held in memory. Throws `file_unreadable`.
 */
export async function* rowsFromWorkbook(bytes: Buffer, options: WorkbookOptions): AsyncGenerator<Row> {
  const sheets = await read(bytes, options.name);
  const names = new Set(options.sheets.map(foldHeader));
  const sheet = sheets.find((candidate) => names.has(foldHeader(candidate.sheet))) ?? sheets[0];
  for (const [index, cells] of (sheet?.data ?? []).entries()) {
    const texts = cells.map(cellText);
    if (texts.some((text) => text !== '')) yield { line: index + 1, cells: texts };
  }
}

/** Bytes, unpacked: all of it is held in memory several times over, and a small file may unpack to anything. */
const LARGEST = 256 * 2 ** 20;

async function read(bytes: Buffer, name: string): Promise<Sheet<string>[]> {
  if (unpackedSize(bytes) > LARGEST)
    throw fail('file_unreadable', { value: name, expected: `> ${LARGEST / 2 ** 20} MiB` });
  try {
    return await readWorkbook<string>(bytes, { parseNumber: numberText });
  } catch (cause) {
    if (!(cause instanceof InvalidInputError || cause instanceof InvalidSpreadsheetError)) throw cause;
    throw fail('file_unreadable', { value: name, expected: cause.message }, cause);
  }
}

/** The package's types take a cell's date for the class itself. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  return String(cell).trim();
}

/** What a spreadsheet can keep and shows: 0.30000000000000004 in the file is 0.3 in the cell. */
const DIGITS = 15;

function numberText(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) ? new Big(value.toPrecision(DIGITS)).toFixed() : text;
}

/** Dates are fractions of days: a second is a thousandth of a second off. */
function dateText(date: Date): string {
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day = '', time = ''] = iso.slice(0, 19).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}
