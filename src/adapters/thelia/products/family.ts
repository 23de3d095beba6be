import { formatExtras } from '../../side/extras.ts';
import type { TheliaSql } from '../tables.ts';
import type { NumberColumns } from './numbers.ts';
import { readOffered, writeStock } from './offered.ts';
import { bindDeclination } from './offers.ts';
import { waitingFor } from './place.ts';
import { type StoredProduct, type StoredVariant, storedVariant } from './rows.ts';
import type { Saving } from './saving.ts';
import { writeVariant } from './variant.ts';
import { isShownPrice, writtenPrice } from './variant-price.ts';

/** Variants that came before their parent belong to it now. */
export async function adoptWaiting(saving: Saving, { row, reference }: StoredProduct): Promise<void> {
  const keys = await waitingFor(saving.sql, reference);
  for (const variant of await readVariants(saving.sql, 'variant_key', keys))
    await writeVariant(saving, {
      change: { reference: variant.reference, fields: {} },
      variant,
      place: { parentId: row.id, waitsFor: null },
    });
}

async function readVariants(
  sql: TheliaSql,
  column: 'variant_key' | 'parent_id',
  values: readonly number[],
): Promise<readonly StoredVariant[]> {
  if (values.length === 0) return [];
  const rows = await sql
    .selectFrom('passerelle_variant')
    .selectAll()
    .where(column, 'in', values)
    .orderBy('variant_key')
    .execute();
  return rows.map(storedVariant);
}

/** The declinations of a product's variants are those of its new rubrique, too. */
export async function followParent(sql: TheliaSql, product: number, category: number): Promise<void> {
  const rows = await sql
    .selectFrom('passerelle_variant as variant')
    .innerJoin('declidisp as value', 'value.id', 'variant.value_id')
    .select('value.declinaison as id')
    .distinct()
    .where('variant.parent_id', '=', product)
    .execute();
  for (const { id } of rows) await bindDeclination(sql, category, id);
}

interface Repricing {
  readonly product: number;
  readonly before: NumberColumns;
  readonly after: NumberColumns;
}

/** A variant's own price stays what it is, though Thelia keeps only what it is more than its product's. */
export async function repriceVariants({ sql }: Saving, { product, before, after }: Repricing): Promise<void> {
  if (before.prix === after.prix && before.tva === after.tva) return;
  const variants = await readVariants(sql, 'parent_id', [product]);
  const offered = await readOffered(sql, variants);
  for (const { row, extras } of variants) {
    const shown = offered.get(row.variant_key);
    const said = extras.numbers.netPrice?.said;
    const { prix, tva } = before;
    if (!shown || said === undefined || !isShownPrice(extras, { ...shown, prix, tva })) continue;
    const written = writtenPrice(extras, said, after);
    await writeStock(
      sql,
      { product, value: row.value_id ?? 0 },
      { stock: shown.stock, surplus: written.surplus },
    );
    await sql
      .updateTable('passerelle_variant')
      .set({ extras: formatExtras(written.extras) })
      .where('variant_key', '=', row.variant_key)
      .execute();
  }
}
