import type pg from 'pg';
import { type Connection, createConnection } from './connection.ts';
import type { PostgresSettings } from './options.ts';
import { requireOwnSession } from './own-session.ts';

/** One connection of the pool, as it goes from taker to taker. */
export interface Session {
  readonly connection: Connection;
  /** Makes it see that schema. Rejects with `sessions_shared`, and with what the driver says. */
  enter(schema: string): Promise<void>;
  /** Whether it is to be closed rather than given to the next one. */
  isSpent(): boolean;
}

/** A process that froze in a transaction holds a lock for so long. */
const IDLE_IN_TRANSACTION_MS = 30_000;
/**
 * Statements that one connection keeps prepared; with more, it is replaced. Each shop has statements of its own, and
 * each costs the server some tens of kilobytes for as long as the connection lives.
 */
const MAX_PREPARED = 2000;

/** The session of each of the pool's clients. */
export function createSessions(settings: PostgresSettings): (client: pg.PoolClient) => Session {
  const names = createNames();
  const sessions = new WeakMap<pg.PoolClient, Session>();
  const requireOwn = createOwnCheck(settings);

  function createSession(client: pg.PoolClient): Session {
    const prepared = new Set<string>();
    let schema = '';
    const nameOf = (statement: string): string => {
      const name = names(schema, statement);
      prepared.add(name);
      return name;
    };
    const connection = createConnection(client, { nameOf });
    return {
      connection,
      async enter(wanted) {
        if (schema === '') {
          await requireOwn(client);
          await connection.execute(sessionSettings(settings));
        }
        if (schema !== wanted) await connection.execute(`SET search_path TO "${wanted}"`);
        schema = wanted;
      },
      isSpent: () => !connection.isUsable() || prepared.size > MAX_PREPARED,
    };
  }

  return (client) => {
    const session = sessions.get(client) ?? createSession(client);
    sessions.set(client, session);
    return session;
  };
}

/** The first client is looked at for all of them; when that could not be told, the next one. */
function createOwnCheck(settings: PostgresSettings): (client: pg.PoolClient) => Promise<void> {
  let own: Promise<void> | undefined;
  return (client) => {
    own ??= requireOwnSession(client, settings).catch((error: unknown) => {
      own = undefined;
      throw error;
    });
    return own;
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
  ${PROMISES}`;

/**
 * Whatever the server's defaults: an acknowledged write is durable, and a transaction that waited for a lock sees what
 * its holder wrote.
 */
export const PROMISES = `SET default_transaction_isolation = 'read committed';
  SELECT set_config('synchronous_commit', 'on', false)
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
