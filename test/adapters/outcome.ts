import { isDeepStrictEqual } from 'node:util';
import type { SaveResult } from '../../src/shop/shop.ts';

/** What a shop's own side did, by what it had before. */
export function outcomeOf(before: object | undefined, after: object): SaveResult {
  const same = isDeepStrictEqual(before, after);
  return { outcome: before ? (same ? 'unchanged' : 'updated') : 'created', warnings: [] };
}
