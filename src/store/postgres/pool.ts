import pg from 'pg';
import type { PoolFigures } from '../figures.ts';
import type { Connection } from './connection.ts';
import { driverFault } from './faults.ts';
import type { PostgresSettings } from './options.ts';
import { createSessions } from './sessions.ts';
import { createSlots } from './slots.ts';

/** The connections to one database, shared by the shops that have a schema there. */
export interface Pool {
  /** A connection that sees that schema. Rejects with `store_unavailable`, `sessions_shared`. */
  take(schema: string): Promise<PooledConnection>;
  figures(): Omit<PoolFigures, 'number'>;
  close(): Promise<void>;
}

export interface PooledConnection extends Connection {
  /** Whoever took it; no transaction may be open any more, unless the connection is broken. */
  giveBack(): void;
}

/** After a quiet while, connections are closed: a host's hundreds of servers share the server's places. */
const IDLE_MS = 30_000;
/** The server ends what takes too long; where the network swallows its answer, we give up a little later. */
const SILENCE_MS = 10_000;

export function createPool(settings: PostgresSettings): Pool {
  const { patienceMs, poolSize } = settings;
  const slots = createSlots(poolSize);
  const sessionOf = createSessions(settings);
  const pool = openPool(settings);
  // At once: a server that is being stopped may say so in the same breath in which it lets us in.
  pool.on('connect', sessionOf);

  async function enter(client: pg.PoolClient, schema: string): Promise<PooledConnection> {
    const session = sessionOf(client);
    try {
      await session.enter(schema);
    } catch (error) {
      client.release(true);
      throw error;
    }
    const giveBack = (): void => {
      client.release(session.isSpent());
      slots.free();
    };
    return { ...session.connection, giveBack };
  }

  return {
    async take(schema) {
      await slots.take(patienceMs);
      try {
        return await enter(await pool.connect(), schema);
      } catch (error) {
        slots.free();
        throw driverFault(error);
      }
    },
    figures: () => ({ idle: pool.idleCount, ...slots.figures() }),
    close: () => pool.end(),
  };
}

function openPool({ url, poolSize, connectTimeoutMs, statementTimeoutMs }: PostgresSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: IDLE_MS,
    query_timeout: statementTimeoutMs + SILENCE_MS,
    keepAlive: true,
    application_name: 'passerelle',
    allowExitOnIdle: true,
  });
  // A connection that the server closes while nobody uses it; the pool drops it.
  pool.on('error', () => undefined);
  return pool;
}

/** `USER@HOST:PORT/NAME` as the driver reads a URL, with what it takes from the environment: without the password. */
export function databaseName(url: string): string {
  const { user, host, port, database } = new pg.Client({ connectionString: url });
  return `${user}@${host}:${port}/${database}`;
}
