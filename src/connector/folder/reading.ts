import type { Decoded, Problem } from '../../domain/problem.ts';
import { decodeRecord, type SourceRecord } from '../../records/source-record.ts';
import { type ColumnMaps, readColumnMaps } from './column-map.ts';
import { recordsInFile } from './file-records.ts';
import { type FolderFile, type FolderKind, filesInFolder } from './folder-files.ts';

/** A record of a file, decoded, or what makes it unreadable: with file and line, in the file's own words. */
export type FileRecord<T> =
  | { readonly value: T; readonly file: string; readonly line: number }
  | { readonly problem: Problem };

/** The records of all files of one kind, as the folder holds them now. */
export async function* recordsOfKind<T>(
  folder: string,
  kind: FolderKind,
  read: (value: unknown) => Decoded<T>,
): AsyncGenerator<readonly FileRecord<T>[]> {
  const [files, maps] = await Promise.all([filesInFolder(folder), readColumnMaps(folder)]);
  for (const file of files) if (file.kind === kind) yield* recordsOfFile(file, maps, read);
}

async function* recordsOfFile<T>(
  file: FolderFile,
  maps: ColumnMaps,
  read: (value: unknown) => Decoded<T>,
): AsyncGenerator<readonly FileRecord<T>[]> {
  for await (const batch of recordsInFile(file, maps[file.kind] ?? {}))
    yield batch.map((record) => decodedRecord(record, file.name, read));
}

function decodedRecord<T>(
  record: SourceRecord,
  file: string,
  read: (value: unknown) => Decoded<T>,
): FileRecord<T> {
  const { line } = record;
  const result = decodeRecord(record, read);
  return result.ok ? { value: result.value, file, line } : { problem: { ...result.problem, file, line } };
}
