import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

/** A decoder of Node's; `bytesWritten` counts the input that it made use of. */
export type ZlibStream = Transform & { readonly bytesWritten: number };

/** A compressed format that Node decodes. `head` is the first two bytes of the input, or more, if there are so many. */
export interface Format {
  readonly name: string;
  open(head: Uint8Array): ZlibStream;
}

const OUTPUT = { chunkSize: 64 * 1024 };
/** What RFC 9659 lets a sender of `zstd` ask for: 8 MiB. */
const ZSTD_WINDOW = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };

export const ZLIB: Format = { name: 'zlib', open: () => createInflate(OUTPUT) };
export const RAW_DEFLATE: Format = { name: 'deflate', open: () => createInflateRaw(OUTPUT) };
export const GZIP: Format = { name: 'gzip', open: () => createGunzip(OUTPUT) };
export const BROTLI: Format = { name: 'br', open: () => createBrotliDecompress(OUTPUT) };
export const ZSTD: Format = { name: 'zstd', open: () => createZstdDecompress({ ...OUTPUT, ...ZSTD_WINDOW }) };

/** What HTTP calls `deflate` is zlib, and raw deflate from some clients. */
export const HTTP_DEFLATE: Format = {
  name: 'deflate',
  open: (head) => (isZlibHeader(head) ? ZLIB : RAW_DEFLATE).open(head),
};

const DEFLATE_METHOD = 8;

/** Taken as raw deflate, these bytes would begin a stored block with padding that no encoder writes. */
function isZlibHeader([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === DEFLATE_METHOD && ((method << 8) | flags) % 31 === 0;
}
