import type { Axis } from '../../../domain/product.ts';
import { formatExtras, parseExtras } from '../../side/extras.ts';
import { waitingFor } from './placement.ts';
import type { StoredProduct } from './rows.ts';
import { reshape, type Saving } from './saving.ts';

/** The axes of a variant after a change. They come all together or not at all. */
export function axesAfter(
  before: readonly Axis[],
  said: readonly Axis[] = [],
): { readonly axes: readonly Axis[]; readonly changed: boolean } {
  const same = said.every(
    ({ name, value }, index) => before[index]?.name === name && before[index].value === value,
  );
  const changed = said.length > 0 && !(same && before.length === said.length);
  return { axes: changed ? said : before, changed };
}

/** Variants that came before their parent belong to it now. */
export async function adoptWaiting(saving: Saving, { row, reference }: StoredProduct): Promise<void> {
  const { sql } = saving;
  const variants = await waitingFor(sql, reference);
  if (variants.length === 0) return;
  await sql
    .updateTable('virtuemart_products')
    .set({ product_parent_id: row.id })
    .where('virtuemart_product_id', 'in', variants)
    .execute();
  const sides = await sql
    .selectFrom('passerelle_product')
    .select(['product_id as id', 'extras'])
    .where('product_id', 'in', variants)
    .execute();
  for (const { id, extras } of sides) {
    const { axes, ...kept } = parseExtras(extras);
    await sql
      .updateTable('passerelle_product')
      .set({ parent_reference: null, extras: formatExtras({ ...kept, axes: [] }) })
      .where('product_id', '=', id)
      .execute();
    if (axes.length > 0) reshape(saving, row.id, [id, axes]);
  }
}
