import { fail } from '../../domain/error.ts';
import type { Database, Sql } from '../database.ts';
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
  return database.write(async (sql) => {
    await sql.run('CREATE TABLE IF NOT EXISTS migration (id TEXT PRIMARY KEY, applied_at TEXT NOT NULL)');
    const rows = await sql.all<{ id: string }>('SELECT id FROM migration ORDER BY id');
    const due = migrationsDue(
      rows.map(({ id }) => id),
      migrations,
    );
    for (const migration of due) await apply(sql, migration, database.dialect);
    return due.map(({ id }) => id);
  });
}

function migrationsDue(applied: readonly string[], known: readonly Migration[]): readonly Migration[] {
  const ids = new Set(known.map(({ id }) => id));
  const foreign = applied.filter((id) => !ids.has(id));
  if (foreign.length > 0) throw fail('database_newer', { value: foreign.join(', ') });
  const had = new Set(applied);
  return known.filter(({ id }) => !had.has(id));
}

async function apply(sql: Sql, migration: Migration, dialect: Database['dialect']): Promise<void> {
  for (const statement of migration[dialect] ?? migration.sqlite) await sql.run(statement);
  await sql.run('INSERT INTO migration (id, applied_at) VALUES ($1, $2)', [
    migration.id,
    new Date().toISOString(),
  ]);
}
