import type { PriceConflict } from '../domain/pricing/conflicts.ts';
import type { ConflictPlace, Quotes } from './quotes.ts';

/** Rules that are looked at for one page: it bounds how long a question takes where there is hardly any contradiction. */
const MOST_RULES = 20_000;

/**
 * Contradictions behind a place: as many as are wanted, and the others of the last one's place; fewer, perhaps none, where
 * very many rules have no more. `next` is undefined at the end.
 */
export async function readConflictPage(
  quotes: Quotes,
  { limit, after }: { readonly limit: number; readonly after: ConflictPlace | undefined },
): Promise<{ readonly conflicts: readonly PriceConflict[]; readonly next: ConflictPlace | undefined }> {
  const conflicts: PriceConflict[] = [];
  let rules = 0;
  for await (const page of quotes.priceConflicts(after)) {
    rules += page.rules;
    const taken = wholePlaces(page.conflicts, limit - conflicts.length);
    conflicts.push(...taken);
    if (taken.length < page.conflicts.length) return { conflicts, next: conflicts.at(-1) };
    if (page.done && (conflicts.length >= limit || rules >= MOST_RULES))
      return { conflicts, next: page.done };
  }
  return { conflicts, next: undefined };
}

/** As many as are wanted; those of one place stay together, so that the last one tells where to go on. */
export function wholePlaces(conflicts: readonly PriceConflict[], wanted: number): readonly PriceConflict[] {
  if (wanted <= 0) return [];
  const last = conflicts[wanted - 1];
  if (!last) return conflicts;
  const end = conflicts.findIndex((each, index) => index >= wanted && !isSamePlace(each, last));
  return end < 0 ? conflicts : conflicts.slice(0, end);
}

const isSamePlace = (a: ConflictPlace, b: ConflictPlace): boolean =>
  a.reference === b.reference && a.customer === b.customer;
