import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Database, Dialect } from '../../src/store/database.ts';
import type { StoreOptions } from '../../src/store/options.ts';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { postgres } from '../support/databases.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { createSchemaPool, type SchemaPool } from './schema-pool.ts';

export type { Dialect };

/** Where one test's shop is kept. */
export interface TestPlace {
  /** For `openStore`. */
  readonly options: Pick<StoreOptions, 'url' | 'schema'> & { readonly blobFolder: string };
  /** Each call as another process would. */
  open(patienceMs?: number): Promise<Database>;
  /** Once all that was opened is closed. */
  remove(): Promise<void>;
}

/** The same, as a server's configuration says it. */
export const shopSettings = ({ options: { url, schema, blobFolder } }: TestPlace) => ({
  name: 'shop',
  store: url,
  blobs: blobFolder,
  ...(schema !== undefined && { schema }),
});

/** A dialect that is forgotten here is a type error. */
const PLACES: Readonly<Record<Dialect, () => Promise<TestPlace>>> = {
  sqlite: sqlitePlace,
  postgres: postgresPlace,
};
const EMPTIED: typeof PLACES = { sqlite: sqlitePlace, postgres: emptiedPlace };

export const DIALECTS = Object.keys(PLACES) as readonly Dialect[];

export const testPlace = (dialect: Dialect): Promise<TestPlace> => PLACES[dialect]();

/** For the many tests that do nothing to a store but by its ports: the schema may be one that was used and emptied. */
export const emptiedTestPlace = (dialect: Dialect): Promise<TestPlace> => EMPTIED[dialect]();

async function sqlitePlace(): Promise<TestPlace> {
  const folder = await testFolder();
  const path = join(folder, 'shop.sqlite');
  return {
    options: { url: `sqlite:${path}`, blobFolder: join(folder, 'blobs') },
    open: async (patienceMs) => openSqlite(path, patienceMs === undefined ? {} : { patienceMs }),
    remove: () => rm(folder, { recursive: true }),
  };
}

const server = await postgres();
let shared: Promise<TestDatabase> | undefined;
let pool: SchemaPool | undefined;
let schemas = 0;
afterAll(async () => {
  await pool?.close();
  await (await shared)?.drop();
});

/** One database for a test file, one schema for a test: a database takes long to make. */
export async function postgresPlace(): Promise<TestPlace> {
  return placeAt(newSchema());
}

async function emptiedPlace(): Promise<TestPlace> {
  const { url } = await ownDatabase();
  pool ??= createSchemaPool(url);
  const { giveBack, take } = pool;
  const schema = take() ?? newSchema();
  const place = await placeAt(schema);
  return {
    ...place,
    async remove() {
      await place.remove();
      await giveBack(schema);
    },
  };
}

function ownDatabase(): Promise<TestDatabase> {
  shared ??= server.create();
  return shared;
}

function newSchema(): string {
  schemas += 1;
  return `shop_${schemas}`;
}

async function placeAt(schema: string): Promise<TestPlace> {
  const [{ url }, folder] = await Promise.all([ownDatabase(), testFolder()]);
  return {
    options: { url, schema, blobFolder: join(folder, 'blobs') },
    open: (patienceMs) =>
      openPostgres({ url, schema, poolSize: 4, ...(patienceMs !== undefined && { patienceMs }) }),
    // The schema goes with the database: dropping it now would take longer than most tests.
    remove: () => rm(folder, { recursive: true }),
  };
}

const testFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'passerelle-test-'));
