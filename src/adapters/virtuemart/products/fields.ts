import type { Selectable } from 'kysely';
import type { Changes } from '../../../domain/changes.ts';
import type { Decimal } from '../../../domain/decimal.ts';
import { fieldNames } from '../../../domain/fields.ts';
import { PRODUCT_FIELDS, type ProductField, type ProductFields } from '../../../domain/product.ts';
import { type Extras, parseExtras } from '../../side/extras.ts';
import { shownStock, storedStock } from '../../side/stock.ts';
import type { ProductTable } from '../tables.ts';
import { measureChanges, measuresOf } from './measures.ts';
import type { StoredProduct } from './rows.ts';
import { textsOf } from './texts.ts';

export type RowChanges = Partial<Selectable<ProductTable>>;

/** What has a place in VirtueMart's own tables. A tax rate has one only beside a price: see tax.ts. */
const OWN_FIELDS: readonly ProductField[] = [
  ...(['name', 'description', 'shortDescription', 'metaTitle', 'metaDescription', 'metaKeywords'] as const),
  ...(['netPrice', 'taxRate', 'stock', 'active', 'ean13'] as const),
  ...(['weight', 'width', 'height', 'depth'] as const),
];

const SIDE_FIELDS = fieldNames(PRODUCT_FIELDS).filter((name) => !OWN_FIELDS.includes(name));

const stockOf = ({ row, side }: StoredProduct): Decimal | undefined =>
  storedStock(row.product_in_stock, side);

/** What the product says, but for its price; a tax rate where there is no price that has it. */
export function fieldsOf(stored: StoredProduct): Partial<ProductFields> {
  const { row, side } = stored;
  const stock = stockOf(stored);
  return {
    ...textsOf(row),
    ...(stock !== undefined && { stock }),
    ...(row.product_gtin && { ean13: row.product_gtin }),
    ...measuresOf(row),
    active: row.published === 1,
    ...(side && parseExtras(side.extras).fields),
  };
}

/** The columns of the product's own row that have to change. */
export function rowChanges(stored: StoredProduct, said: Changes<ProductFields>): RowChanges {
  const { row } = stored;
  const published = Number(said.active);
  const ean13 = said.ean13 ?? '';
  return {
    ...measureChanges(row, said),
    ...(said.ean13 !== undefined && ean13 !== (row.product_gtin ?? '') && { product_gtin: ean13 }),
    ...(saysStock(stored, said) && said.stock && { product_in_stock: shownStock(said.stock) }),
    ...(typeof said.active === 'boolean' && published !== row.published && { published }),
  };
}

export const saysStock = (stored: StoredProduct, { stock }: Changes<ProductFields>): boolean =>
  Boolean(stock) && stock !== stockOf(stored);

/** What a change says of fields without a column. */
export const sideFields = (said: Changes<ProductFields>): Changes<Extras['fields']> =>
  Object.fromEntries(SIDE_FIELDS.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));
