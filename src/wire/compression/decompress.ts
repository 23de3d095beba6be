import { constants as bufferConstants } from 'node:buffer';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';
import { bounded, broken, TRAILING } from './bounded.ts';
import { bunzip2Chunks, bunzip2Whole } from './bzip2/decode.ts';
import { RAW_DEFLATE, ZLIB } from './formats.ts';
import { decodeChunks } from './pump.ts';

/** How to undo one value of the wire's `compression`. */
interface Decompression {
  stream(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  whole(bytes: Uint8Array, maxBytes: number): Uint8Array;
}

/** Throws `compression_unknown`. Absent and empty mean none. */
function decompressionOf(code: string | undefined): Decompression {
  const key = code?.trim() || '0';
  const known = Object.hasOwn(DECOMPRESSIONS, key) ? DECOMPRESSIONS[key] : undefined;
  if (known === undefined) throw fail('compression_unknown', { field: 'compression', value: quotable(key) });
  return known;
}

/**
 * The bytes of `data` as `compression` tells (0 or none, 1 zlib, 2 bzip2, 3 raw deflate), up to `maxBytes` decompressed.
 * Throws `compression_unknown` at once; while reading, `compression_broken` (cut, damaged, or bytes behind the end),
 * `decompressed_too_large`, and the source's own errors. What was yielded before an error is not to be trusted.
 */
export function decompress(
  source: AsyncIterable<Uint8Array>,
  code: string | undefined,
  maxBytes: number,
): AsyncIterable<Uint8Array> {
  return bounded(decompressionOf(code).stream(source), maxBytes, 'decompressed_too_large');
}

/**
 * The same for a body that is whole and small, up to a few MB: it blocks while it runs, bzip2 for a second per 15 MB.
 * Plain bytes are returned as they are.
 */
export function decompressAll(bytes: Uint8Array, code: string | undefined, maxBytes: number): Uint8Array {
  return decompressionOf(code).whole(bytes, maxBytes);
}

const tooLarge = (limit: number) => fail('decompressed_too_large', { limit });

function plainWhole(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

function bunzipWhole(bytes: Uint8Array, maxBytes: number): Uint8Array {
  let decoded: Buffer = Buffer.allocUnsafe(Math.min(maxBytes, bytes.length * 4));
  let total = 0;
  for (const chunk of bunzip2Whole(bytes)) {
    const end = total + chunk.length;
    if (end > maxBytes) throw tooLarge(maxBytes);
    if (end > decoded.length) decoded = grown(decoded.subarray(0, total), Math.max(end, total * 2));
    decoded.set(chunk, total);
    total = end;
  }
  return decoded.subarray(0, total);
}

function grown(bytes: Buffer, length: number): Buffer {
  const larger = Buffer.allocUnsafe(length);
  larger.set(bytes);
  return larger;
}

const inflateWhole =
  (format: string, inflate: typeof inflateSync) =>
  (bytes: Uint8Array, maxBytes: number): Uint8Array => {
    const maxOutputLength = Math.max(1, Math.min(maxBytes, bufferConstants.MAX_LENGTH));
    let result: unknown;
    try {
      result = inflate(bytes, { info: true, maxOutputLength });
    } catch (error) {
      if (hasCode(error, 'ERR_BUFFER_TOO_LARGE')) throw tooLarge(maxBytes);
      throw broken(format, error instanceof Error ? error.message : String(error), error);
    }
    if (!isInflateInfo(result)) throw new TypeError('node:zlib ignored its option "info"');
    if (result.engine.bytesWritten < bytes.length) throw broken(format, TRAILING);
    return plainWhole(result.buffer, maxBytes);
  };

/** What the option `info` makes of a result; Node's types do not tell. */
interface InflateInfo {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

const isInflateInfo = (value: unknown): value is InflateInfo =>
  typeof value === 'object' && value !== null && 'engine' in value && 'buffer' in value;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const DECOMPRESSIONS: Readonly<Record<string, Decompression>> = {
  '0': { stream: (source) => source, whole: plainWhole },
  '1': { stream: (source) => decodeChunks(source, ZLIB), whole: inflateWhole(ZLIB.name, inflateSync) },
  '2': { stream: bunzip2Chunks, whole: bunzipWhole },
  '3': {
    stream: (source) => decodeChunks(source, RAW_DEFLATE),
    whole: inflateWhole(RAW_DEFLATE.name, inflateRawSync),
  },
};
