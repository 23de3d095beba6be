import { fail } from '../../domain/error.ts';
import type { SqlDatabase, Statement } from './database.ts';
import { DEFAULT_VIEWS, QUERY_NAMES, type QueryName, type SqlSettings } from './settings.ts';

/** The queries that there are, by what they give. */
export type Queries = ReadonlyMap<QueryName, Statement>;

const fieldOf = (name: QueryName): string => `queries.${name}`;

/** A name has no blank; SQL does. */
const isName = (query: string): boolean => !/\s/.test(query);

/**
 * Makes a query of each name of a table or view. A default view that does not exist is left out. Rejects with
 * `query_refused` for a name of the user's that does not exist, and with `source_empty` when there is nothing at all.
 */
export async function resolveQueries(
  database: SqlDatabase,
  settings: SqlSettings,
  label: string,
): Promise<Queries> {
  const wanted = QUERY_NAMES.map((name) => ({ name, query: settings.queries[name] ?? DEFAULT_VIEWS[name] }));
  const names = wanted.map(({ query }) => query).filter(isName);
  const tables = await database.tablesNamed(names);
  const found = new Map<QueryName, Statement>();
  for (const { name, query } of wanted) {
    const table = tables.get(query);
    const sql = isName(query) ? table && `SELECT * FROM ${table}` : withoutEnd(query);
    if (sql !== undefined) found.set(name, { field: fieldOf(name), sql });
    else if (settings.queries[name] !== undefined)
      throw fail('query_refused', { field: fieldOf(name), value: `${query} ?` });
  }
  if (found.size === 0 && !settings.orders)
    throw fail('source_empty', { value: label, expected: Object.values(DEFAULT_VIEWS).join(', ') });
  return found;
}

/** A cursor cannot be declared for a query that ends itself. */
const withoutEnd = (query: string): string => query.replace(/[;\s]+$/, '');
