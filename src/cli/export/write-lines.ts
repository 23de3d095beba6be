import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fail } from '../../domain/error.ts';
import type { JsonObject } from '../../records/record-reader.ts';
import { write } from '../terminal.ts';

const CHUNK_CHARACTERS = 64 * 1024;

/** Writes JSON Lines as fast as the reader takes them. Gives their number. */
export async function writeLines(
  output: Writable,
  batches: AsyncIterable<readonly JsonObject[]>,
): Promise<number> {
  let count = 0;
  let chunk = '';
  for await (const batch of batches) {
    for (const record of batch) chunk += `${JSON.stringify(record)}\n`;
    count += batch.length;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    await write(output, chunk);
    chunk = '';
  }
  if (chunk !== '') await write(output, chunk);
  return count;
}

/** The file appears when it is whole. Rejects with `file_unwritable`. */
export async function writeFileLines(
  path: string,
  batches: AsyncIterable<readonly JsonObject[]>,
): Promise<number> {
  const part = `${path}.part`;
  const stream = createWriteStream(part);
  const ended = finished(stream);
  try {
    const count = await Promise.race([writeLines(stream, batches), ended.then(() => 0)]);
    stream.end();
    await ended;
    await rename(part, path);
    return count;
  } catch (cause) {
    ended.catch(() => {});
    stream.destroy();
    await rm(part, { force: true });
    throw isSystemError(cause)
      ? fail('file_unwritable', { value: path, expected: cause.message }, cause)
      : cause;
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;
