import { basename, isAbsolute } from 'node:path';
import type { Problem } from '../../domain/problem.ts';
import { recordsFromJsonLines } from '../../records/json-lines.ts';
import type { SourceRecord } from '../../records/source-record.ts';
import type { Column } from '../../records/tables/columns.ts';
import { recordsFromCsv, recordsFromTable } from '../../records/tables/records.ts';
import type { Row } from '../../records/tables/rows.ts';
import type { Table } from '../../records/tables/tables.ts';
import { rowsFromWorkbook } from '../../records/tables/workbook.ts';
import { describe, type Language } from '../../shop/wording.ts';
import { printable, type Terminal } from '../terminal.ts';
import { IMPORT_WORDING, type ImportCounts, type ImportWording } from '../wording/import.ts';
import { createProgress, type Progress } from './progress.ts';
import { createReport, type ImportReport } from './report.ts';
import { type ImportingShop, SAVERS } from './save-records.ts';
import type { ImportSource } from './sources.ts';

export interface ImportContext {
  readonly terminal: Terminal;
  readonly language: Language;
}

/** Loads one file, telling refusals and the result on standard error. */
export async function importFile(
  source: ImportSource,
  into: ImportingShop,
  { terminal, language }: ImportContext,
): Promise<Pick<ImportCounts, 'refused'> & { readonly saved: number }> {
  const started = performance.now();
  const wording = IMPORT_WORDING[language];
  const name = displayName(source.name);
  const progress = createProgress({
    errors: terminal.errors,
    wording,
    file: name,
    size: source.size,
  });
  const sentence = (problem: Problem, line: number | undefined): string =>
    printable(`${name}${line === undefined ? '' : `:${line}`}: ${describe(problem, language)}`);
  const report = createReport({ tell: (problem, line) => progress.line(sentence(problem, line)) });
  try {
    const records = counted(readSource(source, { name, progress, wording }), progress);
    await SAVERS[source.kind](records, { into, report });
  } finally {
    progress.stop();
  }
  for (const line of conclusion(report, { name, wording, sentence, seconds: secondsSince(started) }))
    terminal.errors.write(`${line}\n`);
  const { created, updated, unchanged, refused } = report.counts;
  return { saved: created + updated + unchanged, refused };
}

/** The sample's files stand somewhere in the package: their names alone tell enough. */
const displayName = (name: string): string =>
  name === '-' ? 'stdin' : isAbsolute(name) ? basename(name) : name;

const secondsSince = (started: number): number => Math.round((performance.now() - started) / 100) / 10;

interface Reading {
  readonly name: string;
  readonly progress: Progress;
  readonly wording: ImportWording;
}

function readSource(
  source: ImportSource,
  { name, progress, wording }: Reading,
): AsyncIterable<readonly SourceRecord[]> {
  const bytes = measured(source.open(), progress);
  const onColumns = (columns: readonly Column[], table: Table): void => {
    const meanings = columns.map((column) => columnMeaning(column, table, wording));
    progress.line(printable(wording.columns(name, meanings)));
  };
  if (source.format === 'jsonl') return recordsFromJsonLines(bytes);
  if (source.format === 'xlsx')
    return recordsFromTable(workbookRows(bytes, name, source), source.kind, { onColumns });
  return recordsFromCsv(bytes, source.kind, {
    onColumns,
    onEncoding: (encoding) => progress.line(wording.encoding(name, encoding)),
  });
}

/** A workbook is an archive: nothing of it can be read before its end. */
async function* workbookRows(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  { kind }: ImportSource,
): AsyncGenerator<Row> {
  const whole = Buffer.concat(await Array.fromAsync(bytes));
  yield* rowsFromWorkbook(whole, { name, sheets: [kind] });
}

function columnMeaning({ header, target }: Column, table: Table, wording: ImportWording): string {
  if (target) return `${header} → ${target.path}`;
  const meaning = table.meaningOf(header);
  return `${header} → ${meaning === 'axis' ? 'axes' : meaning === 'custom' ? wording.customField : wording.ignored}`;
}

async function* measured(bytes: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    progress.bytes(chunk.length);
    yield chunk;
  }
}

async function* counted(
  batches: AsyncIterable<readonly SourceRecord[]>,
  progress: Progress,
): AsyncGenerator<readonly SourceRecord[]> {
  for await (const batch of batches) {
    progress.records(batch.length);
    yield batch;
  }
}

interface Conclusion {
  readonly name: string;
  readonly wording: ImportWording;
  readonly seconds: number;
  sentence(problem: Problem, line: number | undefined): string;
}

function conclusion(report: ImportReport, { name, wording, seconds, sentence }: Conclusion): string[] {
  const untold = report.untold();
  return [
    ...(untold > 0 ? [wording.moreRefused(untold)] : []),
    ...report.warnings().map(({ problem, line, count }) => wording.warning(sentence(problem, line), count)),
    wording.summary(name, { ...report.counts, seconds }),
  ];
}
