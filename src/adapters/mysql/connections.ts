import mysql, { type Pool, type PoolConnection } from 'mysql2/promise';
import { fail } from '../../domain/error.ts';
import { databaseFault } from './faults.ts';
import type { CmsPlace } from './place.ts';

export interface ConnectionOptions {
  /** Connections at once; 10 by default. */
  readonly poolSize?: number;
  /** How long to wait for a free connection, and for other transactions; 60,000 by default. */
  readonly patienceMs?: number;
  /** 5,000 by default. */
  readonly connectTimeoutMs?: number;
  /** Of one statement; 60,000 by default. */
  readonly statementTimeoutMs?: number;
}
export type ConnectionSettings = Required<ConnectionOptions>;

export const connectionSettings = (options: ConnectionOptions): ConnectionSettings => ({
  poolSize: 10,
  patienceMs: 60_000,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 60_000,
  ...options,
});

/** Connections whose sessions are all alike, whatever the server's own settings. */
export interface Connections {
  /** Rejects with `store_unavailable`, `database_refused`. */
  take(): Promise<PoolConnection>;
  close(): Promise<void>;
}

/** A host may close what is idle for long, and says nothing: whoever was, is asked before it is used. */
const RESTED_MS = 5_000;
/** On each connection: a server of many sites has few places for them. */
const PREPARED_STATEMENTS = 200;

/** Strict, so that a value that does not fit is refused and never cut; zero dates are the CMSs' own. */
const SESSION = [
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', innodb_lock_wait_timeout = 10",
];
const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

interface LogRow {
  readonly logs: number;
  readonly format: string;
}

export function openConnections(place: CmsPlace, settings: ConnectionSettings): Connections {
  const pool = openPool(place, settings);
  const lastUsed = new WeakMap<object, number>();
  let isolation: Promise<readonly string[]> | undefined;

  async function begin(connection: PoolConnection): Promise<void> {
    isolation ??= isolationOf(connection);
    const statements = await isolation.catch((error: unknown) => {
      isolation = undefined;
      throw error;
    });
    for (const statement of [...SESSION, ...statements]) await connection.query(statement);
  }

  async function ready(connection: PoolConnection): Promise<PoolConnection> {
    const before = lastUsed.get(connection.connection);
    if (before === undefined) await begin(connection);
    else if (performance.now() - before > RESTED_MS) await connection.ping();
    lastUsed.set(connection.connection, performance.now());
    return connection;
  }

  async function take(): Promise<PoolConnection> {
    const connection = await patiently(pool, settings.patienceMs);
    try {
      return await ready(connection);
    } catch (error) {
      const rested = lastUsed.delete(connection.connection);
      connection.destroy();
      // The host has closed it meanwhile: another one will do.
      if (rested) return take();
      throw error;
    }
  }

  return {
    async take() {
      try {
        return await take();
      } catch (error) {
        throw databaseFault(error);
      }
    },
    close: () => pool.end(),
  };
}

function openPool(
  { host, port, database, user, password, tls }: CmsPlace,
  { poolSize, connectTimeoutMs }: ConnectionSettings,
): Pool {
  return mysql.createPool({
    host,
    port,
    database,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(tls !== 'off' && { ssl: { rejectUnauthorized: tls === 'verify' } }),
    charset: 'utf8mb4',
    connectTimeout: connectTimeoutMs,
    connectionLimit: poolSize,
    maxPreparedStatements: PREPARED_STATEMENTS,
    idleTimeout: 30_000,
    dateStrings: true,
    supportBigNumbers: true,
    decimalNumbers: false,
  });
}

/** Where statements are logged as text, as some hosts do, the server takes no writes at READ COMMITTED. */
async function isolationOf(connection: PoolConnection): Promise<readonly string[]> {
  const [rows] = await connection.query<(LogRow & mysql.RowDataPacket)[]>(
    'SELECT @@GLOBAL.log_bin AS logs, @@GLOBAL.binlog_format AS format',
  );
  const [row] = rows;
  return row?.logs === 1 && row.format === 'STATEMENT' ? [] : [READ_COMMITTED];
}

async function patiently(pool: Pool, patienceMs: number): Promise<PoolConnection> {
  let late = false;
  const taken = pool.getConnection().then((connection) => {
    if (late) connection.release();
    return connection;
  });
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(fail('store_unavailable', {}, new Error(`no free connection within ${patienceMs} ms`)));
    }, patienceMs);
  });
  try {
    return await Promise.race([taken, waited]);
  } finally {
    clearTimeout(timer);
    // What fails after nobody waits for it any more.
    taken.catch(() => {});
  }
}
