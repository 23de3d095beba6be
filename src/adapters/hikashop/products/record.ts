import type { Outcome } from '../../../domain/changes.ts';
import { type Decimal, ZERO } from '../../../domain/decimal.ts';
import { aliasFrom } from '../../side/alias.ts';
import type { RecordChange } from '../../side/family.ts';
import { priceChanges } from '../../side/group-prices.ts';
import { folded } from '../../side/references.ts';
import { unlinkCategories } from './categories.ts';
import { columnChanges, newProduct } from './columns.ts';
import type { RowChanges } from './fields.ts';
import { type Parts, writeParts } from './parts.ts';
import { placeOf } from './place.ts';
import { waitingFor } from './placement.ts';
import { familiesOf, priceGroups } from './prices.ts';
import type { StoredProduct } from './rows.ts';
import type { Place, Saving } from './saving.ts';

/** Writes one product or variant, and only what differs. */
export async function saveRecord(saving: Saving, change: RecordChange): Promise<Outcome> {
  const stored = saving.known.get(folded(change.reference));
  const place = await placeOf(saving, change, stored);
  const prices = await priceChanges(priceGroups(saving.sql, saving.site), change, saving.warnings);
  const columns = await columnChanges(saving, change, { stored, place });
  if (stored) return updateRecord(saving, change, { stored, place, prices, columns });
  return addRecord(saving, change, { place, prices, columns });
}

type Added = Pick<Parts, 'place' | 'prices'> & { readonly columns: RowChanges };

async function addRecord(
  saving: Saving,
  change: RecordChange,
  { place, prices, columns }: Added,
): Promise<Outcome> {
  const product_sort_price = prices.wanted.get('all') ?? ZERO;
  const sorted = place.kind === 'main' ? { ...columns, product_sort_price } : columns;
  const target = await insertRecord(saving, change.reference, { place, columns: sorted });
  saving.known.set(folded(change.reference), target);
  saving.revalued.add(folded(change.reference));
  const { price } = await writeParts(saving, change, { target, stored: undefined, place, prices });
  if (place.parentId !== 0 && price !== undefined) saving.repriced.add(place.parentId);
  if (place.kind === 'main') await adoptWaiting(saving, target);
  return 'created';
}

async function insertRecord(
  { sql, site, now }: Saving,
  reference: string,
  { place, columns }: { readonly place: Place; readonly columns: RowChanges },
): Promise<StoredProduct> {
  const { id: _, reference: __, ...row } = newProduct(reference).row;
  const name = columns.product_name ?? (place.kind === 'main' ? reference : '');
  const values = {
    ...row,
    ...columns,
    product_code: reference,
    product_name: name,
    product_url: '',
    product_average_score: 0,
    product_created: now,
    product_modified: now,
    product_alias: site.fillsAlias ? aliasFrom(name) : '',
  };
  const { insertId } = await sql.insertInto('hikashop_product').values(values).executeTakeFirstOrThrow();
  const id = Number(insertId);
  // The id may have been another product's, which was deleted.
  await sql.deleteFrom('passerelle_product').where('product_id', '=', id).execute();
  return { row: { ...newProduct(reference).row, id, product_type: place.kind }, reference, side: undefined };
}

async function updateRecord(
  saving: Saving,
  change: RecordChange,
  { stored, place, prices, columns }: Added & { readonly stored: StoredProduct },
): Promise<Outcome> {
  const { changed, price } = await writeParts(saving, change, { target: stored, stored, place, prices });
  if (!changed && Object.keys(columns).length === 0) return 'unchanged';
  const { row } = stored;
  const sorted = price === undefined ? {} : await sortPrice(saving, stored, { place, price });
  await saving.sql
    .updateTable('hikashop_product')
    .set({ ...columns, ...sorted, product_modified: saving.now })
    .where('product_id', '=', row.id)
    .execute();
  if (columns.product_type === 'variant') await unlinkCategories(saving.sql, row.id);
  if (columns.product_parent_id !== undefined) {
    saving.revalued.add(folded(change.reference));
    for (const main of [row.product_parent_id, place.parentId]) {
      if (main === 0) continue;
      saving.reshaped.add(main);
      saving.repriced.add(main);
    }
  }
  saving.known.set(folded(change.reference), {
    ...stored,
    row: { ...row, product_type: place.kind, product_parent_id: place.parentId },
  });
  return 'updated';
}

/** What HikaShop sorts by follows a new price: at once of a product alone, at the end of a family. */
async function sortPrice(
  saving: Saving,
  { row: { id }, reference }: StoredProduct,
  { place, price }: { readonly place: Place; readonly price: Decimal | null },
): Promise<RowChanges> {
  const isAlone = place.kind === 'main' && (await familiesOf(saving.sql, [id])).length === 1;
  if (isAlone) saving.revalued.add(folded(reference));
  else saving.repriced.add(place.parentId || id);
  return isAlone ? { product_sort_price: price ?? ZERO } : {};
}

/** Variants that came before their parent belong to it now. */
async function adoptWaiting({ sql, reshaped }: Saving, { row, reference }: StoredProduct): Promise<void> {
  const variants = await waitingFor(sql, reference);
  if (variants.length === 0) return;
  await sql
    .updateTable('hikashop_product')
    .set({ product_parent_id: row.id })
    .where('product_id', 'in', variants)
    .execute();
  await sql
    .updateTable('passerelle_product')
    .set({ parent_reference: null })
    .where('product_id', 'in', variants)
    .execute();
  reshaped.add(row.id);
}
