import type { ImageType, Product } from '../../domain/product.ts';
import { formatExtras, NO_EXTRAS } from './extras.ts';
import type { SideProduct, SideSql } from './tables.ts';

const emptySide = (product_id: number, reference: string): SideProduct => ({
  product_id,
  reference,
  parent_reference: null,
  category_id: null,
  stock: null,
  stock_shown: null,
  image_id: null,
  image_sha256: null,
  image_type: null,
  extras: formatExtras(NO_EXTRAS),
});

/** What we keep of these products, by id. */
export async function readSides(
  sql: SideSql,
  products: readonly { readonly id: number; readonly reference: string }[],
): Promise<ReadonlyMap<number, SideProduct>> {
  if (products.length === 0) return new Map();
  const references = new Map(products.map(({ id, reference }) => [id, reference]));
  const rows = await sql
    .selectFrom('passerelle_product')
    .selectAll()
    .where('product_id', 'in', [...references.keys()])
    .execute();
  // An id is given again after the last rows were deleted: what is kept of the earlier product is none of this one.
  const own = rows.filter(({ product_id, reference }) => references.get(product_id) === reference);
  return new Map(own.map((row) => [row.product_id, row]));
}

export type SideChanges = Partial<Omit<SideProduct, 'product_id' | 'reference'>>;

/** Writes what we keep of a product beside the CMS's own row, where it differs; true when it does. */
export async function writeSide(
  sql: SideSql,
  product: { readonly id: number; readonly reference: string; readonly side: SideProduct | undefined },
  changes: SideChanges,
): Promise<boolean> {
  const before = product.side ?? emptySide(product.id, product.reference);
  const after: SideProduct = { ...before, ...changes };
  const names = Object.keys(after) as readonly (keyof SideProduct)[];
  if (names.every((name) => after[name] === before[name])) return false;
  const { product_id: _, ...rest } = after;
  await sql.insertInto('passerelle_product').values(after).onDuplicateKeyUpdate(rest).execute();
  return true;
}

/** The image that the ERP sent, of a product or variant. */
export const sideImage = (
  side: Pick<SideProduct, 'image_sha256' | 'image_type'> | undefined,
): Pick<Product, 'image'> =>
  side?.image_sha256 && side.image_type
    ? // Only what `placeImage` gave is ever written there.
      { image: { type: side.image_type as ImageType, sha256: side.image_sha256 } }
    : {};
