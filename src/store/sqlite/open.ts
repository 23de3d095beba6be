import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail } from '../../domain/error.ts';
import type { Database, Sql } from '../database.ts';
import { createWriteQueue } from '../write-queue.ts';
import { SQLITE_CATALOGUE } from './catalogue.ts';
import { type Connection, type ConnectionOptions, openConnection } from './connection.ts';
import { takeNumbers } from './numbers.ts';
import { MEMORY } from './path.ts';
import { retryWhileBusy } from './patience.ts';
import { createSnapshots } from './snapshots.ts';
import { createStaging } from './staging.ts';
import { createWriter } from './writer.ts';

export interface SqliteOptions {
  /** How long a write waits for the lock of another process or thread before it is refused; 60,000 by default. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60_000;
/** Works in one transaction. */
const MAX_BATCH = 256;
const LARGE_CACHE_KIB = 32 * 1024;
const SMALL_CACHE_KIB = 16 * 1024;

/**
 * Opens (and creates) a database file in WAL mode: one connection writes, one reads, one reads snapshots, and each bulk
 * message has its own. Every process and every worker thread opens its own `Database` on the same path.
 * `:memory:` is a file that is removed at close and never synced.
 */
export function openSqlite(path: string, { patienceMs = PATIENCE_MS }: SqliteOptions = {}): Database {
  const passing = path === MEMORY ? mkdtempSync(join(tmpdir(), 'passerelle-')) : undefined;
  const file = passing === undefined ? path : join(passing, 'memory.sqlite');
  makeFolder(dirname(file));

  const synchronous = passing === undefined ? 'FULL' : 'OFF';
  const open = (options: Partial<ConnectionOptions>): Connection =>
    openConnection(file, { cacheKib: SMALL_CACHE_KIB, temporary: 'MEMORY', synchronous, ...options });
  const writer = open({ cacheKib: LARGE_CACHE_KIB });
  const reader = open({ readOnly: true });
  const queue = createWriteQueue(createWriter(writer), { patienceMs, maxBatch: MAX_BATCH });
  const snapshots = createSnapshots(() => open({ readOnly: true }), patienceMs);

  return {
    write: queue.write,
    writeLater: queue.writeLater,
    takeNumbers,
    read: createPatientSql(reader.sql, patienceMs),
    snapshot: snapshots.read,
    async stage(work) {
      const connection = open({ temporary: 'FILE' });
      try {
        return await work(createStaging(connection, patienceMs));
      } finally {
        connection.close();
      }
    },
    migrate: (work) => queue.write((sql) => work(sql, 'sqlite')),
    catalogue: SQLITE_CATALOGUE,
    figures: () => ({ database: 'sqlite', writes: queue.figures() }),
    async close() {
      await Promise.all([queue.close(), snapshots.close()]);
      reader.close();
      writer.close();
      if (passing !== undefined) rmSync(passing, { recursive: true });
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fail('store_unavailable', { value: folder }, error);
  }
}

/** Readers wait for nobody in WAL mode, but for the moment in which another process recovers or deletes the log. */
function createPatientSql(sql: Sql, patienceMs: number): Sql {
  return {
    all: (statement, parameters) => retryWhileBusy(() => sql.all(statement, parameters), patienceMs),
    get: (statement, parameters) => retryWhileBusy(() => sql.get(statement, parameters), patienceMs),
    run: (statement, parameters) => retryWhileBusy(() => sql.run(statement, parameters), patienceMs),
  };
}
