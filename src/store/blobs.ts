import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail } from '../domain/error.ts';
import type { ByteRange, OpenFile } from '../shop/document-archive.ts';
import { lazyStream } from './lazy-stream.ts';

/** Images and documents as files named by their content: written once, before the row that names them, never changed. */
export interface Blobs {
  /** Durable once the promise resolves. Gives the SHA-256 in hexadecimal. Rejects with `store_full` or `store_unavailable`. */
  save(bytes: Uint8Array): Promise<string>;
  /** Undefined when there is no such blob, or `sha256` is no SHA-256. */
  read(sha256: string): Promise<Uint8Array | undefined>;
  /** The same, to be read while it is sent. A place that cannot be read is `store_unavailable`. */
  open(sha256: string): Promise<OpenFile | undefined>;
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const SHA256 = /^[0-9a-f]{64}$/;

export function openBlobs(folder: string): Blobs {
  // Only a digest ever becomes a path: ab/cd/abcd….
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    async save(bytes) {
      const sha256 = digestOf(bytes);
      await saveFile(pathOf(sha256), bytes);
      return sha256;
    },
    async read(sha256) {
      if (!SHA256.test(sha256)) return undefined;
      try {
        return await readFile(pathOf(sha256));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw fail('store_unavailable', {}, error);
      }
    },
    async open(sha256) {
      if (!SHA256.test(sha256)) return undefined;
      const path = pathOf(sha256);
      try {
        const { size } = await stat(path);
        return { bytes: size, stream: (range) => lazyStream(() => fileChunks(path, range)) };
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw fail('store_unavailable', {}, error);
      }
    },
  };
}

const fileChunks = (path: string, range?: ByteRange): AsyncIterable<Uint8Array> =>
  createReadStream(path, range && { start: range.first, end: range.last });

/**
 * Writes a file that is named by its content, durably. One that has its name is whole: a crash leaves at most a stray
 * temporary one. Rejects with `store_full` or `store_unavailable`.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeDurably(path, bytes);
  } catch (error) {
    throw fail(codeOf(error) === 'ENOSPC' ? 'store_full' : 'store_unavailable', {}, error);
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  if (!(await hasSize(path, bytes.byteLength))) {
    await makeFolder(folder);
    await placeFile(path, bytes);
  }
  // Also where the file was there already: whoever put it there may not have come so far yet.
  await syncFolder(folder);
}

async function placeFile(path: string, bytes: Uint8Array): Promise<void> {
  const passing = `${path}.${randomUUID()}.tmp`;
  try {
    await withFile(passing, 'wx', async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    });
    await rename(passing, path);
  } catch (error) {
    await rm(passing, { force: true });
    throw error;
  }
}

async function hasSize(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size;
  } catch {
    return false;
  }
}

/** A new folder's name is durable only once the folder above it is synced. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

const syncFolder = (folder: string): Promise<void> => withFile(folder, 'r', (file) => file.sync());

async function withFile(
  path: string,
  flags: string,
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
