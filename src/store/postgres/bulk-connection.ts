import pg from 'pg';
import { type Connection, createConnection } from './connection.ts';
import { driverFault } from './faults.ts';
import type { PostgresSettings } from './options.ts';
import { PROMISES } from './sessions.ts';

/** Of one bulk message, closed at its end: its temporary tables go with it. */
export interface BulkConnection extends Connection {
  close(): Promise<void>;
}

/** Rejects with `store_unavailable`. */
export async function openBulkConnection(settings: PostgresSettings): Promise<BulkConnection> {
  const { url, connectTimeoutMs } = settings;
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    application_name: 'passerelle bulk',
  });
  const connection = createConnection(client, { nameOf: () => undefined });
  const close = async (): Promise<void> => {
    if (connection.isUsable()) await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
    await connection.execute(sessionSettings(settings));
  } catch (error) {
    await close();
    throw driverFault(error);
  }
  return { ...connection, close };
}

/** A statement over a million rows takes as long as it takes; it sorts in memory where it can. */
const sessionSettings = ({ schema, patienceMs }: PostgresSettings): string => `
  SET search_path TO "${schema}";
  SET statement_timeout = 0;
  SET lock_timeout = ${patienceMs};
  SET jit = off;
  SET default_statistics_target = 10;
  SET work_mem = '64MB';
  SET maintenance_work_mem = '128MB';
  SET temp_buffers = '32MB';
  ${PROMISES}`;
