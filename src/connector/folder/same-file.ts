import { stat } from 'node:fs/promises';
import { fail } from '../../domain/error.ts';
import { type FolderFile, sourceUnavailable } from './folder-files.ts';

/** Asks whether a file is still the one it was; throws `source_unavailable` when it is not. */
export type Unchanged = () => Promise<void>;

/**
 * Remembers a file as it is. What is read of it may be used once `Unchanged` was asked after the reading: a file that is
 * being written, replaced or removed meanwhile would say half of what it means to, or half a number.
 */
export async function rememberFile(file: FolderFile): Promise<Unchanged> {
  const before = await identityOf(file);
  return async () => {
    if ((await identityOf(file)) === before) return;
    throw fail('source_unavailable', { value: `${file.name}: changed while it was read` });
  };
}

async function identityOf({ path, name }: FolderFile): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (cause) {
    throw sourceUnavailable(name, cause);
  }
}
