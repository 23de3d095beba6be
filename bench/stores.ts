import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Dialect } from '../src/store/database.ts';
import { openDatabase, openStore } from '../src/store/open.ts';
import type { StoreOptions } from '../src/store/options.ts';
import { findPostgres, type PostgresServer } from '../test/support/postgres-server.ts';
import type { TestDatabase } from '../test/support/test-database.ts';

export type { Dialect };

/** How a bench is called that is run on several databases. */
export const benchName = (name: string, dialect: Dialect): string =>
  dialect === 'sqlite' ? name : `${name}-${dialect}`;

/** A shop's store, nobody has it open. */
export interface BenchStore {
  readonly dialect: Dialect;
  /** Where a server keeps its files. */
  readonly folder: string;
  readonly options: Pick<StoreOptions, 'url' | 'schema' | 'blobFolder'>;
  remove(): Promise<void>;
}

/** As `passerelle serve` names the schema of its first shop. */
const SCHEMA = 'passerelle_shop';

let server: Promise<PostgresServer> | undefined;
const databases = new Set<TestDatabase>();

/** An empty store, with the schema that the store itself makes. */
export async function createStore(dialect: Dialect, folder: string): Promise<BenchStore> {
  mkdirSync(folder, { recursive: true });
  const { remove, ...place } = await PLACES[dialect](folder);
  const options = { ...place, blobFolder: join(folder, 'shop-blobs') };
  const store = await openStore(options);
  await store.close();
  return {
    dialect,
    folder,
    options,
    async remove() {
      await remove();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Where `passerelle serve` keeps its first shop. */
const storePath = (folder: string): string => join(folder, 'shop.sqlite');

interface Place extends Pick<StoreOptions, 'url' | 'schema'> {
  /** What is not in the folder. */
  remove(): Promise<void>;
}

const PLACES: Readonly<Record<Dialect, (folder: string) => Promise<Place>>> = {
  sqlite: async (folder) => ({ url: `sqlite:${storePath(folder)}`, remove: () => Promise.resolve() }),
  async postgres() {
    server ??= findPostgres();
    const database = await (await server).create();
    databases.add(database);
    return {
      url: database.url,
      schema: SCHEMA,
      async remove() {
        databases.delete(database);
        await database.drop();
      },
    };
  },
};

/** The file of a store on SQLite. */
export const fileOf = ({ folder }: BenchStore): string => storePath(folder);

/** What SQL can do with a store that no server has open. */
export async function inDatabase<T>(
  { options }: Pick<BenchStore, 'options'>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ ...options, statementTimeoutMs: 600_000 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The databases that were made on PostgreSQL, and the server if it was started for them. */
export async function dropStores(): Promise<void> {
  for (const database of databases) await database.drop();
  databases.clear();
  await (await server)?.stop();
  server = undefined;
}
