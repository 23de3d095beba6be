import type { ProductQuery } from '../../shop/catalogue.ts';
import type { Sql, SqlValue } from '../database.ts';
import { type Conditions, rowNumber } from '../places.ts';

/** What an index names products by, without looking at others: ids, at most as many as the last parameter says. */
interface Naming {
  readonly statement: string;
  readonly parameters: readonly SqlValue[];
  /** Beyond so many it names nothing: they are met along the order. */
  readonly most: number;
}

/** So few are put in order anew for each page by one statement. */
export const FEW = 2_000;
/** What is rare everywhere may still stand together, far along an order; so many take a fraction of a second. */
const RARE = 30_000;

/** Behind every text that begins so: no letter has a higher number. */
const HIGHEST = '\u{10FFFF}';

const withBelow = (id: string): string =>
  `WITH RECURSIVE below (id) AS (SELECT id FROM category WHERE id = ${id} ` +
  'UNION SELECT category.id FROM category JOIN below ON category.parent_id = below.id) SELECT id FROM below';

const OF_PARENT = 'SELECT id FROM product WHERE parent_reference = $1 LIMIT $2';
const OF_CATEGORY = `SELECT id FROM product WHERE category_id IN (${withBelow('$1')}) LIMIT $2`;
const begins = (column: string): string =>
  `SELECT id FROM (SELECT product_id AS id FROM product_search WHERE ${column} >= $1 AND ${column} < $2 LIMIT $3) AS by_${column}`;
const OF_PREFIX = `${begins('reference')} UNION ${begins('name')}`;
/** Of most catalogues few are so. */
const HIDDEN = 'SELECT id FROM product WHERE active = 0 LIMIT $1';
const UNAVAILABLE = 'SELECT id FROM product WHERE available = 0 LIMIT $1';

/** From what names few, usually, to what may name many. */
export function namingsOf(query: ProductQuery, prefix: string | undefined): readonly Naming[] {
  const { parent, category, active, available } = query;
  const few = (statement: string, ...parameters: SqlValue[]): Naming => ({
    statement,
    parameters,
    most: FEW,
  });
  const rare = (statement: string): Naming => ({ statement, parameters: [], most: RARE });
  return [
    parent !== undefined && few(OF_PARENT, parent),
    prefix !== undefined && few(OF_PREFIX, prefix, `${prefix}${HIGHEST}`),
    category !== undefined && few(OF_CATEGORY, rowNumber(category)),
    active === false && rare(HIDDEN),
    available === false && rare(UNAVAILABLE),
  ].filter((naming) => naming !== false);
}

/** The ids that a naming gives; undefined where they are more than it may name. */
export async function namedIds(
  sql: Sql,
  { statement, parameters, most }: Naming,
): Promise<readonly number[] | undefined> {
  const rows = await sql.all<{ id: number }>(statement, [...parameters, most + 1]);
  return rows.length > most ? undefined : rows.map(({ id }) => id);
}

/**
 * In the order of references or names an index of kinds would only mislead a planner: what it gives would have to be sorted.
 * Where names are joined, PostgreSQL has to know besides how many rows to expect: of a column and a value that it sees.
 */
function ofKind({ kind, order }: ProductQuery, conditions: Conditions): string {
  if (order === 'name') return NO_OTHER[kind];
  return `${order === 'reference' ? "coalesce(kind, '')" : 'kind'} = ${conditions.value(kind)}`;
}

const NO_OTHER = { product: `kind <> 'variant'`, variant: `kind <> 'product'` } as const;

/** All that is asked of a row of `product`. True when it is more than its kind. */
export function addChecks(query: ProductQuery, conditions: Conditions): boolean {
  const { parent, category, active, available, updatedSince, order } = query;
  conditions.add(ofKind(query, conditions));
  if (parent !== undefined) conditions.add(`parent_reference = ${conditions.value(parent)}`);
  if (category !== undefined)
    conditions.add(`category_id IN (${withBelow(conditions.value(rowNumber(category)))})`);
  // What the ERP never said is so, as for quotes (`articleRemarks`).
  for (const [column, flag] of Object.entries({ active, available }))
    if (flag !== undefined) conditions.add(`coalesce(${column}, 1) = ${conditions.value(Number(flag))}`);
  if (updatedSince !== undefined) conditions.add(`updated_at >= ${conditions.value(updatedSince)}`);
  // In the order of that moment the index has it.
  const isOutOfOrder = updatedSince !== undefined && order !== 'updatedAt';
  return isOutOfOrder || [parent, category, active, available].some((filter) => filter !== undefined);
}
