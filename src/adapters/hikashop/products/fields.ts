import type { Selectable } from 'kysely';
import type { Changes } from '../../../domain/changes.ts';
import type { Decimal } from '../../../domain/decimal.ts';
import { fieldNames } from '../../../domain/fields.ts';
import { PRODUCT_FIELDS, type ProductField, type ProductFields } from '../../../domain/product.ts';
import { type Extras, parseExtras } from '../../side/extras.ts';
import { shownStock, storedStock } from '../../side/stock.ts';
import type { ProductTable } from '../tables.ts';
import { measureChanges, measuresOf } from './measures.ts';
import type { ProductRow, StoredProduct } from './rows.ts';

export type RowChanges = Partial<Selectable<ProductTable>>;

/** HikaShop's own texts; an empty one is none. */
const TEXTS = {
  name: 'product_name',
  description: 'product_description',
  metaTitle: 'product_page_title',
  metaDescription: 'product_meta_description',
  metaKeywords: 'product_keywords',
} as const satisfies Partial<Record<ProductField, keyof ProductRow>>;
const TEXT_NAMES = Object.keys(TEXTS) as readonly (keyof typeof TEXTS)[];

/** What has a place in HikaShop's own tables. */
const OWN_FIELDS: readonly ProductField[] = [
  ...TEXT_NAMES,
  ...(['netPrice', 'taxRate', 'stock', 'active'] as const),
  ...(['weight', 'width', 'height', 'depth'] as const),
];

/** What HikaShop has no column for, and what the domain may learn of later. */
const SIDE_FIELDS = fieldNames(PRODUCT_FIELDS).filter((name) => !OWN_FIELDS.includes(name));

/** -1: no stock is kept, whoever wants may have any number. */
const UNLIMITED = -1;

const stockOf = ({ row, side }: StoredProduct): Decimal | undefined =>
  storedStock(row.product_quantity === UNLIMITED ? undefined : Math.max(row.product_quantity, 0), side);

/** What the product says, but for its price and its tax rate. */
export function fieldsOf(stored: StoredProduct): Partial<ProductFields> {
  const { row, side } = stored;
  const texts = TEXT_NAMES.flatMap((name) => (row[TEXTS[name]] === '' ? [] : [[name, row[TEXTS[name]]]]));
  const stock = stockOf(stored);
  return {
    ...(Object.fromEntries(texts) as Partial<ProductFields>),
    ...(stock !== undefined && { stock }),
    ...measuresOf(row),
    active: row.product_published === 1,
    ...(side && parseExtras(side.extras).fields),
  };
}

/** The columns that have to change; price and tax rate have their own way. */
export function rowChanges(stored: StoredProduct, said: Changes<ProductFields>): RowChanges {
  const { row } = stored;
  const texts = TEXT_NAMES.flatMap((name) => {
    const text = said[name] === null ? '' : said[name];
    return text === undefined || text === row[TEXTS[name]] ? [] : [[TEXTS[name], text]];
  });
  const published = Number(said.active);
  const changes: RowChanges = {
    ...Object.fromEntries(texts),
    ...measureChanges(row, said),
    ...(said.stock && said.stock !== stockOf(stored) && { product_quantity: shownStock(said.stock) }),
    ...(typeof said.active === 'boolean' &&
      published !== row.product_published && { product_published: published }),
  };
  // The source that HikaShop's editor made the old description from.
  return changes.product_description === undefined
    ? changes
    : { ...changes, product_description_raw: null, product_description_type: null };
}

export const saysStock = (stored: StoredProduct, { stock }: Changes<ProductFields>): boolean =>
  Boolean(stock) && stock !== stockOf(stored);

/** What a change says of fields without a column. */
export const sideFields = (said: Changes<ProductFields>): Changes<Extras['fields']> =>
  Object.fromEntries(SIDE_FIELDS.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));
