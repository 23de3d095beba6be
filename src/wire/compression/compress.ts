import { createDeflate, createDeflateRaw, deflateRawSync, deflateSync } from 'node:zlib';
import { encodeChunks } from './pump.ts';

/** The values of `compression` that we write; bzip2 is read only. */
export type WrittenCompression = '0' | '1' | '3';

const OUTPUT = { chunkSize: 64 * 1024 };

/** Compresses as it comes. The source's errors come through; stopping early frees the source and the encoder. */
export function compress(
  source: AsyncIterable<Uint8Array>,
  code: WrittenCompression,
): AsyncIterable<Uint8Array> {
  if (code === '0') return source;
  return encodeChunks(source, () => (code === '1' ? createDeflate(OUTPUT) : createDeflateRaw(OUTPUT)));
}

/** The same for bytes that are whole and few: it blocks while it runs. */
export function compressAll(bytes: Uint8Array, code: WrittenCompression): Uint8Array {
  if (code === '0') return bytes;
  return code === '1' ? deflateSync(bytes) : deflateRawSync(bytes);
}
