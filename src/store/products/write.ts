import type { LocalDateTime } from '../../domain/dates.ts';
import type { Axis, ProductKind } from '../../domain/product.ts';
import type { Sql } from '../database.ts';
import { assigned, columnOf, orUpdate, placeholders } from '../sql-text.ts';
import { PLAIN_FIELD_NAMES, ROW_FIELDS, type RowField, TEXT_FIELD_NAMES } from './columns.ts';
import { type ChangedEntry, type Difference, MAIN_LANGUAGE, NOTHING_STORED } from './difference.ts';
import { foldedText } from './folded-text.ts';
import { KEYED_TABLES, type KeyedTable } from './keyed-tables.ts';
import type { ProductRow } from './rows.ts';

/** What a row says besides its plain fields, which other changes leave alone. */
const APART = ['categoryId', 'imageSha256', 'imageType'] as const satisfies readonly RowField[];
const ROW_COLUMNS = ROW_FIELDS.map(columnOf);
const TEXT_COLUMNS = TEXT_FIELD_NAMES.map(columnOf);

const INSERT =
  `INSERT INTO product (reference, kind, parent_reference, provenance, created_at, updated_at, ${ROW_COLUMNS.join(', ')}) ` +
  `VALUES ($1, $2, $3, $4, $5, $5, ${placeholders(ROW_FIELDS.length, 6)}) RETURNING id`;
const UPDATE = `UPDATE product SET updated_at = $2, provenance = $3, ${assigned(ROW_COLUMNS, 4)} WHERE id = $1`;
// SQLite writes every index anew that has a column which an UPDATE names, whether its value changes or not.
const UPDATE_PLAIN = `UPDATE product SET updated_at = $2, provenance = $3, ${assigned(PLAIN_FIELD_NAMES.map(columnOf), 4)} WHERE id = $1`;
const TOUCH = 'UPDATE product SET updated_at = $2, provenance = $3 WHERE id = $1';
const PLACE = `UPDATE product SET kind = 'variant', parent_reference = $2 WHERE id = $1`;
const COUNT_LIST_CHANGE = `UPDATE list_state SET changes = changes + 1 WHERE name = 'products'`;
const SET_TEXT =
  `INSERT INTO product_text (product_id, language, ${TEXT_COLUMNS.join(', ')}) ` +
  `VALUES ($1, $2, ${placeholders(TEXT_COLUMNS.length, 3)}) ${orUpdate(['product_id', 'language'], TEXT_COLUMNS)}`;
const ADD_SEARCHED = 'INSERT INTO product_search (product_id, reference, name) VALUES ($1, $2, $3)';
const SET_SEARCHED = 'UPDATE product_search SET name = $2 WHERE product_id = $1 AND name <> $2';
const CLEAR_AXES = 'DELETE FROM product_axis WHERE product_id = $1';
const ADD_AXIS = 'INSERT INTO product_axis (product_id, position, name, value) VALUES ($1, $2, $3, $4)';

export interface WrittenProduct {
  readonly difference: Difference;
  readonly at: LocalDateTime;
  /** See provenance.ts. */
  readonly provenance: string;
}

export async function insertProduct(
  sql: Sql,
  reference: string,
  { difference, at, provenance }: WrittenProduct,
): Promise<void> {
  const { parent = null, row = NOTHING_STORED.row } = difference;
  const kind: ProductKind = parent === null ? 'product' : 'variant';
  const cells = ROW_FIELDS.map((field) => row[field]);
  const inserted = await sql.get<{ id: number }>(INSERT, [reference, kind, parent, provenance, at, ...cells]);
  if (!inserted) return;
  await sql.run(ADD_SEARCHED, [inserted.id, foldedText(reference), searchedName(difference) ?? '']);
  await writeParts(sql, inserted.id, difference);
}

export async function updateProduct(
  sql: Sql,
  stored: ProductRow,
  { difference, at, provenance }: WrittenProduct,
): Promise<void> {
  const { id, kind } = stored;
  const { row, parent } = difference;
  if (!row) await sql.run(TOUCH, [id, at, provenance]);
  else if (APART.every((field) => row[field] === stored[field]))
    await sql.run(UPDATE_PLAIN, [id, at, provenance, ...PLAIN_FIELD_NAMES.map((field) => row[field])]);
  else await sql.run(UPDATE, [id, at, provenance, ...ROW_FIELDS.map((field) => row[field])]);
  if (parent !== undefined) await sql.run(PLACE, [id, parent]);
  // It leaves the middle of one list for the middle of the other.
  if (parent !== undefined && kind === 'product') await sql.run(COUNT_LIST_CHANGE);
  const name = searchedName(difference);
  if (name !== undefined) await sql.run(SET_SEARCHED, [id, name]);
  await writeParts(sql, id, difference);
}

/** Undefined where nothing is said of the main language. */
function searchedName({ texts }: Difference): string | undefined {
  const main = texts.find(([language]) => language === MAIN_LANGUAGE);
  return main && foldedText(String(main[1].name ?? ''));
}

async function writeParts(sql: Sql, id: number, difference: Difference): Promise<void> {
  for (const [language, texts] of difference.texts) {
    await sql.run(SET_TEXT, [id, language, ...TEXT_FIELD_NAMES.map((field) => texts[field])]);
  }
  if (difference.axes) await writeAxes(sql, id, difference.axes);
  await writeEntries(sql, KEYED_TABLES.priceLevels, { id, entries: difference.priceLevels });
  await writeEntries(sql, KEYED_TABLES.categoryPrices, { id, entries: difference.categoryPrices });
  await writeEntries(sql, KEYED_TABLES.customFields, { id, entries: difference.customFields });
}

async function writeAxes(sql: Sql, id: number, axes: readonly Axis[]): Promise<void> {
  await sql.run(CLEAR_AXES, [id]);
  for (const [position, { name, value }] of axes.entries()) {
    await sql.run(ADD_AXIS, [id, position, name, value]);
  }
}

async function writeEntries(
  sql: Sql,
  table: KeyedTable,
  { id, entries }: { readonly id: number; readonly entries: readonly ChangedEntry[] },
): Promise<void> {
  for (const [key, value] of entries) {
    if (value === null) await sql.run(table.remove, [id, key]);
    else await sql.run(table.set, [id, key, value]);
  }
}
