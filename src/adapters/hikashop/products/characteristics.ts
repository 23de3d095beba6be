import { sql as raw } from 'kysely';
import type { Axis } from '../../../domain/product.ts';
import { holdLock } from '../../side/locks.ts';
import { type HikashopSql, sideOf } from '../tables.ts';

/** The axes of these variants, in the order in which the ERP said them, by variant. */
export async function readAxes(
  sql: HikashopSql,
  variants: readonly number[],
): Promise<ReadonlyMap<number, readonly Axis[]>> {
  if (variants.length === 0) return new Map();
  const rows = await sql
    .selectFrom('hikashop_variant as variant')
    .innerJoin(
      'hikashop_characteristic as value',
      'value.characteristic_id',
      'variant.variant_characteristic_id',
    )
    .innerJoin('hikashop_characteristic as axis', 'axis.characteristic_id', 'value.characteristic_parent_id')
    .select([
      'variant.variant_product_id as product',
      'axis.characteristic_value as name',
      'value.characteristic_value as value',
    ])
    .where('variant.variant_product_id', 'in', variants)
    .orderBy('variant.ordering')
    .orderBy('axis.characteristic_ordering')
    .orderBy('axis.characteristic_id')
    .execute();
  const groups = Map.groupBy(rows, ({ product }) => product);
  return new Map([...groups].map(([id, axes]) => [id, axes.map(({ name, value }) => ({ name, value }))]));
}

/** Gives a variant these axes, and no other. */
export async function writeAxes(sql: HikashopSql, variant: number, axes: readonly Axis[]): Promise<void> {
  const values: number[] = [];
  for (const axis of axes) values.push(await valueId(sql, axis));
  await sql.deleteFrom('hikashop_variant').where('variant_product_id', '=', variant).execute();
  const rows = [...new Set(values)].map((value, ordering) => ({
    variant_characteristic_id: value,
    variant_product_id: variant,
    ordering,
  }));
  await sql.insertInto('hikashop_variant').values(rows).execute();
}

async function valueId(sql: HikashopSql, { name, value }: Axis): Promise<number> {
  const axis = await characteristicId(sql, 0, name);
  return characteristicId(sql, axis, value);
}

/** Of several of the same name the oldest. HikaShop has no key that would decide between two who add the same one. */
async function characteristicId(sql: HikashopSql, parent: number, name: string): Promise<number> {
  const found = await findCharacteristic(sql, parent, name);
  if (found !== undefined) return found;
  await holdLock(sideOf(sql), 'characteristics');
  return (await findCharacteristic(sql, parent, name)) ?? (await addCharacteristic(sql, parent, name));
}

async function findCharacteristic(
  sql: HikashopSql,
  parent: number,
  name: string,
): Promise<number | undefined> {
  const rows = await sql
    .selectFrom('hikashop_characteristic')
    .select(['characteristic_id as id', 'characteristic_value as name'])
    .where('characteristic_parent_id', '=', parent)
    .where('characteristic_value', '=', name)
    .orderBy('characteristic_id')
    .execute();
  // The database finds « Été » for "ete"; sizes and colours are what they are.
  return rows.find((row) => row.name.trim() === name.trim())?.id;
}

async function addCharacteristic(sql: HikashopSql, parent: number, name: string): Promise<number> {
  const siblings = await sql
    .selectFrom('hikashop_characteristic')
    .select(raw<number | null>`MAX(characteristic_ordering)`.as('last'))
    .where('characteristic_parent_id', '=', parent)
    .executeTakeFirst();
  const { insertId } = await sql
    .insertInto('hikashop_characteristic')
    .values({
      characteristic_parent_id: parent,
      characteristic_value: name,
      characteristic_ordering: (siblings?.last ?? 0) + 1,
    })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

interface Link {
  readonly id: number;
  readonly axis: number;
}

/**
 * A main product has its variants' axes, and a value of each that is chosen at first: without them HikaShop offers
 * nothing to choose. Axes that no variant has any more go.
 */
export async function alignMainAxes(sql: HikashopSql, main: number): Promise<void> {
  const used = await variantLinks(sql, main);
  const own = await linksOf(sql, [main]);
  const axes = [...new Set(used.map(({ axis }) => axis))];
  const values = new Set(used.map(({ id }) => id));
  const idOf = ({ id, axis }: Link): number => axis || id;
  const gone = own.filter((link) => !axes.includes(idOf(link)) || (link.axis !== 0 && !values.has(link.id)));
  const staying = own.filter((link) => !gone.includes(link));
  const rows = axes.flatMap((axis, ordering) => {
    const first = used.find((link) => link.axis === axis)?.id ?? 0;
    return [
      ...(staying.some(({ id }) => id === axis) ? [] : [{ id: axis, ordering }]),
      ...(staying.some((link) => link.axis === axis) ? [] : [{ id: first, ordering: 0 }]),
    ];
  });
  if (gone.length > 0)
    await sql
      .deleteFrom('hikashop_variant')
      .where('variant_product_id', '=', main)
      .where(
        'variant_characteristic_id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
  if (rows.length > 0)
    await sql
      .insertInto('hikashop_variant')
      .values(
        rows.map(({ id, ordering }) => ({
          variant_characteristic_id: id,
          variant_product_id: main,
          ordering,
        })),
      )
      .execute();
}

async function variantLinks(sql: HikashopSql, main: number): Promise<readonly Link[]> {
  const variants = await sql
    .selectFrom('hikashop_product')
    .select('product_id as id')
    .where('product_parent_id', '=', main)
    .where('product_type', '=', 'variant')
    .orderBy('product_id')
    .execute();
  return variants.length === 0
    ? []
    : linksOf(
        sql,
        variants.map(({ id }) => id),
      );
}

const linksOf = (sql: HikashopSql, products: readonly number[]): Promise<readonly Link[]> =>
  sql
    .selectFrom('hikashop_variant as variant')
    .innerJoin(
      'hikashop_characteristic as value',
      'value.characteristic_id',
      'variant.variant_characteristic_id',
    )
    .select(['value.characteristic_id as id', 'value.characteristic_parent_id as axis'])
    .where('variant.variant_product_id', 'in', products)
    .orderBy('variant.variant_product_id')
    .orderBy('variant.ordering')
    .execute();
