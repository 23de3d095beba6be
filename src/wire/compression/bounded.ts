import { fail } from '../../domain/error.ts';

/** Passes chunks on unchanged until they exceed `limit` bytes in all; then it throws `reason` with the limit. */
export async function* bounded(
  source: AsyncIterable<Uint8Array>,
  limit: number,
  reason: 'decompressed_too_large' | 'body_too_large',
): AsyncGenerator<Uint8Array, void, void> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > limit) throw fail(reason, { limit });
    yield chunk;
  }
}

/** Damage in compressed bytes: `format` and `what` name it in the words of its library, in every language. */
export const broken = (format: string, what: string, cause?: unknown) =>
  fail('compression_broken', { expected: `${format}: ${what}` }, cause);

export const TRAILING = 'trailing bytes';
