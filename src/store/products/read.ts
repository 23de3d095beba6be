import type { LocalDateTime } from '../../domain/dates.ts';
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
import type { Sql, SqlValue } from '../database.ts';
import type { Page } from '../pages.ts';
import { placeholders, selected } from '../sql-text.ts';
import { readCategoryPaths } from './category-paths.ts';
import {
  type Cells,
  PLAIN_FIELD_NAMES,
  type PlainField,
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
  readonly kind: ProductKind;
  readonly createdAt: LocalDateTime;
  readonly updatedAt: LocalDateTime;
};
type TextRow = Cells<TextField> & { readonly productId: number; readonly language: string };
type AxisRow = Axis & { readonly productId: number };
interface KeyedRow<Key> {
  readonly productId: number;
  readonly key: Key;
  readonly value: Decimal;
}

/** A product with what its row says besides. */
export interface StoredProduct {
  readonly product: Product;
  readonly categoryId: number | null;
  readonly createdAt: LocalDateTime;
  readonly updatedAt: LocalDateTime;
}

/** The statements that read the products for which a condition holds, and all their parts. */
type Statements = Readonly<
  Record<'rows' | 'texts' | 'axes' | 'priceLevels' | 'categoryPrices' | 'customFields', string>
>;

const ROW_COLUMNS = selected([
  ...PLAIN_FIELD_NAMES,
  'categoryId',
  'imageSha256',
  'imageType',
  'createdAt',
  'updatedAt',
]);

function statementsWhere(condition: string): Statements {
  const partRows = (table: string, columns: string, order: string): string =>
    `SELECT part.product_id AS "productId", ${columns} FROM ${table} AS part JOIN product ON product.id = part.product_id ` +
    `WHERE ${condition} ORDER BY part.product_id, ${order}`;
  const keyedRows = ({ table, key, value }: (typeof KEYED_TABLES)[keyof typeof KEYED_TABLES]): string =>
    partRows(table, `part.${key} AS key, part.${value} AS value`, `part.${key}`);
  return {
    rows: `SELECT id, reference, kind, parent_reference AS parent, ${ROW_COLUMNS} FROM product WHERE ${condition} ORDER BY id`,
    texts: partRows('product_text', `language, ${selected(TEXT_FIELD_NAMES, 'part.')}`, 'language'),
    axes: partRows('product_axis', 'name, value', 'position'),
    priceLevels: keyedRows(KEYED_TABLES.priceLevels),
    categoryPrices: keyedRows(KEYED_TABLES.categoryPrices),
    customFields: keyedRows(KEYED_TABLES.customFields),
  };
}

const OF_RANGE = statementsWhere('kind = $1 AND id > $2 AND id <= $3');
const FIND_ID = 'SELECT id, kind FROM product WHERE reference = $1';
const FIND_LAST = `SELECT max(id) AS id FROM (SELECT id FROM product WHERE kind = $1 AND id > $2 ORDER BY id LIMIT $3) AS batch`;

export async function readProduct(sql: Sql, reference: string): Promise<Product | undefined> {
  const found = await sql.get<{ id: number; kind: ProductKind }>(FIND_ID, [reference]);
  if (!found) return undefined;
  const [product] = await readRange(sql, { kind: found.kind, after: found.id - 1, upTo: found.id });
  return product;
}

/** The products behind the id `after`. */
export async function readPage(
  sql: Sql,
  { kind, after, count }: { readonly kind: ProductKind; readonly after: number; readonly count: number },
): Promise<Page<Product, number>> {
  const row = await sql.get<{ id: number | null }>(FIND_LAST, [kind, after, count]);
  const last = row?.id ?? undefined;
  return { last, items: last === undefined ? [] : await readRange(sql, { kind, after, upTo: last }) };
}

async function readRange(sql: Sql, { kind, after, upTo }: IdRange): Promise<readonly Product[]> {
  return (await readWhere(sql, OF_RANGE, [kind, after, upTo])).map(({ product }) => product);
}

/** As many ids as a statement takes; the last one stands for those that are missing, so that few statements are prepared. */
const ID_COUNTS = [1, 10, 50, 500];
const OF_IDS = new Map(
  ID_COUNTS.map((count) => [count, statementsWhere(`product.id IN (${placeholders(count)})`)] as const),
);

/** In the order of the ids, 500 at most. */
export async function readProductsById(sql: Sql, ids: readonly number[]): Promise<readonly StoredProduct[]> {
  const last = ids.at(-1);
  if (last === undefined) return [];
  const [count = 0, statements = OF_RANGE] = [...OF_IDS].find(([most]) => most >= ids.length) ?? [];
  const padded = Array.from({ length: count }, (_, index) => ids[index] ?? last);
  const read = new Map(
    (await readWhere(sql, statements, padded)).map((stored) => [stored.product.id, stored] as const),
  );
  return ids.flatMap((id) => read.get(String(id)) ?? []);
}

async function readWhere(
  sql: Sql,
  statements: Statements,
  parameters: readonly SqlValue[],
): Promise<readonly StoredProduct[]> {
  const rows = await sql.all<Row>(statements.rows, parameters);
  const paths = await readCategoryPaths(
    sql,
    rows.map(({ categoryId }) => categoryId),
  );
  const texts = byProduct(await sql.all<TextRow>(statements.texts, parameters));
  const axes = byProduct(await sql.all<AxisRow>(statements.axes, parameters));
  const levels = byProduct(await sql.all<KeyedRow<string>>(statements.priceLevels, parameters));
  const prices = byProduct(await sql.all<KeyedRow<string>>(statements.categoryPrices, parameters));
  const customs = byProduct(await sql.all<KeyedRow<string>>(statements.customFields, parameters));
  return rows.map((row) => ({
    categoryId: row.categoryId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    product: {
      id: String(row.id),
      reference: row.reference,
      kind: row.kind,
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
    },
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
