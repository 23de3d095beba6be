import { fail } from '../domain/error.ts';
import { shownUrl } from '../domain/shown-url.ts';
import type { DatabaseKind } from './database-kind.ts';
import { POSTGRES } from './postgres/kind.ts';
import { SQLITE } from './sqlite/kind.ts';

/** What a store of ours can stand on. */
export const DATABASE_KINDS: readonly DatabaseKind[] = [SQLITE, POSTGRES];

export const isDatabaseUrl = (url: string): boolean => DATABASE_KINDS.some(({ accepts }) => accepts(url));

/** Throws `option_invalid`. */
export function databaseKindOf(url: string): DatabaseKind {
  const kind = DATABASE_KINDS.find(({ accepts }) => accepts(url));
  if (kind) return kind;
  const expected = DATABASE_KINDS.map(({ form }) => form).join(', ');
  throw fail('option_invalid', { field: 'store', value: shownUrl(url), expected });
}
