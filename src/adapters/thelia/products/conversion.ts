import { formatExtras } from '../../side/extras.ts';
import { createPaths } from './category-paths.ts';
import { fieldsOf } from './fields.ts';
import type { StoredProduct, StoredVariant, VariantRow } from './rows.ts';
import type { Saving } from './saving.ts';
import { readTranslationRows, translationsOf } from './texts.ts';
import { parkedExtras } from './variant-state.ts';

/** A product that becomes a variant, with all that was said of it. */
export async function variantFromProduct(
  { sql, site }: Saving,
  product: StoredProduct,
  row: VariantRow,
): Promise<StoredVariant> {
  const { row: own, side, reference } = product;
  const { netPrice, stock, active = true, ...fields } = fieldsOf(product);
  const rows = await readTranslationRows(sql, site.languages, [own.id]);
  const translations = translationsOf(product.extras.translations, rows, site.languages);
  const paths = await createPaths(sql, site);
  const isSomewhere = paths.ofProduct({ rubrique: own.rubrique, said: side?.category_id ?? null }).length > 0;
  // A price of 0 is none of its own.
  const price = netPrice === '0' ? undefined : netPrice;
  const extras = parkedExtras({ ...product.extras, fields, translations }, { price, stock, active });
  return {
    kind: 'variant',
    reference,
    extras,
    row: {
      ...row,
      former_id: own.id,
      category_id: isSomewhere ? own.rubrique : null,
      stock: stock ?? null,
      image_sha256: side?.image_sha256 ?? null,
      image_type: side?.image_type ?? null,
      extras: formatExtras(extras),
    },
  };
}

/** It would be sold twice. A person may delete it: what it said is the variant's now. */
export const hideProduct = ({ sql, now }: Saving, { row }: StoredProduct) =>
  sql.updateTable('produit').set({ ligne: 0, datemodif: now }).where('id', '=', row.id).execute();
