import type { Changes } from '../../../domain/changes.ts';
import type { Decimal } from '../../../domain/decimal.ts';
import type { ProductField, ProductFields } from '../../../domain/product.ts';
import type { Extras } from '../../side/extras.ts';
import { shownStock, storedStock } from '../../side/stock.ts';
import { numbersOf } from './numbers.ts';
import type { ProductRow, StoredProduct } from './rows.ts';

/** The texts of a row of `produitdesc`; an empty one is none. */
export const TEXTS = {
  name: 'titre',
  shortDescription: 'chapo',
  description: 'description',
} as const satisfies Partial<Record<ProductField, keyof ProductRow>>;
type TextName = keyof typeof TEXTS;
export type TextColumns = Record<(typeof TEXTS)[TextName], string>;
export const TEXT_NAMES = Object.keys(TEXTS) as readonly TextName[];

/** What Thelia has no column for. */
const SIDE_FIELDS = [
  ...(['metaTitle', 'metaDescription', 'metaKeywords'] as const),
  ...(['width', 'height', 'depth', 'ean13', 'upc', 'available'] as const),
] as const satisfies readonly ProductField[];

const stockOf = ({ row, side }: StoredProduct): Decimal | undefined => storedStock(row.stock, side);

export function fieldsOf(stored: StoredProduct): Partial<ProductFields> {
  const { row, extras } = stored;
  const texts = TEXT_NAMES.flatMap((name) => (row[TEXTS[name]] ? [[name, row[TEXTS[name]]]] : []));
  const stock = stockOf(stored);
  return {
    ...(Object.fromEntries(texts) as Partial<ProductFields>),
    ...(stock !== undefined && { stock }),
    active: row.ligne === 1,
    ...numbersOf(row, extras.numbers),
    ...extras.fields,
  };
}

/** The columns of stock and state that have to change. */
export function plainChanges(
  stored: StoredProduct,
  said: Changes<ProductFields>,
): Partial<Pick<ProductRow, 'stock' | 'ligne'>> {
  const ligne = Number(said.active);
  return {
    ...(saysStock(stored, said) && said.stock && { stock: shownStock(said.stock) }),
    ...(typeof said.active === 'boolean' && ligne !== stored.row.ligne && { ligne }),
  };
}

export const saysStock = (stored: StoredProduct, { stock }: Changes<ProductFields>): boolean =>
  Boolean(stock) && stock !== stockOf(stored);

/** What a change says of fields without a column. */
export const sideFields = (said: Changes<ProductFields>): Changes<Extras['fields']> =>
  Object.fromEntries(SIDE_FIELDS.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));
