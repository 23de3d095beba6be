import pg from 'pg';
import { migrate } from '../../src/store/migrations/run.ts';
import { openPostgres } from '../../src/store/postgres/open.ts';

const PRISTINE = 'pristine';
/** What a test with many records leaves behind is slower to empty than a schema is to make. */
const MOST_BYTES = 16 * 1024 * 1024;

const SIZE = `SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::float8 AS bytes FROM pg_class
  WHERE relkind = 'r' AND relnamespace = $1::text::regnamespace`;

/** Every table and every number as after the last migration. Whoever may not leave out foreign keys (a superuser may) cannot do it. */
const emptying = (schema: string): string => `DO $$
DECLARE name text;
BEGIN
  PERFORM set_config('session_replication_role', 'replica', true);
  FOR name IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = '${schema}'::regnamespace AND pg_relation_size(oid) > 0 LOOP
    EXECUTE format('DELETE FROM ${schema}.%I', name);
  END LOOP;
  FOR name IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = '${PRISTINE}'::regnamespace AND pg_relation_size(oid) > 0 LOOP
    EXECUTE format('INSERT INTO ${schema}.%I SELECT * FROM ${PRISTINE}.%I', name, name);
  END LOOP;
  FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = '${schema}' AND last_value IS NOT NULL LOOP
    EXECUTE format('SELECT setval(''${schema}.%I'', last_value, is_called) FROM ${PRISTINE}.%I', name, name);
  END LOOP;
END $$`;

/** Schemas of a database that one test after another uses: emptying one takes a small part of the time of migrating a new one. */
export interface SchemaPool {
  /** One that is as new; undefined where there is none. */
  take(): string | undefined;
  /** Of a store that is closed, and whose tables nobody has changed. */
  giveBack(schema: string): Promise<void>;
  close(): Promise<void>;
}

export function createSchemaPool(url: string): SchemaPool {
  const emptied: string[] = [];
  let prepared: Promise<pg.Client> | undefined;

  // One session for all: a new one would have to learn of every table.
  async function prepare(): Promise<pg.Client> {
    const database = await openPostgres({ url, schema: PRISTINE, poolSize: 1 });
    await migrate(database);
    await database.close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  }

  return {
    take: () => emptied.pop(),
    async giveBack(schema) {
      prepared ??= prepare();
      const client = await prepared;
      const { rows } = await client.query<{ bytes: number }>(SIZE, [schema]);
      if (Number(rows[0]?.bytes) > MOST_BYTES) return;
      await client.query(emptying(schema));
      emptied.push(schema);
    },
    close: async () => (await prepared)?.end(),
  };
}
