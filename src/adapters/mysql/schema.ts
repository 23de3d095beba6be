import { type QueryExecutorProvider, sql } from 'kysely';
import { fail, PasserelleError } from '../../domain/error.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { CmsDatabase } from './database.ts';
import { isPrefix } from './place.ts';

/** What an adapter needs of a CMS's tables, by their names without the prefix: columns that not every version has. */
export type NeededTables = Readonly<Record<string, readonly string[]>>;

interface TableRow {
  readonly name: string;
  readonly engine: string | null;
}

/** The names and engines of the site's tables. */
export async function readTables(
  on: QueryExecutorProvider,
  prefix: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<TableRow>`SELECT table_name AS name, engine FROM information_schema.tables
    WHERE table_schema = DATABASE() AND LEFT(table_name, ${prefix.length}) = ${prefix}
    ORDER BY table_name`.execute(on);
  return new Map(rows.map(({ name, engine }) => [name.slice(prefix.length), engine ?? '']));
}

async function readColumns(on: QueryExecutorProvider, prefix: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`SELECT CONCAT(table_name, '.', column_name) AS name
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND LEFT(table_name, ${prefix.length}) = ${prefix}`.execute(on);
  return new Set(rows.map(({ name }) => name.slice(prefix.length)));
}

/** What is wrong with the site's tables: one of them missing, a column, transactions, or the right to write there. */
export async function tableProblems(
  on: QueryExecutorProvider,
  prefix: string,
  needed: NeededTables,
): Promise<readonly Problem[]> {
  const tables = await readTables(on, prefix);
  const columns = await readColumns(on, prefix);
  const names = Object.keys(needed);
  const missing = [
    ...names.filter((name) => !tables.has(name)),
    ...Object.entries(needed).flatMap(([name, wanted]) =>
      wanted
        .map((column) => `${name}.${column}`)
        .filter((column) => tables.has(name) && !columns.has(column)),
    ),
  ];
  const careless = names.filter((name) => /^(?:MyISAM|Aria|MEMORY)$/i.test(tables.get(name) ?? ''));
  return [
    ...(missing.length > 0
      ? [problem('cms_tables_missing', { value: missing.map((name) => prefix + name).join(', ') })]
      : await missingRights(on, { table: prefix + names[0], hasOurs: tables.has('passerelle_migration') })),
    ...careless.map((name) => problem('cms_table_engine', { value: prefix + name })),
  ];
}

/** Asks the server for each right without changing anything: what it refuses to whoever reads only. */
async function missingRights(
  on: QueryExecutorProvider,
  { table, hasOurs }: { readonly table: string; readonly hasOurs: boolean },
): Promise<readonly Problem[]> {
  const name = sql.table(table);
  const { rows } = await sql<{
    column: string;
  }>`SELECT column_name AS \`column\` FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = ${table} LIMIT 1`.execute(on);
  const column = sql.ref(rows[0]?.column ?? '');
  const harmless = [
    sql`INSERT INTO ${name} SELECT * FROM ${name} WHERE 1 = 0`,
    sql`UPDATE ${name} SET ${column} = ${column} WHERE 1 = 0`,
    sql`DELETE FROM ${name} WHERE 1 = 0`,
    // There is such a table: nothing is made. Tables of ours that are there need no more of it.
    ...(hasOurs ? [] : [sql`CREATE TABLE IF NOT EXISTS ${name} (passerelle INT)`]),
  ];
  const problems: Problem[] = [];
  for (const statement of harmless)
    try {
      await statement.execute(on);
    } catch (error) {
      if (!(error instanceof PasserelleError) || error.problem.reason !== 'database_refused') throw error;
      problems.push(error.problem);
    }
  return problems;
}

/** Bulk messages wait in temporary tables until they are whole. Rejects with `database_refused` where none may be made. */
export const requireTemporaryTables = <Tables>({
  stage,
}: Pick<CmsDatabase<Tables>, 'stage'>): Promise<void> =>
  stage(async ({ sql: on }) => {
    await sql`CREATE TEMPORARY TABLE passerelle_probe (a INT)`.execute(on);
    await sql`DROP TEMPORARY TABLE passerelle_probe`.execute(on);
  });

/**
 * The prefix of the one site in the database, told by a table that every site of that CMS has. Rejects with
 * `cms_tables_missing`, and with `cms_prefix_ambiguous` where there are several.
 */
export async function findPrefix(on: QueryExecutorProvider, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = DATABASE() AND RIGHT(table_name, ${table.length}) = ${table} ORDER BY table_name`.execute(
    on,
  );
  const prefixes = rows.map(({ name }) => name.slice(0, -table.length)).filter(isPrefix);
  const [first, second] = prefixes;
  if (first === undefined) throw fail('cms_tables_missing', { value: `…${table}` });
  if (second !== undefined) throw fail('cms_prefix_ambiguous', { value: prefixes.join(', ') });
  return first;
}
