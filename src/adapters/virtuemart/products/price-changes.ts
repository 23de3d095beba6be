import { type Decimal, ZERO } from '../../../domain/decimal.ts';
import { EVERYBODY, type Group, taxIdOf, type WantedPrices, writePrices, writeTaxId } from './prices.ts';
import { kindOf } from './rows.ts';
import type { Saving } from './saving.ts';
import { followTax, type TaxChange, type TaxedProduct } from './tax.ts';

/** A product with its prices as they were, and as they shall be. */
export interface Repricing extends TaxedProduct {
  readonly id: number;
  readonly wanted: WantedPrices;
  readonly tax: TaxChange;
}

export interface Repriced {
  readonly changed: boolean;
  /** Whether there is any price now. */
  readonly isPriced: boolean;
}

/** Writes the prices of a record and their rate. */
export async function savePrices(saving: Saving, repricing: Repricing): Promise<Repriced> {
  const { sql, site, now } = saving;
  const { id, prices, tax, place } = repricing;
  const wanted = wantedPrices(repricing);
  const product = { id, currency: site.currency, taxId: tax.taxId, now };
  const priced = await writePrices(sql, product, { stored: prices, wanted });
  const left = new Map([...prices].map(([group, { value }]): [Group, Decimal | null] => [group, value]));
  for (const [group, value] of wanted) left.set(group, value);
  const isPriced = [...left.values()].some((value) => value !== null);
  const before = taxIdOf(prices);
  const taxed = before !== undefined && before !== tax.taxId && isPriced;
  if (taxed) await writeTaxId(sql, product);
  if (isPriced && before !== tax.taxId && place.kind === 'product')
    await followTax(saving, id, { before: before ?? 0, after: tax.taxId });
  if (priced || taxed) saving.repriced.add(place.parentId || id);
  return { changed: priced || taxed, isPriced };
}

/** A variant's price 0 means that it has none of its own (docs/protocol.md, Fields). */
function wantedPrices({ stored, place, prices, wanted }: Repricing): WantedPrices {
  const becomes = place.kind === 'variant' && stored !== undefined && kindOf(stored) === 'product';
  if (place.kind !== 'variant' || (wanted.size === 0 && !becomes)) return wanted;
  const said = wanted.get(EVERYBODY);
  const own = said === undefined ? prices.get(EVERYBODY)?.value : said;
  return own === ZERO ? new Map([...wanted, [EVERYBODY, null]]) : wanted;
}
