import type { Decimal } from '../../domain/decimal.ts';
import type {
  Axis,
  ImageType,
  Product,
  ProductFields,
  ProductKind,
  ProductTexts,
} from '../../domain/product.ts';
import { PLAIN_FIELDS } from '../../domain/product.ts';
import type { Sql } from '../database.ts';
import { readCategoryPaths } from './category-paths.ts';
import {
  type Cells,
  PLAIN_FIELD_NAMES,
  type PlainField,
  selected,
  TEXT_FIELD_NAMES,
  type TextField,
} from './columns.ts';
import { MAIN_LANGUAGE } from './difference.ts';
import { KEYED_TABLES } from './keyed-tables.ts';

/** Products of one kind with `after` < id ≤ `upTo`. */
interface IdRange {
  readonly kind: ProductKind;
  readonly after: number;
  readonly upTo: number;
}

type Row = Cells<PlainField> & {
  readonly id: number;
  readonly reference: string;
  readonly parent: string | null;
  readonly categoryId: number | null;
  readonly imageSha256: string | null;
  readonly imageType: ImageType | null;
};
type TextRow = Cells<TextField> & { readonly productId: number; readonly language: string };
type AxisRow = Axis & { readonly productId: number };
interface KeyedRow<Key> {
  readonly productId: number;
  readonly key: Key;
  readonly value: Decimal;
}

const RANGE = 'kind = $1 AND id > $2 AND id <= $3';
const FIND_ID = 'SELECT id, kind FROM product WHERE reference = $1';
const FIND_LAST = `SELECT max(id) AS id FROM (SELECT id FROM product WHERE kind = $1 AND id > $2 ORDER BY id LIMIT $3) AS batch`;
const ROWS =
  `SELECT id, reference, parent_reference AS parent, ${selected([...PLAIN_FIELD_NAMES, 'categoryId', 'imageSha256', 'imageType'])} ` +
  `FROM product WHERE ${RANGE} ORDER BY id`;
const partRows = (table: string, columns: string, order: string): string =>
  `SELECT part.product_id AS "productId", ${columns} FROM ${table} AS part JOIN product ON product.id = part.product_id ` +
  `WHERE ${RANGE} ORDER BY part.product_id, ${order}`;
const TEXTS = partRows('product_text', `language, ${selected(TEXT_FIELD_NAMES, 'part.')}`, 'language');
const AXES = partRows('product_axis', 'name, value', 'position');
const keyedRows = ({ table, key, value }: (typeof KEYED_TABLES)[keyof typeof KEYED_TABLES]): string =>
  partRows(table, `part.${key} AS key, part.${value} AS value`, `part.${key}`);
const PRICE_LEVELS = keyedRows(KEYED_TABLES.priceLevels);
const CATEGORY_PRICES = keyedRows(KEYED_TABLES.categoryPrices);
const CUSTOM_FIELDS = keyedRows(KEYED_TABLES.customFields);

export async function readProduct(sql: Sql, reference: string): Promise<Product | undefined> {
  const found = await sql.get<{ id: number; kind: ProductKind }>(FIND_ID, [reference]);
  if (!found) return undefined;
  const [product] = await readRange(sql, { kind: found.kind, after: found.id - 1, upTo: found.id });
  return product;
}

/** The next `count` products; gives also the last id, undefined when there are none. */
export async function readBatch(
  sql: Sql,
  { kind, after, count }: { readonly kind: ProductKind; readonly after: number; readonly count: number },
): Promise<{ readonly last: number; readonly products: readonly Product[] } | undefined> {
  const row = await sql.get<{ id: number | null }>(FIND_LAST, [kind, after, count]);
  const last = row?.id ?? undefined;
  return last === undefined
    ? undefined
    : { last, products: await readRange(sql, { kind, after, upTo: last }) };
}

async function readRange(sql: Sql, { kind, after, upTo }: IdRange): Promise<readonly Product[]> {
  const range = [kind, after, upTo];
  const rows = await sql.all<Row>(ROWS, range);
  const paths = await readCategoryPaths(
    sql,
    rows.map(({ categoryId }) => categoryId),
  );
  const texts = byProduct(await sql.all<TextRow>(TEXTS, range));
  const axes = byProduct(await sql.all<AxisRow>(AXES, range));
  const levels = byProduct(await sql.all<KeyedRow<string>>(PRICE_LEVELS, range));
  const prices = byProduct(await sql.all<KeyedRow<string>>(CATEGORY_PRICES, range));
  const customs = byProduct(await sql.all<KeyedRow<string>>(CUSTOM_FIELDS, range));
  return rows.map((row) => ({
    id: String(row.id),
    reference: row.reference,
    kind,
    ...(row.parent !== null && { parent: row.parent }),
    fields: { ...mainTexts(texts(row.id)), ...plainFields(row) },
    categoryPath: paths(row.categoryId),
    axes: axes(row.id).map(({ name, value }) => ({ name, value })),
    translations: translations(texts(row.id)),
    priceLevels: entries(levels(row.id)),
    categoryPrices: prices(row.id).map(({ key, value }) => ({ category: key, netPrice: value })),
    customFields: entries(customs(row.id)),
    ...(row.imageSha256 !== null &&
      row.imageType !== null && { image: { type: row.imageType, sha256: row.imageSha256 } }),
  }));
}

function byProduct<Part extends { readonly productId: number }>(
  parts: readonly Part[],
): (id: number) => readonly Part[] {
  const groups = Map.groupBy(parts, ({ productId }) => productId);
  return (id) => groups.get(id) ?? [];
}

const entries = (rows: readonly KeyedRow<string>[]): Readonly<Record<string, Decimal>> =>
  Object.fromEntries(rows.map(({ key, value }) => [key, value]));

function plainFields(row: Row): Partial<ProductFields> {
  const filled = PLAIN_FIELD_NAMES.filter((field) => row[field] !== null);
  return Object.fromEntries(
    filled.map((field) => [field, PLAIN_FIELDS[field] === 'boolean' ? row[field] === 1 : row[field]]),
  );
}

const filledTexts = (row: TextRow): Partial<ProductTexts> =>
  Object.fromEntries(
    TEXT_FIELD_NAMES.filter((field) => row[field] !== null).map((field) => [field, row[field]]),
  );

function mainTexts(rows: readonly TextRow[]): Partial<ProductTexts> {
  const main = rows.find(({ language }) => language === MAIN_LANGUAGE);
  return main ? filledTexts(main) : {};
}

/** A language without a text left is no translation. */
function translations(rows: readonly TextRow[]): Product['translations'] {
  return Object.fromEntries(
    rows
      .filter(({ language }) => language !== MAIN_LANGUAGE)
      .map((row): [string, Partial<ProductTexts>] => [row.language, filledTexts(row)])
      .filter(([, texts]) => Object.keys(texts).length > 0),
  );
}
