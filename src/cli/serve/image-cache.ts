import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageCache } from '../../api/images/image-cache.ts';

export interface FolderCacheOptions {
  readonly folder: string;
  readonly mostBytes: number;
  /** Told when a file could not be written; the image is answered all the same. */
  onFailure(error: unknown): void;
}

/** So much is left of the room when the oldest have been dropped, so that this is not done for each image. */
const KEPT_PART = 0.8;
const NAME = /^[\w-]+$/;

/** Images in a folder, the oldest dropped where there is no more room. Several processes may share it. */
export function createFolderCache({ folder, mostBytes, onFailure }: FolderCacheOptions): ImageCache {
  let bytesKept: number | undefined;
  const pathOf = (name: string): string => join(folder, name.slice(0, 2), name);

  async function keep(name: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(name);
    const passing = `${path}.${randomUUID()}.tmp`;
    await mkdir(join(folder, name.slice(0, 2)), { recursive: true });
    await writeFile(passing, bytes);
    await rename(passing, path);
    bytesKept = bytesKept === undefined ? await sizeOf(folder) : bytesKept + bytes.length;
    if (bytesKept > mostBytes) bytesKept = await dropOldest(folder, mostBytes * KEPT_PART);
  }

  return {
    async read(name) {
      if (!NAME.test(name)) return undefined;
      const bytes = await readFile(pathOf(name)).catch(() => undefined);
      return bytes && Uint8Array.from(bytes);
    },
    async write(name, bytes) {
      if (NAME.test(name) && bytes.length <= mostBytes) await keep(name, bytes).catch(onFailure);
    },
  };
}

interface KeptFile {
  readonly path: string;
  readonly bytes: number;
  readonly writtenAt: number;
}

async function filesIn(folder: string): Promise<readonly KeptFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        // Another process may have dropped it meanwhile.
        const status = await stat(path).catch(() => undefined);
        return status && { path, bytes: status.size, writtenAt: status.mtimeMs };
      }),
  );
  return files.filter((file) => file !== undefined);
}

const sum = (files: readonly KeptFile[]): number => files.reduce((total, { bytes }) => total + bytes, 0);

const sizeOf = async (folder: string): Promise<number> => sum(await filesIn(folder));

/** Gives what is left. */
async function dropOldest(folder: string, mostBytes: number): Promise<number> {
  const files = (await filesIn(folder)).toSorted((a, b) => a.writtenAt - b.writtenAt);
  let left = sum(files);
  for (const { path, bytes } of files) {
    if (left <= mostBytes) break;
    await rm(path, { force: true });
    left -= bytes;
  }
  return left;
}
