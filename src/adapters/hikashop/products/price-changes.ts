import { type Decimal, ZERO } from '../../../domain/decimal.ts';
import { byAccess, readPrices, type WantedPrices, writePrices } from './prices.ts';
import type { StoredProduct } from './rows.ts';
import type { Place, Saving } from './saving.ts';

/** The price for everybody once the record's prices are written; undefined where none of them changed. */
export async function savePrices(
  { sql, site: { currency } }: Saving,
  stored: StoredProduct | undefined,
  { id, place, wanted }: { readonly id: number; readonly place: Place; readonly wanted: WantedPrices },
): Promise<Decimal | null | undefined> {
  const becomes = place.kind === 'variant' && stored?.row.product_type === 'main';
  if (wanted.size === 0 && !becomes) return undefined;
  const rows = byAccess(stored ? await readPrices(sql, currency, [id]) : [], id);
  const all = new Map(wanted);
  // A variant's price 0 means that it has none of its own (docs/protocol.md, Fields).
  const said = all.get('all');
  const own = said === undefined ? (rows.get('all')?.value ?? null) : said;
  const isNone = place.kind === 'variant' && own === ZERO;
  if (isNone) all.set('all', null);
  const changed = await writePrices(sql, { id, currency }, { stored: rows, wanted: all });
  return changed ? (isNone ? null : own) : undefined;
}
