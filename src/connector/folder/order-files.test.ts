import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { PasserelleError } from '../../domain/error.ts';
import type { Order } from '../../domain/order.ts';
import { readOrder } from '../../records/order-record.ts';
import { recordsFromCsv } from '../../records/tables/records.ts';
import { order } from '../../testing/contract/samples.ts';
import { orderCsv } from './order-csv.ts';
import { openOrderFiles } from './order-files.ts';
import { importSteps } from './order-steps.ts';

let folder: string;
beforeEach(async () => {
  folder = join(temporaryFolder(), 'orders', 'shop');
});

const open = () => openOrderFiles({ folder, encoding: 'utf-8' });
const visible = async () => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();

/** What the ERP does: takes every table that it sees, and removes it. */
async function erpTakes(): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[^.].*\.csv$/.test(name));
  const taken = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  await Promise.all(names.map((name) => rm(join(folder, name))));
  return taken;
}

test('an order becomes a table for the ERP and a file that stays, once', async () => {
  const orders = open();
  expect(await orders.imported('12')).toBeUndefined();
  expect(await orders.import(order('12'))).toEqual({ document: 'WEB-12', outcome: 'imported' });
  expect(await visible()).toEqual(['order-12.csv', 'order-12.json']);
  expect(await erpTakes()).toEqual([`\uFEFF${orderCsv(order('12'))}`]);
  expect(await orders.import(order('12'))).toEqual({ document: 'WEB-12', outcome: 'already_imported' });
  expect(await orders.imported('12')).toBe('WEB-12');
  expect(await erpTakes()).toEqual([]);
  expect(await readdir(folder)).toEqual(['order-12.json']);
});

test('the file that stays is an order as it is exported and imported', async () => {
  await open().import(order('12'));
  const text = await readFile(join(folder, 'order-12.json'), 'utf8');
  expect(text.split('\n')).toHaveLength(2);
  expect(readOrder(JSON.parse(text))).toMatchObject({ ok: true, value: { order: order('12') } });
});

test('an order that is asked for twice at once is imported once', async () => {
  const orders = open();
  const results = await Promise.all([order('1'), order('1'), order('2')].map(orders.import));
  expect(results.map(({ outcome }) => outcome)).toEqual(['imported', 'already_imported', 'imported']);
  await orders.close();
  expect(await erpTakes()).toHaveLength(2);
});

test('ids are opaque: no file leaves the folder, none has another’s name', async () => {
  const ids = ['../../x', 'A', 'a', 'con', '.', '', 'é/日\0', 'x'.repeat(400), `${'x'.repeat(399)}y`];
  const orders = open();
  for (const id of ids) expect(await orders.import(order(id))).toMatchObject({ outcome: 'imported' });
  for (const id of ids) expect(await orders.imported(id)).toBe(`WEB-${id}`);
  expect(await erpTakes()).toHaveLength(ids.length);
  expect(new Set((await visible()).map((name) => name.toLowerCase())).size).toBe(ids.length);
  expect(await readdir(join(folder, '..'))).toEqual(['shop']);
});

const STEPS = importSteps(order('12'), { folder: '', encoding: 'utf-8' }).length;
const MARKER_AFTER = 5;

function killedAfter(steps: number): Promise<string | null> {
  const script = fileURLToPath(new URL('./testing/import-steps-child.ts', import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, folder, String(steps)]);
    child.on('exit', (_, signal) => resolve(signal));
  });
}

test.each(Array.from({ length: STEPS + 1 }, (_, steps) => steps))(
  'killed after step %i of the import, the ERP still gets the order once, though it removes what it takes',
  async (steps) => {
    expect(await killedAfter(steps)).toBe('SIGKILL');
    const taken = await erpTakes();
    expect(taken).toHaveLength(steps === STEPS ? 1 : 0);
    const { outcome } = await open().import(order('12'));
    expect(outcome).toBe(steps < MARKER_AFTER ? 'imported' : 'already_imported');
    taken.push(...(await erpTakes()));
    expect(await open().import(order('12'))).toMatchObject({ outcome: 'already_imported' });
    taken.push(...(await erpTakes()));
    expect(taken).toEqual([`\uFEFF${orderCsv(order('12'))}`]);
    expect(await readdir(folder)).toEqual(['order-12.json']);
  },
);

test('asking changes nothing: a stopped import counts once importing it again has brought it to its end', async () => {
  await killedAfter(MARKER_AFTER);
  expect(await open().imported('12')).toBeUndefined();
  expect(await erpTakes()).toHaveLength(0);
  await open().import(order('12'));
  expect(await open().imported('12')).toBe('WEB-12');
  expect(await erpTakes()).toHaveLength(1);
});

test('what a write left half done counts for nothing', async () => {
  await open().import(order('1'));
  await writeFile(join(folder, '.order-12.csv.pending'), 'half');
  await writeFile(join(folder, '.order-12.json.pending'), '{"id":');
  expect(await open().imported('12')).toBeUndefined();
  await open().import(order('12'));
  expect(await readFile(join(folder, 'order-12.csv'), 'utf8')).toBe(`\uFEFF${orderCsv(order('12'))}`);
});

test('a folder that cannot be written stops the run, and nothing counts as imported', async () => {
  await writeFile(join(folder, '..', '..', 'orders'), 'a file where the folder should be');
  const error: unknown = await open()
    .import(order('12'))
    .catch((thrown: unknown) => thrown);
  expect(error instanceof PasserelleError && error.problem.reason).toBe('source_unavailable');
});

async function readBack(sample: Order): Promise<unknown> {
  async function* bytes() {
    yield Buffer.from(`\uFEFF${orderCsv(sample)}`);
  }
  for await (const [record] of recordsFromCsv(bytes(), 'orders'))
    return record && 'value' in record ? readOrder(record.value) : record;
  return undefined;
}

test('the table says all of the order that has a column, in the words that our own import reads', async () => {
  const { customer, billing, ...rest } = order('12');
  const { lastName, firstName } = billing;
  expect(await readBack(order('12'))).toMatchObject({
    ok: true,
    value: { order: { ...rest, billing, customer: { ...customer, lastName, firstName } } },
  });
});

test('an order without lines still has a row; a formula that a buyer typed is made harmless, a code is left', () => {
  const sample = order('12', { lines: [] });
  const [, row = ''] = orderCsv({
    ...sample,
    billing: { ...sample.billing, lastName: '=HYPERLINK("x")', phone: '+33 6 12 34' },
    customer: { ...sample.customer, erpCode: '-TVA' },
  }).split('\r\n');
  expect(row).toContain(`"'=HYPERLINK(""x"")"`);
  expect(row).toContain(';+33 6 12 34;');
  expect(row).toContain(';-TVA;');
});
