import { hash } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import { fail } from '../../../domain/error.ts';
import type { CmsDatabase } from '../../mysql/database.ts';
import { requireTemporaryTables } from '../../mysql/schema.ts';
import { MIGRATIONS } from './list.ts';
import type { Migration } from './migration.ts';

const CREATE = `CREATE TABLE IF NOT EXISTS #__passerelle_migration (
  id VARCHAR(64) NOT NULL PRIMARY KEY, applied_at DATETIME NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;
const LOCK_SECONDS = 60;

/** What a migration is run on. */
interface Site {
  readonly sql: QueryExecutorProvider;
  readonly prefix: string;
}

/** Makes the side tables, once whatever the shop does is allowed: see requireTemporaryTables and migrateSideTables. */
export async function makeSideTables<Tables>(database: CmsDatabase<Tables>, prefix: string): Promise<void> {
  await requireTemporaryTables(database);
  await migrateSideTables(database, prefix);
}

/**
 * Makes the side tables, or brings them up to date; one process at a time. Rejects with `database_newer`, and with
 * `database_refused` when the account may not create tables.
 */
async function migrateSideTables<Tables>(database: CmsDatabase<Tables>, prefix: string): Promise<void> {
  await database.stage(async (staging) => {
    const site: Site = { sql: staging.sql, prefix };
    if ((await missingMigrations(site)).length === 0) return;
    const name = `passerelle ${hash('sha256', `${await databaseName(site)}.${prefix}`).slice(0, 40)}`;
    await sql`SELECT GET_LOCK(${name}, ${LOCK_SECONDS})`.execute(site.sql);
    try {
      await run(site, CREATE);
      for (const migration of await missingMigrations(site)) await apply(site, migration);
    } finally {
      await sql`SELECT RELEASE_LOCK(${name})`.execute(site.sql);
    }
  });
}

async function databaseName(site: Site): Promise<string> {
  const { rows } = await sql<{ name: string }>`SELECT DATABASE() AS name`.execute(site.sql);
  return rows[0]?.name ?? '';
}

async function missingMigrations(site: Site): Promise<readonly Migration[]> {
  const had = await appliedMigrations(site);
  const foreign = had.filter((id) => MIGRATIONS.every((known) => known.id !== id));
  if (foreign.length > 0) throw fail('database_newer', { value: foreign.join(', ') });
  return MIGRATIONS.filter(({ id }) => !had.includes(id));
}

async function appliedMigrations({ sql: on, prefix }: Site): Promise<readonly string[]> {
  const table = `${prefix}passerelle_migration`;
  const { rows: found } = await sql`SELECT 1 FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_name = ${table}`.execute(on);
  if (found.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT id FROM ${sql.table(table)}`.execute(on);
  return rows.map(({ id }) => id);
}

async function apply(site: Site, { id, statements }: Migration): Promise<void> {
  for (const statement of statements) await run(site, statement);
  const table = sql.table(`${site.prefix}passerelle_migration`);
  await sql`INSERT INTO ${table} (id, applied_at) VALUES (${id}, UTC_TIMESTAMP())`.execute(site.sql);
}

const run = ({ sql: on, prefix }: Site, statement: string): Promise<unknown> =>
  sql.raw(statement.replaceAll('#__', () => prefix)).execute(on);
