import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fail, type PasserelleError } from '../../domain/error.ts';
import { type Format, formatOfFile } from '../../records/formats.ts';
import { isRecordKind, type RecordKind } from '../../records/kinds.ts';
import type { Terminal } from '../terminal.ts';
import type { ImportWording } from '../wording/import.ts';

/** One file to import, not opened yet. */
export interface ImportSource {
  /** As the user named it; `-` is standard input. */
  readonly name: string;
  readonly kind: RecordKind;
  readonly format: Format;
  /** In bytes, where it is known. */
  readonly size: number | undefined;
  open(): AsyncIterable<Uint8Array>;
}

export interface SourceOptions {
  readonly terminal: Terminal;
  readonly wording: ImportWording;
  readonly kind?: RecordKind;
  readonly format?: Format;
}

/** Throws `file_kind_unknown` or `file_unreadable`, before anything is read. */
export async function sourceFromName(name: string, options: SourceOptions): Promise<ImportSource> {
  const kind = options.kind ?? kindFromName(name);
  const format = options.format ?? formatOfFile(name);
  if (!kind) throw fail('file_kind_unknown', { value: name, expected: options.wording.kindUnknown });
  // Standard input is what `export` writes, unless said otherwise.
  if (name === '-')
    return { name, kind, format: format ?? 'jsonl', size: undefined, open: () => options.terminal.input };
  if (!format) throw fail('file_kind_unknown', { value: name, expected: options.wording.formatUnknown });
  const path = resolve(options.terminal.folder, name);
  const size = await fileSize(path, options);
  return { name, kind, format, size, open: () => fileBytes(path, options) };
}

/** `exports/orders.jsonl` holds orders. */
function kindFromName(name: string): RecordKind | undefined {
  const stem = basename(name, extname(name)).toLowerCase();
  return isRecordKind(stem) ? stem : undefined;
}

/** Of a pipe there is none to tell. */
async function fileSize(path: string, { wording }: SourceOptions): Promise<number | undefined> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, wording, cause);
  });
  if (found.isDirectory()) throw fail('file_unreadable', { value: path, expected: wording.fileIsFolder });
  return found.isFile() ? found.size : undefined;
}

async function* fileBytes(path: string, { wording }: SourceOptions): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path);
  } catch (cause) {
    throw unreadable(path, wording, cause);
  }
}

function unreadable(path: string, wording: ImportWording, cause: unknown): PasserelleError {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const expected = missing ? wording.fileMissing : cause instanceof Error ? cause.message : String(cause);
  return fail('file_unreadable', { value: path, expected }, cause);
}
