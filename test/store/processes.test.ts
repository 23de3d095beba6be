import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { DIALECTS, postgresPlace, type TestPlace, testPlace } from './dialects.ts';
import { kept, keptOneByOne } from './kept.ts';
import { openWithOrders, stepsOf } from './shared-work.ts';

const WRITERS = [0, 1, 2];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Gives how often it was refused and repeated. */
async function runWriter({ options }: TestPlace, writer: number): Promise<number> {
  const script = fileURLToPath(new URL('./writer-process.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    [script, JSON.stringify({ ...options, poolSize: 5 }), String(writer)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  let refused = Number.NaN;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    refused = Number(/^done (\d+)$/.exec(line)?.[1]);
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  return refused;
}

const expected = keptOneByOne(WRITERS.map((writer) => stepsOf(writer)));

describe('three processes that write the same records at the same time', () => {
  it.each(DIALECTS)('leave what one after another would have left, on %s', async (dialect) => {
    const place = await testPlace(dialect);
    const store = await openWithOrders(place.options);
    const refused = await Promise.all(WRITERS.map((writer) => runWriter(place, writer)));
    expect(await kept(store.shop, store.backoffice)).toEqual(await expected);
    expect(refused).toEqual([0, 0, 0]);
    await store.close();
    await place.remove();
  });

  it('leave the same when their connections are ended again and again', { timeout: 180_000 }, async () => {
    const place = await postgresPlace();
    const store = await openWithOrders(place.options);
    const database = await place.open();
    const kill = setInterval(() => {
      // A few at a time, whatever they are doing.
      const others = `SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'passerelle%'
        AND state <> 'idle' ORDER BY random() LIMIT 2) AS victim`;
      database.read.all(others).catch(() => undefined);
    }, 300);
    const refused = await Promise.all(WRITERS.map((writer) => runWriter(place, writer)));
    clearInterval(kill);
    expect(Math.max(...refused)).toBeGreaterThan(0);
    expect(await kept(store.shop, store.backoffice)).toEqual(await expected);
    await Promise.all([store.close(), database.close()]);
    await place.remove();
  });
});
