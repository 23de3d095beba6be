import { afterAll } from 'vitest';
import { findMysql } from './mysql-server.ts';
import { findPostgres } from './postgres-server.ts';
import type { TestDatabase } from './test-database.ts';

export interface DatabaseServer {
  readonly dialect: 'postgres' | 'mysql';
  create(): Promise<TestDatabase>;
}

/**
 * A PostgreSQL: the one of PASSERELLE_TEST_POSTGRES or of this machine, else one of our own for as long as the test file
 * runs.
 */
export async function postgres(): Promise<DatabaseServer> {
  const server = await findPostgres();
  if (server.embedded)
    console.warn(
      'No PostgreSQL answers (PASSERELLE_TEST_POSTGRES, else 127.0.0.1:5432): an embedded one is started for these tests.',
    );
  afterAll(server.stop);
  return { dialect: 'postgres', create: server.create };
}

/**
 * The MariaDB or MySQL of PASSERELLE_TEST_MARIADB or of this machine. Without one the suite is skipped and says so; on a
 * build server (`CI=true`) that is a failure.
 */
export async function mariadb(suite: string): Promise<DatabaseServer | undefined> {
  const server = await findMysql();
  if (server) return { dialect: 'mysql', create: server.create };
  const message = `NOT RUN: ${suite} on MariaDB. Start one at 127.0.0.1:3306 (root, no password) or set PASSERELLE_TEST_MARIADB=mysql://USER:PASSWORD@HOST:PORT/mysql`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(message);
  return undefined;
}
