import pg from 'pg';
import { fail } from '../../domain/error.ts';
import type { PostgresSettings } from './options.ts';

/** A pooler that nobody else uses gives itself away in the first round, a busy one soon. */
const ROUNDS = 3;

/**
 * Makes sure that a connection has a session of the server to itself. Settings, prepared statements and temporary tables
 * are the session's: where a pooler hands sessions around between transactions, a shop would write into the schema of
 * another. Rejects with `sessions_shared`, and with what the driver says.
 */
export async function requireOwnSession(
  client: pg.ClientBase,
  { url, connectTimeoutMs }: PostgresSettings,
): Promise<void> {
  const other = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: connectTimeoutMs,
  });
  other.on('error', () => undefined);
  await other.connect();
  try {
    const session = await sessionOf(client);
    for (let round = 0; round < ROUNDS; round += 1) {
      const theirs = await sessionOf(other);
      if (theirs === session || (await sessionOf(client)) !== session) throw fail('sessions_shared');
    }
  } finally {
    await other.end();
  }
}

async function sessionOf(client: pg.ClientBase): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}
