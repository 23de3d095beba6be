import type { Database } from '../database.ts';
import { createWriteQueue } from '../write-queue.ts';
import { type BulkConnection, openBulkConnection } from './bulk-connection.ts';
import { POSTGRES_CATALOGUE } from './catalogue.ts';
import { lockKey } from './lock.ts';
import { takeNumbers } from './numbers.ts';
import { type PostgresOptions, type PostgresSettings, postgresSettings } from './options.ts';
import { databaseName, type PooledConnection } from './pool.ts';
import { createReader, readSnapshot } from './reads.ts';
import { sharedPool } from './shared-pools.ts';
import { createSlots, type Slots } from './slots.ts';
import { createStaging } from './staging.ts';
import { createWriter, rollBack } from './writer.ts';

/** Works in one transaction: beyond 64 savepoints, every reader on the server has to look into a table on disk. */
const MAX_BATCH = 60;

type Take = () => Promise<PooledConnection>;

/**
 * Opens a shop's schema in a PostgreSQL database, and creates it where it is missing. Any number of processes may have
 * it open. Rejects with `store_unavailable` when the server cannot be reached, `sessions_shared`,
 * `option_invalid`.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const settings = postgresSettings(options);
  const { schema, patienceMs, poolSize } = settings;
  const pool = sharedPool(settings);
  const take = (): Promise<PooledConnection> => pool.take(schema);
  const lock = lockKey(schema);
  try {
    await createSchema(take, { schema, lock });
  } catch (error) {
    await pool.close();
    throw error;
  }
  const queue = createWriteQueue(createWriter(take, lock), { patienceMs, maxBatch: MAX_BATCH });
  const bulk = createSlots(Math.ceil(poolSize / 2));
  const name = databaseName(settings.url);
  return {
    write: queue.write,
    writeLater: queue.writeLater,
    takeNumbers,
    read: createReader(take),
    snapshot: (work) => readSnapshot(take, work),
    stage: createStage(settings, bulk),
    migrate: createMigrate(settings, lock),
    catalogue: POSTGRES_CATALOGUE,
    figures: () => ({
      database: name,
      writes: queue.figures(),
      connections: { pool: pool.figures(), bulk: bulk.figures() },
    }),
    async close() {
      await queue.close();
      await pool.close();
    },
  };
}

/** A role that may not create schemas may still use one that is there. */
async function createSchema(
  take: Take,
  { schema, lock }: { readonly schema: string; readonly lock: string },
): Promise<void> {
  const connection = await take();
  try {
    await connection.execute(`BEGIN READ WRITE; SELECT pg_advisory_xact_lock(${lock})`);
    const known = await connection.sql.get('SELECT 1 AS known FROM pg_namespace WHERE nspname = $1', [
      schema,
    ]);
    if (!known) await connection.execute(`CREATE SCHEMA "${schema}"`);
    await connection.execute('COMMIT');
  } finally {
    await rollBack(connection);
  }
}

/** Bulk messages hold their connections for as long as they arrive, which must not take them from anybody else. */
function createStage(settings: PostgresSettings, slots: Slots): Database['stage'] {
  return async (work) => {
    await slots.take(settings.patienceMs);
    try {
      return await withBulkConnection(settings, (connection) => work(createStaging(connection)));
    } finally {
      slots.free();
    }
  };
}

/** Under the shop's lock, as every write transaction, but on a connection whose statements have no time limit. */
const createMigrate =
  (settings: PostgresSettings, lock: string): Database['migrate'] =>
  (work) =>
    withBulkConnection(settings, (connection) =>
      createStaging(connection).merge(async (sql) => {
        await sql.get(`SELECT pg_advisory_xact_lock(${lock})`);
        return work(sql, 'postgres');
      }),
    );

async function withBulkConnection<T>(
  settings: PostgresSettings,
  work: (connection: BulkConnection) => Promise<T>,
): Promise<T> {
  const connection = await openBulkConnection(settings);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
