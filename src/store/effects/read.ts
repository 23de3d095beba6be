import type { FieldChange, RecordEffect, ShownValue } from '../../domain/effect.ts';
import type { Sql } from '../database.ts';
import { readCategoryPaths } from '../products/category-paths.ts';
import { EFFECT, type EffectRow } from './rows.ts';

const FIND = `${EFFECT.select} WHERE exchange = $1 ORDER BY sequence`;

/** What an exchange did, in the order in which it was done. */
export async function readEffects(sql: Sql, exchange: string): Promise<readonly RecordEffect[]> {
  const effects = (await sql.all<EffectRow>(FIND, [exchange])).map(effectFromRow);
  const ids = effects.flatMap(({ changes }) => changes.filter(isCategory).flatMap(categoriesOf));
  if (ids.length === 0) return effects;
  const pathOf = await readCategoryPaths(sql, ids);
  return effects.map((effect) => ({
    ...effect,
    changes: effect.changes.map((change) => withPaths(change, pathOf)),
  }));
}

const effectFromRow = ({ entity, key, operation, changes }: EffectRow): RecordEffect => ({
  entity,
  key,
  operation,
  changes: JSON.parse(changes),
});

/** A category stands in the effect by its id, as in the product's row. */
const CATEGORY = 'categoryPath';
const isCategory = ({ path }: FieldChange): boolean => path === CATEGORY;

const categoriesOf = ({ before, after }: FieldChange): readonly number[] =>
  [before, after].filter((value) => typeof value === 'number');

function withPaths(change: FieldChange, pathOf: (id: number) => readonly string[]): FieldChange {
  if (!isCategory(change)) return change;
  const named = (value: ShownValue): ShownValue => (typeof value === 'number' ? pathOf(value) : value);
  const { before, after } = change;
  return {
    ...change,
    ...(before !== undefined && { before: named(before) }),
    ...(after !== undefined && { after: named(after) }),
  };
}
