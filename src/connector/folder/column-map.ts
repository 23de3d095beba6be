import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, type PasserelleError } from '../../domain/error.ts';
import type { ColumnMap } from '../../records/tables/column-map.ts';
import { guessColumns } from '../../records/tables/records.ts';
import { headersOfFile } from './file-records.ts';
import { expectedNames, FILE_NAMES, type FolderKind, filesInFolder } from './folder-files.ts';

export const COLUMN_MAPS_FILE = 'passerelle-columns.json';

/** What the columns of a folder's tables are, by kind; guessed where nothing is said. */
export type ColumnMaps = Readonly<Partial<Record<FolderKind, ColumnMap>>>;

const SCHEMA = z.partialRecord(
  z.enum(Object.keys(FILE_NAMES) as FolderKind[]),
  z.record(z.string(), z.string()),
);

/** The maps that a person wrote; none without a file. Throws `file_unreadable`. */
export async function readColumnMaps(folder: string): Promise<ColumnMaps> {
  const text = await readFile(join(folder, COLUMN_MAPS_FILE), 'utf8').catch((cause: unknown) => {
    if (isMissing(cause)) return undefined;
    throw unreadable(cause);
  });
  if (text === undefined) return {};
  try {
    const maps = SCHEMA.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (maps.success) return maps.data as ColumnMaps;
    throw unreadable(new Error(z.prettifyError(maps.error).replaceAll('\n', ' ')));
  } catch (error) {
    throw error instanceof SyntaxError ? unreadable(error) : error;
  }
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

const unreadable = (cause: unknown): PasserelleError =>
  fail(
    'file_unreadable',
    { value: COLUMN_MAPS_FILE, expected: cause instanceof Error ? cause.message : String(cause) },
    cause,
  );

/**
 * Writes down how the columns of the folder's tables are read, for a person to put right; gives the file's path. A file
 * that is there is left as it is: throws `file_unwritable`. Throws `source_empty` where no table is.
 */
export async function writeColumnMap(folder: string): Promise<string> {
  const maps: { [Kind in FolderKind]?: ColumnMap } = {};
  for (const file of await filesInFolder(folder)) {
    const guess = guessColumns(await headersOfFile(file), file.kind);
    if (Object.keys(guess).length > 0) maps[file.kind] = { ...guess, ...maps[file.kind] };
  }
  if (Object.keys(maps).length === 0)
    throw fail('source_empty', { value: folder, expected: expectedNames() });
  const path = join(folder, COLUMN_MAPS_FILE);
  await writeFile(path, `${JSON.stringify(maps, null, 2)}\n`, { flag: 'wx' }).catch((cause: unknown) => {
    throw fail(
      'file_unwritable',
      { value: path, expected: cause instanceof Error ? cause.message : '' },
      cause,
    );
  });
  return path;
}
