import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RECORD_KINDS } from '../../src/records/kinds.ts';
import { readTables } from '../../src/store/copy/catalogue.ts';
import { copyStore } from '../../src/store/copy/copy-store.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrations/run.ts';
import { runCommand } from '../support/run-command.ts';
import { allRows } from './all-rows.ts';
import { type TestPlace, testPlace } from './dialects.ts';

let sqlite: TestPlace;
let postgres: TestPlace;
let back: TestPlace;
beforeEach(async () => {
  [sqlite, postgres, back] = [
    await testPlace('sqlite'),
    await testPlace('postgres'),
    await testPlace('sqlite'),
  ];
});
afterEach(async () => {
  for (const place of [sqlite, postgres, back]) await place.remove();
});

const folderOf = ({ options }: TestPlace): string => join(String(options.blobFolder), '..');

async function onDatabase<T>(place: TestPlace, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await place.open();
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

const rowsOf = (place: TestPlace) => onDatabase(place, allRows);

const command = (place: TestPlace, words: string) =>
  runCommand(words.split(' '), {
    folder: folderOf(place),
    environment: { PASSERELLE_STORE: place.options.url },
  });

const fill = async (): Promise<void> => {
  expect((await command(sqlite, 'import --sample')).exitCode).toBe(0);
  await command(sqlite, 'keys add --label ERP');
  await onDatabase(sqlite, ({ write }) =>
    write(async (sql) => {
      const values = ['e1', '2026-01-01', 'orders', '1', 'success', 'a\nb\tc\\N é 😀'];
      await sql.run(
        `INSERT INTO exchange (id, at, resource, reference, outcome, http_status, warnings, duration_ms, request_bytes, reply_bytes, remote_address)
          VALUES ($1, $2, $3, $4, $5, 200, $6, 0.1, 1, 2, '')`,
        values,
      );
      await sql.run(
        `INSERT INTO exchange_payload (exchange_id, bytes, request, reply) VALUES ('e1', 3, '', NULL)`,
      );
      await sql.run(`UPDATE sqlite_sequence SET seq = 9999 WHERE name = 'product'`);
    }),
  );
};

test('both databases have the same tables, columns, keys, references and counters', async () => {
  const catalogue = (place: TestPlace) =>
    onDatabase(place, (database) => readTables(database.read, database.catalogue));
  const tables = await catalogue(sqlite);
  expect(tables.length).toBeGreaterThan(20);
  expect(await catalogue(postgres)).toEqual(tables);
});

test('a shop moves from SQLite to PostgreSQL and back with nothing lost', async () => {
  await fill();
  const before = await rowsOf(sqlite);
  const there = await command(
    sqlite,
    `migrate --to ${postgres.options.url} --to-schema ${postgres.options.schema}`,
  );
  expect(there).toMatchObject({ exitCode: 0, output: expect.stringContaining('store: postgres://') });
  expect(there.errors).toMatch(/price_rule: 500\n[\s\S]*rows copied, read back and found equal/);
  expect(await rowsOf(postgres)).toEqual(before);

  await copyStore(postgres.options, back.options, () => {});
  expect(await rowsOf(back)).toEqual(before);
  for (const kind of RECORD_KINDS) {
    const original = await command(sqlite, `export ${kind}`);
    expect(original.exitCode).toBe(0);
    expect(await command(back, `export ${kind}`)).toEqual(original);
  }
});

test('numbers that were given once are not given again', async () => {
  await fill();
  await copyStore(sqlite.options, postgres.options, () => {});
  await copyStore(postgres.options, back.options, () => {});
  for (const place of [postgres, back]) {
    const row = await onDatabase(place, ({ write }) =>
      write((sql) =>
        sql.get(
          `INSERT INTO product (reference, kind, created_at, updated_at) VALUES ('NEW', 'product', '', '') RETURNING id`,
        ),
      ),
    );
    expect(row).toEqual({ id: 10_000 });
  }
});

test('a target that holds anything is refused and left as it was', async () => {
  await fill();
  await onDatabase(postgres, ({ write }) =>
    write((sql) =>
      sql.run(`INSERT INTO sales_document (number, type, created_at, updated_at) VALUES ('1', '', '', '')`),
    ),
  );
  const before = await rowsOf(postgres);
  await expect(copyStore(sqlite.options, postgres.options, () => {})).rejects.toMatchObject({
    code: 'conflict',
    problem: { reason: 'store_not_empty', value: 'sales_document' },
  });
  expect(await rowsOf(postgres)).toEqual(before);
});

test('what a server writes meanwhile refuses the copy', async () => {
  await fill();
  const other = await sqlite.open();
  let written: Promise<unknown> | undefined;
  const copying = copyStore(sqlite.options, postgres.options, () => {
    written ??= other.write((sql) =>
      sql.run(`INSERT INTO access_key (id, sha256, label, created_at) VALUES ('k', '', '', '')`),
    );
  });
  await expect(copying).rejects.toMatchObject({ problem: { reason: 'store_changed', value: 'access_key' } });
  await written;
  await other.close();
});

test('a copy that is not its original is refused, and nothing of it stays', async () => {
  await fill();
  await onDatabase(postgres, ({ write }) =>
    write(async (sql) => {
      await sql.run(
        "CREATE FUNCTION trimmed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.label = lower(NEW.label); RETURN NEW; END'",
      );
      await sql.run(
        'CREATE TRIGGER trimming BEFORE INSERT ON access_key FOR EACH ROW EXECUTE FUNCTION trimmed()',
      );
    }),
  );
  await expect(copyStore(sqlite.options, postgres.options, () => {})).rejects.toMatchObject({
    problem: { reason: 'copy_differs', value: 'access_key' },
  });
  expect(await rowsOf(postgres)).toMatchObject({ access_key: [], product: [] });
});

test('a copy that is killed leaves the target empty, and the next one succeeds', async () => {
  await fill();
  for (const target of [postgres, back]) {
    const source = `
      const { copyStore } = await import(${JSON.stringify(new URL('../../src/store/copy/copy-store.ts', import.meta.url).href)});
      await copyStore(${JSON.stringify(sqlite.options)}, ${JSON.stringify(target.options)}, (step, table) => {
        if (step === 'compared' && table === 'product') process.kill(process.pid, 'SIGKILL');
      });`;
    const copying = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: 'inherit' });
    expect((await once(copying, 'exit'))[1]).toBe('SIGKILL');
    expect(await onDatabase(target, ({ read }) => read.get('SELECT count(*) AS n FROM product'))).toEqual({
      n: 0,
    });
    await copyStore(sqlite.options, target.options, () => {});
    expect(await rowsOf(target)).toEqual(await rowsOf(sqlite));
  }
});

test('without --to, due migrations are applied and named', async () => {
  await (await sqlite.open()).close();
  expect((await command(sqlite, 'migrate')).errors).toContain('Applied: 0001-catalogue, ');
  expect((await command(sqlite, 'migrate')).errors).toContain('up to date');
});
