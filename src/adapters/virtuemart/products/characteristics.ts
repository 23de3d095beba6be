import type { Axis } from '../../../domain/product.ts';
import { parseExtras } from '../../side/extras.ts';
import { holdLock } from '../../side/locks.ts';
import { sideOf, type VirtuemartSql } from '../tables.ts';
import {
  axesOf,
  formatMultiVariant,
  type MultiVariant,
  NO_CHOICE,
  parseMultiVariant,
  reshaped,
} from './multi-variant.ts';
import type { StoredProduct } from './rows.ts';
import type { Saving } from './saving.ts';

/** VirtueMart's type of fields that offer variants by several axes. */
const MULTI_VARIANT = 'C';
const TITLE = 'Déclinaisons';

interface ChoiceRow {
  readonly id: number;
  readonly parent: number;
  readonly params: string | null;
}

/** The fields by which these products offer their variants, by product; of several the first. */
async function readChoices(
  sql: VirtuemartSql,
  parents: readonly number[],
): Promise<ReadonlyMap<number, ChoiceRow>> {
  if (parents.length === 0) return new Map();
  const rows = await sql
    .selectFrom('virtuemart_product_customfields as field')
    .innerJoin('virtuemart_customs as custom', 'custom.virtuemart_custom_id', 'field.virtuemart_custom_id')
    .select([
      'virtuemart_customfield_id as id',
      'virtuemart_product_id as parent',
      'customfield_params as params',
    ])
    .where('custom.field_type', '=', MULTI_VARIANT)
    .where('virtuemart_product_id', 'in', parents)
    .orderBy('virtuemart_customfield_id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.parent, row]));
}

/** The axes of these variants, by variant; of one that waits for its parent those that the ERP said. */
export async function readAxes(
  sql: VirtuemartSql,
  products: readonly StoredProduct[],
): Promise<ReadonlyMap<number, readonly Axis[]>> {
  const parents = new Set(products.map(({ row }) => row.product_parent_id).filter((id) => id !== 0));
  const rows = await readChoices(sql, [...parents]);
  const choices = new Map([...rows].map(([parent, { params }]) => [parent, parseMultiVariant(params)]));
  return new Map(
    products.map(({ row, side }) => {
      const choice = choices.get(row.product_parent_id);
      const waiting = side && row.product_parent_id === 0 ? parseExtras(side.extras).axes : [];
      return [row.id, choice ? axesOf(choice, row.id) : waiting];
    }),
  );
}

/** A parent offers its variants by their axes. `axes`: of those that have other ones now. */
export async function alignChoice(
  { sql, site, now }: Saving,
  parent: number,
  axes: ReadonlyMap<number, readonly Axis[]>,
): Promise<void> {
  await sql
    .selectFrom('virtuemart_products')
    .select('virtuemart_product_id as id')
    .where('virtuemart_product_id', '=', parent)
    .forUpdate()
    .execute();
  const row = (await readChoices(sql, [parent])).get(parent);
  if (!row && axes.size === 0) return;
  const variants = await sql
    .selectFrom('virtuemart_products')
    .select('virtuemart_product_id as id')
    .where('product_parent_id', '=', parent)
    .orderBy('virtuemart_product_id')
    .execute();
  const before = row ? parseMultiVariant(row.params) : NO_CHOICE;
  const ids = variants.map(({ id }) => id);
  const after = reshaped(before, { parent, variants: ids, axes });
  if (row) await changeChoice(sql, row, after);
  else await addChoice(sql, { parent, vendor: site.vendor, now }, after);
}

async function changeChoice(
  sql: VirtuemartSql,
  { id, params }: ChoiceRow,
  choice: MultiVariant,
): Promise<void> {
  const text = formatMultiVariant(choice);
  if (choice.columns.length === 0)
    await sql
      .deleteFrom('virtuemart_product_customfields')
      .where('virtuemart_customfield_id', '=', id)
      .execute();
  else if (text !== params)
    await sql
      .updateTable('virtuemart_product_customfields')
      .set({ customfield_params: text })
      .where('virtuemart_customfield_id', '=', id)
      .execute();
}

interface ChoicePlace {
  readonly parent: number;
  readonly vendor: number;
  /** In VirtueMart's words. */
  readonly now: string;
}

async function addChoice(sql: VirtuemartSql, place: ChoicePlace, choice: MultiVariant): Promise<void> {
  await sql
    .insertInto('virtuemart_product_customfields')
    .values({
      virtuemart_product_id: place.parent,
      virtuemart_custom_id: await customId(sql, place),
      customfield_value: '',
      customfield_params: formatMultiVariant(choice),
    })
    .execute();
}

/** The field of that type which the shop has, made where it has none. */
async function customId(sql: VirtuemartSql, place: ChoicePlace): Promise<number> {
  const found = await findCustom(sql, place);
  if (found !== undefined) return found;
  await holdLock(sideOf(sql), 'characteristics');
  return (await findCustom(sql, place)) ?? (await addCustom(sql, place));
}

async function findCustom(sql: VirtuemartSql, { vendor }: ChoicePlace): Promise<number | undefined> {
  const row = await sql
    .selectFrom('virtuemart_customs')
    .select('virtuemart_custom_id as id')
    .where('field_type', '=', MULTI_VARIANT)
    .where('published', '=', 1)
    .where((is) => is.or([is('virtuemart_vendor_id', '=', vendor), is('shared', '=', 1)]))
    .orderBy('virtuemart_custom_id')
    .executeTakeFirst();
  return row?.id;
}

async function addCustom(sql: VirtuemartSql, { vendor, now }: ChoicePlace): Promise<number> {
  const { insertId } = await sql
    .insertInto('virtuemart_customs')
    .values({
      ...{ virtuemart_vendor_id: vendor, custom_element: '', custom_title: TITLE, field_type: MULTI_VARIANT },
      ...{ is_cart_attribute: 1, layout_pos: 'addtocart', custom_params: '', published: 1 },
      ...{ created_on: now, modified_on: now },
    })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}
