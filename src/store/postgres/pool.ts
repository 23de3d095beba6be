import pg from 'pg';
import { type Connection, createConnection } from './connection.ts';
import { driverFault } from './faults.ts';
import type { PostgresSettings } from './options.ts';
import { createSlots } from './slots.ts';

/** The connections to one database, shared by the shops that have a schema there. */
export interface Pool {
  /** A connection that sees that schema. Rejects with `store_unavailable`. */
  take(schema: string): Promise<PooledConnection>;
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
/** A process that froze in a transaction holds a lock for so long. */
const IDLE_IN_TRANSACTION_MS = 30_000;
/**
 * Statements that one connection keeps prepared; with more, it is replaced. Each shop has statements of its own, and
 * each costs the server some tens of kilobytes for as long as the connection lives.
 */
const MAX_PREPARED = 2000;

/** What a connection remembers from one taker to the next. */
interface Kept {
  readonly connection: Connection;
  readonly prepared: Set<string>;
  schema: string;
}

export function createPool(settings: PostgresSettings): Pool {
  const { url, poolSize, patienceMs, connectTimeoutMs, statementTimeoutMs } = settings;
  const slots = createSlots(poolSize);
  const names = createNames();
  const kept = new WeakMap<pg.PoolClient, Kept>();
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

  function keep(client: pg.PoolClient): Kept {
    const known = kept.get(client);
    if (known) return known;
    const prepared = new Set<string>();
    const nameOf = (statement: string): string => {
      const name = names(made.schema, statement);
      prepared.add(name);
      return name;
    };
    const made: Kept = { connection: createConnection(client, { nameOf }), prepared, schema: '' };
    kept.set(client, made);
    return made;
  }

  async function enter(client: pg.PoolClient, schema: string): Promise<PooledConnection> {
    const mine = keep(client);
    const { connection, prepared } = mine;
    const giveBack = (): void => {
      client.release(!connection.isUsable() || prepared.size > MAX_PREPARED);
      slots.free();
    };
    try {
      if (mine.schema === '') await connection.execute(sessionSettings(settings));
      if (mine.schema !== schema) await connection.execute(`SET search_path TO "${schema}"`);
      mine.schema = schema;
    } catch (error) {
      client.release(true);
      throw error;
    }
    return { ...connection, giveBack };
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
    close: () => pool.end(),
  };
}

/**
 * Statements of the store are made for its indexes: without statistics, as after a first import, the planner may think
 * that a table is small and read it from end to end, and it keeps such a plan for long.
 */
const sessionSettings = ({ patienceMs, statementTimeoutMs }: PostgresSettings): string => `
  SET statement_timeout = ${statementTimeoutMs};
  SET lock_timeout = ${patienceMs};
  SET idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS};
  SET default_transaction_read_only = on;
  SET enable_seqscan = off;
  SET jit = off;
  ${DURABLE}`;

/** An acknowledged write is durable, whatever the server's default. */
export const DURABLE = `SELECT set_config('synchronous_commit', 'on', false)
  WHERE current_setting('synchronous_commit') = 'off'`;

/** Short names for statements, the same on all connections. */
function createNames(): (schema: string, statement: string) => string {
  const names = new Map<string, string>();
  return (schema, statement) => {
    const key = `${schema}\n${statement}`;
    const name = names.get(key) ?? `p${names.size}`;
    names.set(key, name);
    return name;
  };
}
