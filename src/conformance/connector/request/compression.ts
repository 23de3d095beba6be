import { inflateRawSync, inflateSync } from 'node:zlib';

/** `1` zlib, `2` bzip2, `3` raw deflate, `0` none. */
export type Compression = '0' | '1' | '2' | '3';

const MAX_DATA = 512 * 1024 * 1024;

/** What the bytes really are, whatever `compression` says; `plain` is absent where they cannot be opened here. */
export function openData(bytes: Buffer): { readonly compression: Compression; readonly plain?: Buffer } {
  if (bytes.toString('latin1', 0, 3) === 'BZh') return { compression: '2' };
  if (looksLikeText(bytes)) return { compression: '0', plain: bytes };
  const zlib = attempt(() => inflateSync(bytes, { maxOutputLength: MAX_DATA }));
  if (zlib) return { compression: '1', plain: zlib };
  const raw = attempt(() => inflateRawSync(bytes, { maxOutputLength: MAX_DATA }));
  return raw ? { compression: '3', plain: raw } : { compression: '0', plain: bytes };
}

/** XML begins with `<`, perhaps after white space or a byte order mark. */
const looksLikeText = (bytes: Buffer): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*</.test(bytes.toString('latin1', 0, 64));

function attempt(open: () => Buffer): Buffer | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
