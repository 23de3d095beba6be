import type { Category, CategoryQuery } from '../../shop/catalogue.ts';
import type { Page } from '../../shop/pages.ts';
import type { Database, Sql } from '../database.ts';
import { behind, createConditions, type Order, orderBy, rowNumber } from '../places.ts';
import { readCategoryPaths } from '../products/category-paths.ts';

const TOP = 0;
const BY_ID: Order = { columns: ['id'], isDescending: false };
const COLUMNS = `SELECT id, name, parent_id AS parent, CASE WHEN EXISTS
  (SELECT 1 FROM category child WHERE child.parent_id = category.id) THEN 1 ELSE 0 END AS parents FROM category`;
const FIND = `${COLUMNS} WHERE id = $1`;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly parent: number;
  /** 1 where it has children. */
  readonly parents: number;
}

export const readCategoryPage = (database: Database, query: CategoryQuery): Promise<Page<Category>> =>
  database.snapshot(async (sql) => {
    const { parent, after, limit } = query;
    const conditions = createConditions();
    if (parent !== undefined)
      conditions.add(`parent_id = ${conditions.value(parent === null ? TOP : rowNumber(parent))}`);
    if (after) behind(BY_ID, after, conditions);
    const most = conditions.value(limit + 1);
    const statement = `${COLUMNS} ${conditions.where()} ${orderBy(BY_ID)} LIMIT ${most}`;
    const rows = await sql.all<Row>(statement, conditions.parameters);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { items: await categoriesFrom(sql, shown), next: last && [last.id] };
  });

export const readCategory = (database: Database, id: string): Promise<Category | undefined> =>
  database.snapshot(async (sql) => {
    const row = await sql.get<Row>(FIND, [rowNumber(id)]);
    return row && (await categoriesFrom(sql, [row]))[0];
  });

async function categoriesFrom(sql: Sql, rows: readonly Row[]): Promise<readonly Category[]> {
  const paths = await readCategoryPaths(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, name, parent, parents }) => ({
    id: String(id),
    name,
    ...(parent !== TOP && { parent: String(parent) }),
    path: paths(id),
    hasChildren: parents === 1,
  }));
}
