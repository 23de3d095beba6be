import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fail } from '../domain/error.ts';
import type { Files } from './engine/protocol.ts';
import { type SheetPlace, sheetPlace } from './file-name.ts';

export interface Sheet extends SheetPlace {
  /** The file's name. */
  readonly name: string;
}

export interface SheetFolder {
  /** In the order in which they are applied. */
  readonly sheets: readonly Sheet[];
  /** These, and all that they may include or read: `.xsl`, `.xslt` and `.xml` files, by path, with those in folders within. */
  readonly files: Files;
}

const MOST_FILES = 1000;
const MOST_BYTES = 64 << 20;
const IS_SHEET = /^\.xslt?$/i;
const IS_FILE = /^\.(?:xslt?|xml)$/i;

/**
 * Every sheet that stands in the folder itself is one of a message, and says so by its name. Rejects with `file_unreadable`,
 * `sheet_name_unknown`, `sheet_streams`, `sheet_folder_too_large`.
 */
export async function readSheetFolder(folder: string): Promise<SheetFolder> {
  const files = await readFiles(folder);
  const sheets = Object.keys(files)
    .filter((path) => !path.includes('/') && IS_SHEET.test(extname(path)))
    .sort()
    .map((name) => ({ name, ...sheetPlace(name) }));
  return { files, sheets: sheets.sort(byRank) };
}

/** Where several have no number they stay as they are: infinities have no difference. */
const byRank = (a: Sheet, b: Sheet): number => (a.rank === b.rank ? 0 : a.rank - b.rank);

async function readFiles(folder: string): Promise<Files> {
  const files: Record<string, Uint8Array> = {};
  let bytes = 0;
  for (const path of await listPaths(folder)) {
    if (!IS_FILE.test(extname(path))) continue;
    const content = await readFile(join(folder, path)).catch(unreadable(path));
    if (!content) continue;
    bytes += content.length;
    if (bytes > MOST_BYTES || Object.keys(files).length >= MOST_FILES)
      throw fail('sheet_folder_too_large', {
        value: folder,
        limit: MOST_FILES,
        expected: `${MOST_BYTES >> 20} MiB`,
      });
    files[path] = content;
  }
  return files;
}

async function listPaths(folder: string): Promise<readonly string[]> {
  const found = await stat(folder).catch(unreadable(folder));
  if (!found?.isDirectory()) throw fail('file_unreadable', { value: folder, expected: 'a folder' });
  const paths = await readdir(folder, { recursive: true });
  return paths.map((path) => path.replaceAll('\\', '/'));
}

const unreadable = (path: string) => (error: NodeJS.ErrnoException) => {
  // A folder may be called as a file is.
  if (error.code === 'EISDIR') return undefined;
  throw fail('file_unreadable', { value: path, expected: error.message }, error);
};
