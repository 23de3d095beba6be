import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import type { Database } from '../database.ts';
import { openSqlite } from './open.ts';

/** What a second process or thread does; ARGUMENTS are set before it. */
const PRELUDE = `import { openSqlite } from ${JSON.stringify(new URL('open.ts', import.meta.url).href)};
import { DatabaseSync } from 'node:sqlite';`;

let folder: string;
let path: string;
let database: Database;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = temporaryFolder();
  path = join(folder, 'a.sqlite');
  database = openSqlite(path);
  await database.write((sql) => sql.run('CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await database.close();
});

function startProcess(script: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const source = `${PRELUDE}\nconst path = ${JSON.stringify(path)};\n${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, lines };
}

const HOLD_LOCK = `const database = new DatabaseSync(path);
database.exec('BEGIN IMMEDIATE');
database.exec("INSERT INTO item (name) VALUES ('theirs')");
console.log('locked');
setTimeout(() => { database.exec('COMMIT'); database.close(); }, 300);`;

const names = async (): Promise<readonly string[]> =>
  (await database.read.all<{ name: string }>('SELECT name FROM item ORDER BY id')).map(({ name }) => name);
const add = (target: Database, name: string): Promise<number> =>
  target.write((sql) => sql.run('INSERT INTO item (name) VALUES ($1)', [name]));

test('a write waits for another process, while timers and readers go on', async () => {
  const { lines } = startProcess(HOLD_LOCK);
  await lines.next();
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const written = add(database, 'ours');
  expect(await names()).toEqual([]);
  await written;
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
  expect(await names()).toEqual(['theirs', 'ours']);
});

test('patience has an end: store_unavailable, and the next write is in time', async () => {
  const { child, lines } = startProcess(HOLD_LOCK);
  await lines.next();
  const impatient = openSqlite(path, { patienceMs: 50 });
  await expect(add(impatient, 'ours')).rejects.toMatchObject({ problem: { reason: 'store_unavailable' } });
  const bulk = impatient.stage((staging) => staging.merge((sql) => sql.run('DELETE FROM item')));
  await expect(bulk).rejects.toMatchObject({ problem: { reason: 'store_unavailable' } });
  await once(child, 'exit');
  await add(impatient, 'ours');
  await impatient.close();
  expect(await names()).toEqual(['theirs', 'ours']);
});

test('after kill -9 every acknowledged write is there, and none is there by half', async () => {
  const { child, lines } = startProcess(`const database = openSqlite(path);
async function writer(number) {
  for (let index = 0; ; index += 1) {
    const name = number + ':' + index;
    await database.write(async (sql) => {
      await sql.run('INSERT INTO item (name) VALUES ($1)', [name]);
      await sql.run('INSERT INTO item (name) VALUES ($1)', [name]);
    });
    console.log(name);
  }
}
for (let number = 0; number < 8; number += 1) void writer(number);`);
  const acknowledged: string[] = [];
  while (acknowledged.length < 400) acknowledged.push((await lines.next()).value);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const found = Map.groupBy(await names(), (name) => name);
  expect(acknowledged.filter((name) => found.get(name)?.length !== 2)).toEqual([]);
  expect([...found].filter(([, twice]) => twice.length !== 2)).toEqual([]);
  await add(database, 'afterwards');
});

test('a worker thread stages and merges on its own while the main thread writes', async () => {
  const source = `${PRELUDE}
import { parentPort, workerData } from 'node:worker_threads';
const database = openSqlite(workerData);
await database.stage(async (staging) => {
  await staging.sql.run('CREATE TEMP TABLE staged (name TEXT)');
  const writer = staging.rowsInto('staged', ['name']);
  for (let row = 0; row < 20000; row += 1) if (writer.add(['bulk'])) await writer.flush();
  await writer.flush();
  await staging.merge((sql) => sql.run('INSERT INTO item (name) SELECT name FROM staged'));
});
await database.close();
parentPort.postMessage('done');`;
  const file = join(folder, 'worker.mjs');
  writeFileSync(file, source);
  const worker = new Worker(file, { workerData: path });
  let running = true;
  const finished = once(worker, 'message').finally(() => {
    running = false;
  });
  let own = 0;
  for (; running; own += 1) await add(database, 'single');
  await finished;
  await worker.terminate();
  const found = Map.groupBy(await names(), (name) => name);
  expect([found.get('bulk')?.length, found.get('single')?.length]).toEqual([20_000, own]);
});

test('a path on which there can be no database is refused with store_unavailable', () => {
  for (const impossible of [join(path, 'a.sqlite'), folder]) {
    expect(() => openSqlite(impossible)).toThrow(expect.objectContaining({ code: 'store_unavailable' }));
  }
});
