import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';
import { bounded } from './bounded.ts';
import { BROTLI, type Format, GZIP, HTTP_DEFLATE, ZSTD } from './formats.ts';
import { decodeChunks } from './pump.ts';

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['gzip', GZIP],
  ['x-gzip', GZIP],
  ['deflate', HTTP_DEFLATE],
  ['br', BROTLI],
  ['zstd', ZSTD],
]);
/** Clients use one; each costs a decoder. */
const MAX_CODINGS = 4;

/**
 * A request's body without its Content-Encoding. `maxBytes` bounds it as sent and after every step (`body_too_large`).
 * Throws `form_unreadable` at once for a coding that is not known; while reading, `compression_broken` and the source's
 * own errors.
 */
export function contentDecoding(
  encoding: string | undefined,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncIterable<Uint8Array> {
  return formatsOf(encoding).reduceRight<AsyncIterable<Uint8Array>>(
    (body, format) => bounded(decodeChunks(body, format), maxBytes, 'body_too_large'),
    bounded(source, maxBytes, 'body_too_large'),
  );
}

/** In the order in which they were applied. */
function formatsOf(encoding = ''): readonly Format[] {
  const names = encoding.split(',').map((name) => name.trim().toLowerCase());
  const applied = names.filter((name) => name !== '' && name !== 'identity');
  return applied.map((name, index) => {
    const format = FORMATS.get(name);
    if (format !== undefined && index < MAX_CODINGS) return format;
    throw fail('form_unreadable', {
      expected: `Content-Encoding: identity | ${[...FORMATS.keys()].join(' | ')} (≠ ${quotable(encoding)})`,
      value: quotable(encoding),
    });
  });
}
