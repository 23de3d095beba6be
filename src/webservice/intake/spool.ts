import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../domain/error.ts';
import type { EndpointLimits } from '../limits.ts';

/** Where the parts of a request wait that are too large for memory. Bounded per request and over all requests. */
export interface Spool {
  /** The room of one request. Throws `spool_full` when too many requests spool already. */
  begin(): SpoolRoom;
}

export interface SpoolRoom {
  createFile(): Promise<SpoolFile>;
  /** Deletes the room's files; may be called twice. */
  discard(): Promise<void>;
}

export interface SpoolFile {
  /** Rejects with `spool_full` over the bounds. */
  write(chunk: Uint8Array): Promise<void>;
  read(): AsyncIterable<Uint8Array>;
}

/** `folder` is the spool's own: what an earlier process left in it is deleted. */
export function createSpool(folder: string, limits: EndpointLimits): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  const use = { bytes: 0, requests: 0 };

  return {
    begin() {
      if (use.requests >= limits.spoolRequests) throw fail('spool_full', { limit: limits.spoolRequests });
      use.requests++;
      return createRoom(folder, use, limits);
    },
  };
}

function createRoom(
  folder: string,
  use: { bytes: number; requests: number },
  limits: EndpointLimits,
): SpoolRoom {
  const files: { readonly path: string; readonly handle: FileHandle }[] = [];
  let roomBytes = 0;
  let discarded = false;

  const take = (bytes: number): void => {
    if (roomBytes + bytes > limits.spoolBytesPerRequest || use.bytes + bytes > limits.spoolBytes)
      throw fail('spool_full', { limit: limits.spoolBytesPerRequest });
    roomBytes += bytes;
    use.bytes += bytes;
  };

  return {
    async createFile() {
      const path = join(folder, randomUUID());
      const handle = await open(path, 'wx', 0o600);
      files.push({ path, handle });
      return {
        async write(chunk) {
          take(chunk.length);
          await handle.writeFile(chunk);
        },
        read: () => createReadStream(path, { highWaterMark: 1 << 18 }),
      };
    },
    async discard() {
      if (discarded) return;
      discarded = true;
      use.bytes -= roomBytes;
      use.requests--;
      for (const { path, handle } of files) {
        await handle.close();
        await unlink(path).catch(() => {});
      }
    },
  };
}
