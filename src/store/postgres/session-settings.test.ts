import { afterEach, beforeEach, expect, test } from 'vitest';
import { postgresPlace, type TestPlace } from '../../../test/store/dialects.ts';
import type { Database, Sql } from '../database.ts';
import { openPostgres } from './open.ts';

let place: TestPlace;
let database: Database;
beforeEach(async () => {
  place = await postgresPlace();
  const url = new URL(place.options.url);
  url.searchParams.set('options', '-c default_transaction_isolation=serializable -c synchronous_commit=off');
  database = await openPostgres({ ...place.options, url: url.href });
});
afterEach(async () => {
  await database.close();
  await place.remove();
});

const settings = (sql: Sql) =>
  sql.get(
    `SELECT current_setting('transaction_isolation') AS isolation, current_setting('synchronous_commit') AS durable`,
  );

test('writes and merges are durable and see what their lock waited for, whatever the server’s defaults', async () => {
  const wanted = { isolation: 'read committed', durable: 'on' };
  expect(await database.write(settings)).toEqual(wanted);
  expect(await database.stage((staging) => staging.merge(settings))).toEqual(wanted);
});
