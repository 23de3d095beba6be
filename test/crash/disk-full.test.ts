import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import { databaseIn, type ServerProcess, startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** Takes away all the room that the server's database could grow into, and gives it back. */
interface Disk {
  readonly name: string;
  fill(server: ServerProcess): void;
  free(server: ServerProcess): void;
}

const filler = (): string => join(data, 'filler');

/** A file system of its own, filled to the last byte: SQLite sees ENOSPC. Needs the right to mount. */
const SMALL_DISK: Disk = {
  name: 'a small file system, full',
  fill() {
    for (let bytes = 1 << 20; bytes > 0; ) {
      try {
        appendFileSync(filler(), Buffer.alloc(bytes));
      } catch {
        bytes >>= 1;
      }
    }
    expect(statfsSync(data).bavail).toBe(0);
  },
  free: () => rmSync(filler()),
};

/** Any user's: the kernel lets the process's files grow no further (RLIMIT_FSIZE): SQLite sees EFBIG. */
const SMALL_FILES: Disk = {
  name: 'files that may not grow',
  fill: ({ pid }) => limitFiles(pid, `${statSync(`${databaseIn(data)}-wal`).size}`),
  free: ({ pid }) => limitFiles(pid, 'unlimited'),
};

/** The soft limit alone: the hard one stays where it is, so that the soft one can be lifted again. */
const limitFiles = (pid: number, bytes: string): void =>
  expect(succeeds('prlimit', '--pid', `${pid}`, `--fsize=${bytes}:`)).toBe(true);

const succeeds = (command: string, ...words: string[]): boolean => spawnSync(command, words).status === 0;

let data = '';
let isMounted = false;
let server: ServerProcess | undefined;
beforeEach(() => {
  data = temporaryFolder();
});
afterEach(async () => {
  await server?.kill();
  server = undefined;
  if (isMounted) expect(succeeds('umount', data)).toBe(true);
  isMounted = false;
});

const mount = (folder: string): boolean =>
  succeeds('mount', '-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder);

function canMount(): boolean {
  const folder = temporaryFolder(afterAll);
  const can = mount(folder);
  if (can) expect(succeeds('umount', folder)).toBe(true);
  return can;
}

const disks = canMount() ? [SMALL_DISK, SMALL_FILES] : [SMALL_FILES];

test.each(disks)('$name: 503 and nothing changed; with room again, the same call succeeds', async (disk) => {
  if (disk === SMALL_DISK) {
    expect(mount(data)).toBe(true);
    isMounted = true;
  }
  server = await startServer(data);
  expect((await save(server, 'add_product', 1)).text).toContain('<add_product/>');

  disk.fill(server);
  const refusals = await Promise.all([2, 3, 4].map((stock) => save(server, 'update_product', stock)));
  for (const { status, text } of refusals) {
    expect({ status, text }).toMatchObject({
      status: 503,
      text: expect.stringMatching(/<error>[^<]{20,}<\/error>/),
    });
  }
  expect((await bulk(server)).text).toMatch(/<error>[^<]{20,}<\/error>/);
  expect((await ask(server, 'products_list', [])).text).toContain('LAMP');
  expect(await stored()).toEqual({ stock: '1', description: undefined, customers: 0 });

  disk.free(server);
  const { status, text } = await save(server, 'update_product', 2);
  expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('<update_product/>') });
  expect((await bulk(server)).text).toContain('<add_customer/>');
  expect(await stored()).toEqual({ stock: '2', description: LONG, customers: CUSTOMERS });
});

/** More than the database's files have to spare. */
const LONG = 'long '.repeat(40_000).trim();
const CUSTOMERS = 2000;

type Parts = readonly (readonly [string, string])[];

async function ask(to: ServerProcess | undefined, resource: string, parts: Parts) {
  if (!to) throw new Error('no server runs');
  return post(to.url, [['key', KEY], ['resource', resource], ...parts]);
}

const save = (to: ServerProcess | undefined, resource: string, stock: number) =>
  ask(to, resource, [
    ['reference', 'LAMP'],
    ['stock', `${stock}`],
    ...(stock > 1 ? ([['description', LONG]] as const) : []),
    ['data', '<connecteur><reference>LAMP</reference></connecteur>'],
  ]);

const bulk = (to: ServerProcess | undefined) =>
  ask(to, 'add_customer', [['data', `<clients>${clients()}</clients>`]]);

const clients = (): string =>
  Array.from({ length: CUSTOMERS }, (_, row) => `<client><codetiers>C${row}</codetiers></client>`).join('');

async function stored() {
  const store = await openStore(storeIn(data));
  try {
    const product = await store.backoffice.product('LAMP');
    const customers = (await Array.fromAsync(store.backoffice.customers())).flat().length;
    return { stock: product?.fields.stock, description: product?.fields.description, customers };
  } finally {
    await store.close();
  }
}
