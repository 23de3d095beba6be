import type { Axis, ProductKind } from '../../domain/product.ts';
import type { Sql } from '../database.ts';
import { selected } from '../sql-text.ts';
import { type Cells, ROW_FIELDS, type RowField, TEXT_FIELD_NAMES, type TextField } from './columns.ts';
import { NOTHING_STORED, type ResolvedChange, type StoredParts, textChanges } from './difference.ts';
import { KEYED_TABLES, type KeyedTable } from './keyed-tables.ts';

/** A row of `product` with what a write needs of it. */
export type ProductRow = Cells<RowField> & {
  readonly id: number;
  readonly kind: ProductKind;
  readonly parent: string | null;
  /** See provenance.ts. */
  readonly provenance: string | null;
};

const FIND = `SELECT id, kind, parent_reference AS parent, provenance, ${selected(ROW_FIELDS)} FROM product WHERE reference = $1`;
const FIND_TEXT = `SELECT ${selected(TEXT_FIELD_NAMES)} FROM product_text WHERE product_id = $1 AND language = $2`;
const FIND_AXES = 'SELECT name, value FROM product_axis WHERE product_id = $1 ORDER BY position';
const FIND_KIND = 'SELECT kind FROM product WHERE reference = $1';
const FIND_VARIANT = 'SELECT id FROM product WHERE parent_reference = $1 LIMIT 1';

export const findProduct = (sql: Sql, reference: string): Promise<ProductRow | undefined> =>
  sql.get<ProductRow>(FIND, [reference]);

export const findKind = async (sql: Sql, reference: string): Promise<ProductKind | undefined> =>
  (await sql.get<{ kind: ProductKind }>(FIND_KIND, [reference]))?.kind;

export const hasVariants = async (sql: Sql, reference: string): Promise<boolean> =>
  (await sql.get(FIND_VARIANT, [reference])) !== undefined;

/** Only the parts that the change speaks of are read. */
export async function readParts(
  sql: Sql,
  row: ProductRow | undefined,
  change: ResolvedChange,
): Promise<StoredParts> {
  if (!row) return NOTHING_STORED;
  const { id, parent } = row;
  return {
    row,
    parent: parent ?? undefined,
    texts: await readTexts(
      sql,
      id,
      textChanges(change).map(([language]) => language),
    ),
    axes: change.axes ? await sql.all<Axis>(FIND_AXES, [id]) : [],
    priceLevels: await readEntries(sql, KEYED_TABLES.priceLevels, change.priceLevels && id),
    categoryPrices: await readEntries(sql, KEYED_TABLES.categoryPrices, change.categoryPrices && id),
    customFields: await readEntries(sql, KEYED_TABLES.customFields, change.customFields && id),
  };
}

async function readTexts(sql: Sql, id: number, languages: readonly string[]): Promise<StoredParts['texts']> {
  const texts = new Map<string, Cells<TextField>>();
  for (const language of languages) {
    const row = await sql.get<Cells<TextField>>(FIND_TEXT, [id, language]);
    if (row) texts.set(language, row);
  }
  return texts;
}

async function readEntries(
  sql: Sql,
  table: KeyedTable,
  id: number | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (id === undefined) return new Map();
  const rows = await sql.all<{ key: string; value: string }>(table.find, [id]);
  return new Map(rows.map(({ key, value }) => [key, value]));
}
