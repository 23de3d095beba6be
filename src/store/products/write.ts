import type { LocalDateTime } from '../../domain/dates.ts';
import type { Axis, ProductKind } from '../../domain/product.ts';
import type { Sql } from '../database.ts';
import { assigned, columnOf, placeholders, ROW_FIELDS, TEXT_FIELD_NAMES } from './columns.ts';
import { type ChangedEntry, type Difference, NOTHING_STORED } from './difference.ts';
import { KEYED_TABLES, type KeyedTable } from './keyed-tables.ts';

const ROW_COLUMNS = ROW_FIELDS.map(columnOf).join(', ');
const TEXT_COLUMNS = TEXT_FIELD_NAMES.map(columnOf);

const INSERT =
  `INSERT INTO product (reference, kind, parent_reference, created_at, updated_at, ${ROW_COLUMNS}) ` +
  `VALUES ($1, $2, $3, $4, $4, ${placeholders(ROW_FIELDS.length, 5)}) RETURNING id`;
const UPDATE = `UPDATE product SET updated_at = $2, ${assigned(ROW_FIELDS, 3)} WHERE id = $1`;
const TOUCH = 'UPDATE product SET updated_at = $2 WHERE id = $1';
const PLACE = `UPDATE product SET kind = 'variant', parent_reference = $2 WHERE id = $1`;
const COUNT_LIST_CHANGE = `UPDATE list_state SET changes = changes + 1 WHERE name = 'products'`;
const SET_TEXT =
  `INSERT INTO product_text (product_id, language, ${TEXT_COLUMNS.join(', ')}) ` +
  `VALUES ($1, $2, ${placeholders(TEXT_COLUMNS.length, 3)}) ON CONFLICT (product_id, language) ` +
  `DO UPDATE SET ${TEXT_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`;
const CLEAR_AXES = 'DELETE FROM product_axis WHERE product_id = $1';
const ADD_AXIS = 'INSERT INTO product_axis (product_id, position, name, value) VALUES ($1, $2, $3, $4)';

export async function insertProduct(
  sql: Sql,
  reference: string,
  { difference, at }: { readonly difference: Difference; readonly at: LocalDateTime },
): Promise<void> {
  const { parent = null, row = NOTHING_STORED.row } = difference;
  const kind: ProductKind = parent === null ? 'product' : 'variant';
  const cells = ROW_FIELDS.map((field) => row[field]);
  const inserted = await sql.get<{ id: number }>(INSERT, [reference, kind, parent, at, ...cells]);
  if (inserted) await writeParts(sql, inserted.id, difference);
}

export async function updateProduct(
  sql: Sql,
  { id, kind }: { readonly id: number; readonly kind: ProductKind },
  { difference, at }: { readonly difference: Difference; readonly at: LocalDateTime },
): Promise<void> {
  const { row, parent } = difference;
  if (row) await sql.run(UPDATE, [id, at, ...ROW_FIELDS.map((field) => row[field])]);
  else await sql.run(TOUCH, [id, at]);
  if (parent !== undefined) await sql.run(PLACE, [id, parent]);
  // It leaves the middle of one list for the middle of the other.
  if (parent !== undefined && kind === 'product') await sql.run(COUNT_LIST_CHANGE);
  await writeParts(sql, id, difference);
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
