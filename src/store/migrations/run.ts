import { fail } from '../../domain/error.ts';
import type { Database, Dialect, Sql } from '../database.ts';
import { MIGRATIONS } from './list.ts';
import type { Migration } from './migration.ts';

/**
 * Brings the schema up to date in one transaction, under the write lock: of several starters one does the work, the
 * others find it done. Rejects with `database_newer` when it has had a migration that this program does not know.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  const due = await database.write((sql) => migrationsDue(sql, migrations));
  if (due.length === 0) return [];
  return database.migrate(async (sql, dialect) => {
    // Another starter may have been faster.
    const left = await migrationsDue(sql, migrations);
    for (const migration of left) await apply(sql, migration, dialect);
    return left.map(({ id }) => id);
  });
}

const CREATE = 'CREATE TABLE IF NOT EXISTS migration (id TEXT PRIMARY KEY, applied_at TEXT NOT NULL)';
const HAD = 'SELECT id FROM migration ORDER BY id';

async function migrationsDue(sql: Sql, known: readonly Migration[]): Promise<readonly Migration[]> {
  await sql.run(CREATE);
  const had = (await sql.all<{ id: string }>(HAD)).map(({ id }) => id);
  const foreign = had.filter((id) => known.every((migration) => migration.id !== id));
  if (foreign.length > 0) throw fail('database_newer', { value: foreign.join(', ') });
  return known.filter(({ id }) => !had.includes(id));
}

async function apply(sql: Sql, migration: Migration, dialect: Dialect): Promise<void> {
  for (const statement of migration[dialect] ?? migration.sqlite) await sql.run(statement);
  await sql.run('INSERT INTO migration (id, applied_at) VALUES ($1, $2)', [
    migration.id,
    new Date().toISOString(),
  ]);
}
