import type { Kysely } from 'kysely';
import { fail } from '../../domain/error.ts';
import type { ConnectionOptions } from './connections.ts';
import { type CmsDatabase, openDatabase } from './database.ts';
import { type CmsPlace, placeFromUrl } from './place.ts';

/** Where that CMS's tables are. Rejects with `option_invalid`. */
export function requirePlace(cms: string, url: string): CmsPlace {
  const place = placeFromUrl(cms, url);
  if (place) return place;
  throw fail('option_invalid', { field: 'store', value: `${cms}:`, expected: `${cms}:mysql://…` });
}

/** Asks a database whose tables' names are not known yet, on a connection that lasts no longer. */
export async function lookAround<T>(
  place: CmsPlace,
  options: ConnectionOptions,
  look: (sql: Kysely<unknown>) => Promise<T>,
): Promise<T> {
  const database = openDatabase<unknown>({
    ...options,
    place,
    prefix: '',
    tables: new Set<string>(),
    poolSize: 1,
  });
  try {
    return await look(database.read);
  } finally {
    await database.close();
  }
}

/** What is opened on a database, which is closed again where that fails. */
export async function openingOn<Tables, T>(
  database: CmsDatabase<Tables>,
  open: () => Promise<T>,
): Promise<T> {
  try {
    return await open();
  } catch (error) {
    await database.close();
    throw error;
  }
}
