import { hash } from 'node:crypto';
import { folded } from './references.ts';
import type { SideSql } from './tables.ts';

/** What one transaction at a time may add to. */
type LockName = 'categories' | 'characteristics' | 'customers' | 'price_rules' | 'invoices';

/**
 * Waits until no other transaction holds the lock; it is free again when this one ends. For what has no unique key of
 * its own that would decide between two who add the same.
 */
export async function holdLock(sql: SideSql, name: LockName): Promise<void> {
  await sql.insertInto('passerelle_lock').values({ name }).onDuplicateKeyUpdate({ name }).execute();
}

/**
 * Likewise of references, for a CMS that has no unique key on them. There are a few hundred locks for all references
 * there may be.
 */
export async function holdReferences(sql: SideSql, references: readonly string[]): Promise<void> {
  const names = references.map((reference) => `reference ${hash('sha256', folded(reference)).slice(0, 2)}`);
  // In one order, so that two who hold several do not wait for each other.
  const rows = [...new Set(names)].sort().map((name) => ({ name }));
  for (const row of rows)
    await sql.insertInto('passerelle_lock').values(row).onDuplicateKeyUpdate(row).execute();
}
