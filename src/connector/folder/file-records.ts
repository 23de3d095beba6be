import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PasserelleError } from '../../domain/error.ts';
import { recordsFromJsonLines } from '../../records/json-lines.ts';
import type { SourceRecord } from '../../records/source-record.ts';
import type { ColumnMap } from '../../records/tables/column-map.ts';
import { recordsFromCsv, recordsFromTable } from '../../records/tables/records.ts';
import { type Row, rowsFromBytes } from '../../records/tables/rows.ts';
import { rowsFromWorkbook } from '../../records/tables/workbook.ts';
import { FILE_NAMES, type FolderFile, sourceUnavailable } from './folder-files.ts';
import { rememberFile, type Unchanged } from './same-file.ts';

/**
 * The records of one file, each batch given only once the file was seen not to have changed since. Throws
 * `source_unavailable` when it has, and what is wrong with a table as a whole, with the file's name.
 */
export async function* recordsInFile(
  file: FolderFile,
  columns: ColumnMap,
): AsyncGenerator<readonly SourceRecord[]> {
  const unchanged = await rememberFile(file);
  try {
    for await (const batch of parsedRecords(file, { columns, unchanged })) {
      await unchanged();
      yield batch;
    }
    await unchanged();
  } catch (error) {
    throw ofFile(error, file);
  }
}

interface Parsing {
  readonly columns: ColumnMap;
  readonly unchanged: Unchanged;
}

function parsedRecords(
  file: FolderFile,
  { columns, unchanged }: Parsing,
): AsyncGenerator<readonly SourceRecord[]> {
  if (file.format === 'jsonl') return recordsFromJsonLines(bytesOf(file));
  if (file.format === 'xlsx') return recordsFromTable(workbookRows(file, unchanged), file.kind, { columns });
  return recordsFromCsv(bytesOf(file), file.kind, { columns });
}

async function* workbookRows(file: FolderFile, unchanged: Unchanged): AsyncGenerator<Row> {
  const bytes = await readFile(file.path).catch((cause: unknown) => {
    throw sourceUnavailable(file.name, cause);
  });
  await unchanged();
  yield* rowsFromWorkbook(bytes, { name: file.name, sheets: FILE_NAMES[file.kind] });
}

async function* bytesOf({ path, name }: FolderFile): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    throw sourceUnavailable(name, cause);
  }
}

/** The headers of a table; none of JSON Lines. */
export async function headersOfFile(file: FolderFile): Promise<readonly string[]> {
  if (file.format === 'jsonl') return [];
  const rows =
    file.format === 'xlsx'
      ? workbookRows(file, async () => {})
      : rowsFromBytes(bytesOf(file), { onGuess: () => {}, onBroken: () => {} });
  for await (const { cells } of rows) return cells;
  return [];
}

function ofFile(error: unknown, { name }: FolderFile): unknown {
  if (!(error instanceof PasserelleError) || error.problem.reason === 'source_unavailable') return error;
  if (error.problem.reason === 'file_unreadable') return error;
  return new PasserelleError({ ...error.problem, file: name }, { cause: error });
}
