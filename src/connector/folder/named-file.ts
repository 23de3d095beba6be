import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Problem, problem, quotable } from '../../domain/problem.ts';

/** What a record may bring along; a picture or a PDF is far smaller. */
const LARGEST = 64 * 2 ** 20;

export interface NamedFile {
  readonly bytes: Buffer;
  /** Changes when the file does. */
  readonly version: string;
}

/**
 * The file that a record names, in the folder and never outside it: no absolute path, no way up, no link that leads
 * out. Windows' separators are understood. What cannot be read comes as a problem.
 */
export const readNamedFile = (folder: string, name: string): Promise<NamedFile | Problem> =>
  withNamedFile(folder, name, async (handle, version) => ({ bytes: await handle.readFile(), version }));

/** Its version alone. */
export const versionOfNamedFile = (folder: string, name: string): Promise<string | Problem> =>
  withNamedFile(folder, name, async (_, version) => version);

async function withNamedFile<T>(
  folder: string,
  name: string,
  use: (handle: FileHandle, version: string) => Promise<T>,
): Promise<T | Problem> {
  const refused = (expected: string) => problem('file_unreadable', { value: quotable(name), expected });
  let handle: FileHandle | undefined;
  try {
    const path = await pathInside(folder, name);
    if (path === undefined) return refused('outside the folder');
    // Neither a link that was put there since, nor a pipe that never ends.
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat({ bigint: true });
    if (!found.isFile()) return refused('no file');
    if (found.size > LARGEST) return refused(`> ${LARGEST / 2 ** 20} MiB`);
    return await use(handle, `${found.size}-${found.mtimeNs}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refused(String(error.code));
  } finally {
    await handle?.close();
  }
}

async function pathInside(folder: string, name: string): Promise<string | undefined> {
  const plain = name.replaceAll('\\', '/');
  if (plain.includes('\0') || isAbsolute(plain) || /^[A-Za-z]:/.test(plain)) return undefined;
  const root = await realpath(folder);
  const asked = resolve(root, plain);
  if (!isInside(root, asked)) return undefined;
  const real = await realpath(asked);
  return isInside(root, real) ? real : undefined;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
