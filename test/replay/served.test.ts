import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ApiError, type Client, createClient } from '../../src/client/index.ts';
import { addToken } from '../../src/shop/manage-tokens.ts';
import { openStore } from '../../src/store/open.ts';
import { allRows } from '../store/all-rows.ts';
import { DIALECTS, shopSettings, type TestPlace, testPlace } from '../store/dialects.ts';
import { KEY } from '../support/endpoint.ts';
import { filesIn } from '../support/files-in.ts';
import { post } from '../support/form.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** Notes whom it is asked for; a product named SLOW waits for a file. */
const GATE = `
import { appendFileSync, existsSync } from 'node:fs';
import { decorate } from ${JSON.stringify(new URL('../../src/shop/decorate.ts', import.meta.url).href)};

export default (shop, { gate, asked }) =>
  decorate(shop, {
    async saveProduct(change, ...rest) {
      appendFileSync(asked, change.reference + '\\n');
      while (change.reference === 'SLOW' && !existsSync(gate)) await new Promise((go) => setTimeout(go, 20));
      return shop.saveProduct(change, ...rest);
    },
  });
`;

describe.each(DIALECTS)('replays of a server on %s', (dialect) => {
  let place: TestPlace;
  let server: ServerProcess;
  let api: Client;
  let token: string;
  /** How many exchanges there were when one looked last. */
  let seen = 0;
  const folder = temporaryFolder(afterAll);

  beforeAll(async () => {
    place = await testPlace(dialect);
    const store = await openStore(place.options);
    ({ token } = await addToken(store.backoffice, { label: '', scopes: ['admin'], timeZone: 'UTC' }));
    await store.close();
    writeFileSync(join(folder, 'gate.mjs'), GATE);
    openGate();
    await start();
  }, 60_000);
  afterAll(async () => {
    openGate();
    await server.stop();
    await place.remove();
  });

  const start = async () => {
    server = await startServer(folder, { shop: settings() });
    api = createClient({ url: new URL(server.url).origin, token, language: 'en' });
  };
  const settings = () => ({
    ...shopSettings(place),
    language: 'en',
    guard: { emptiedPercent: 1, atLeast: 2 },
    decorators: [
      {
        module: join(folder, 'gate.mjs'),
        options: { gate: join(folder, 'open'), asked: join(folder, 'asked') },
      },
    ],
  });
  const openGate = (): void => writeFileSync(join(folder, 'open'), '');
  const closeGate = (): void => rmSync(join(folder, 'open'));
  const asked = (): string => readFileSync(join(folder, 'asked'), 'utf8');

  const send = async (resource: string, xml: string): Promise<string> => {
    const data = `<?xml version="1.0" encoding="UTF-8"?><connecteur>${xml}</connecteur>`;
    return (
      await post(server.url, [
        ['key', KEY],
        ['resource', resource],
        ['data', data],
      ])
    ).text;
  };
  /** The new ones, once there are so many; newest first. */
  const journal = async (count: number) => {
    const items = async () => (await api.get('/exchanges')).items;
    await expect.poll(async () => (await items()).length).toBe(seen + count);
    seen += count;
    return (await items()).slice(0, count);
  };
  /** Reads as far as the copy, and holds the connection. */
  const begin = async (exchanges: string[]) => {
    const leaving = new AbortController();
    const lines = await api.post('/replays', { body: { exchanges }, signal: leaving.signal });
    const reader = lines[Symbol.asyncIterator]();
    while ((await reader.next()).value?.kind !== 'copied');
    return {
      leave: () => leaving.abort(),
      /** To the end. */
      async read() {
        const rest: { readonly kind: string }[] = [];
        for (let next = await reader.next(); !next.done; next = await reader.next()) rest.push(next.value);
        return rest;
      },
    };
  };
  const copies = (): readonly string[] =>
    existsSync(join(folder, 'replays'))
      ? readdirSync(join(folder, 'replays'), { recursive: true })
          .map(String)
          .filter((name) => /sqlite/.test(name))
      : [];

  const blobs = (): readonly string[] =>
    existsSync(place.options.blobFolder) ? filesIn(place.options.blobFolder) : [];

  /** The whole database but when our own token was used, and the name and content of every file. */
  async function everything(): Promise<unknown> {
    const database = await place.open();
    try {
      const { api_token: tokens = [], ...rows } = await allRows(database);
      const others = tokens.map((token) => ({ ...token, last_used_at: undefined }));
      return { rows: { ...rows, api_token: others }, files: blobs() };
    } finally {
      await database.close();
    }
  }

  test('on a copy tell what would be otherwise, and change nothing', async () => {
    await send('add_product', '<reference>A</reference><nom>Lamp</nom><p_vente>10</p_vente><stock>4</stock>');
    await send('update_product', '<reference>A</reference><p_vente>12,5O</p_vente>');
    await send('update_product', '<reference>A</reference><stock>9</stock>');
    await send('add_customer', '<clients><client><codetiers>C1</codetiers><nom>Ada</nom></client></clients>');
    const [, , wrong] = await journal(4);
    const before = await everything();

    const lines = await Array.fromAsync(await api.post('/replays', { body: { select: {} } }));
    expect(lines.map((line) => line.kind)).toEqual(['begun', 'copied', ...Array(4).fill('replayed'), 'end']);
    expect(lines.at(-1)).toEqual({ kind: 'end', total: 4, replayed: 4, different: 2, effective: 2, left: 0 });
    expect(lines[2]).toMatchObject({
      resource: 'add_product',
      reference: 'A',
      before: { outcome: 'success' },
      after: { outcome: 'warning' },
      effect: [{ key: 'A', changes: [{ path: 'stock', before: '9', after: '4' }] }],
    });

    const id = wrong?.id ?? '';
    const { request = '' } = await api.get('/exchanges/{id}', { params: { id } });
    const edited = request.replace('12,5O', '12,50');
    const tried = await Array.fromAsync(
      await api.post('/exchanges/{id}/replay', { params: { id }, body: { request: edited } }),
    );
    expect(tried[2]).toMatchObject({
      kind: 'replayed',
      exchange: id,
      before: { outcome: 'refused', problem: { detail: expect.stringContaining('12,5O') } },
      after: { outcome: 'success', reply: expect.stringContaining('update_product') },
      sameOutcome: false,
      sameReply: false,
      effect: [{ changes: [{ path: 'netPrice', before: '10', after: '12.5' }] }],
    });
    expect(tried[2]).not.toHaveProperty('after.id');
    const none = await Array.fromAsync(await api.post('/replays', { body: { exchanges: ['nobody'] } }));
    expect(none.at(-2)).toMatchObject({
      kind: 'left',
      exchange: 'nobody',
      problem: { reason: 'exchange_unknown' },
    });
    await expect(
      api.post('/exchanges/{id}/replay', { params: { id: 'nobody' }, body: {} }),
    ).rejects.toMatchObject({ status: 404, problem: { reason: 'exchange_unknown' } });
    for (const body of [{}, { exchanges: [id], select: {} }])
      await expect(api.post('/replays', { body })).rejects.toMatchObject({
        problem: { reason: 'selection_missing' },
      });

    expect(copies()).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test('for real correct what was refused, and meet the guard as the connector does', async () => {
    for (const reference of ['A', 'B', 'C'])
      await send(
        'add_product',
        `<reference>${reference}</reference><nom>Lamp</nom><p_vente>10</p_vente><stock>4</stock>`,
      );
    const empty = (reference: string) =>
      send('update_product', `<reference>${reference}</reference><stock>0</stock>`);
    await empty('A');
    await empty('B');
    const refusal = await empty('C');
    expect(refusal).toContain('<error>');
    await send('update_product', '<reference>C</reference><p_vente>12,5O</p_vente>');
    const [wrong, held] = await journal(7);

    const id = held?.id ?? '';
    const again = await api.post('/exchanges/{id}/replay-for-real', { params: { id }, body: {} });
    expect(again).toMatchObject({
      before: { outcome: 'refused', problem: { reason: 'too_many_emptied' } },
      after: { outcome: 'refused', problem: { reason: 'too_many_emptied' }, reply: refusal },
      sameReply: true,
      effect: [],
    });

    const corrected = await api.post('/exchanges/{id}/replay-for-real', {
      params: { id: wrong?.id ?? '' },
      body: { request: '<connecteur><reference>C</reference><p_vente>12,50</p_vente></connecteur>' },
    });
    expect(corrected.effect[0]?.changes).toEqual([{ path: 'netPrice', before: '10', after: '12.5' }]);
    const made = await api.get('/exchanges/{id}', { params: { id: corrected.after.id ?? '' } });
    expect(made).toMatchObject({ replayOf: wrong?.id, outcome: 'success', effect: corrected.effect });
    expect(await api.get('/products/{reference}', { params: { reference: 'C' } })).toMatchObject({
      netPrice: '12.5',
      stock: '4',
    });
    const other = '<connecteur><resource>orders</resource><id>1</id></connecteur>';
    for (const request of [
      other,
      '{"resource":"orders","id":"1"}',
      '{"resource":"add_customer","data":"<clients/>"}',
    ])
      expect(
        await problemOf(api.post('/exchanges/{id}/replay-for-real', { params: { id }, body: { request } })),
      ).toBe('resource_edited');
    await expect(api.post('/replays-for-real', { body: { select: {} } })).rejects.toMatchObject({
      problem: { reason: 'selection_missing' },
    });
    const sent = seen;
    await journal(3);
    const [{ exchanges } = { exchanges: 0 }] = (await api.get('/runs')).items;
    expect(exchanges).toBe(sent);
  });

  test('are packed into a zip without keys', async () => {
    await send(
      'add_customer',
      '<clients><client><codetiers>C1</codetiers><nom>Lovelace</nom></client></clients>',
    );
    await journal(1);
    const unpacked = async (personalData: boolean) => {
      const zip = await api.post('/bundles', {
        body: { select: { resource: 'add_customer' }, personalData },
      });
      const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
      return Object.entries(files)
        .map(([name, bytes]) => `${name} ${Buffer.from(bytes)}`)
        .join('\n');
    };
    const [redacted, whole] = [await unpacked(false), await unpacked(true)];
    expect(redacted).toMatch(/C1/);
    expect(redacted).not.toMatch(/Lovelace/);
    expect(whole).toMatch(/Lovelace/);
    for (const text of [redacted, whole]) expect(text).not.toContain(KEY);
    await expect(api.post('/bundles', { body: { exchanges: ['nobody'] } })).rejects.toMatchObject({
      status: 404,
    });
  });

  // A copy is on SQLite, whatever the shop is on.
  if (dialect !== 'sqlite') return;

  test('end with who asked for them, and leave no copy', async () => {
    openGate();
    await send('add_product', '<reference>SLOW</reference><nom>Lamp</nom>');
    await send('add_product', '<reference>NEXT</reference><nom>Lamp</nom>');
    const ids = (await journal(2)).map(({ id }) => id);
    const leftover = join(folder, 'replays', '4194304');
    mkdirSync(leftover);
    closeGate();
    const before = asked();

    const left = await begin(ids);
    await expect.poll(asked).toBe(`${before}SLOW\n`);
    await expect(begin(ids)).rejects.toMatchObject({ status: 409, problem: { reason: 'replay_under_way' } });
    expect(copies()).not.toEqual([]);
    left.leave();
    await expect(left.read()).rejects.toThrow();
    await expect.poll(copies, { timeout: 60_000 }).toEqual([]);
    expect(asked()).toBe(`${before}SLOW\n`);

    const leaving = new AbortController();
    const one = () => api.post('/replays', { body: { exchanges: ids }, signal: leaving.signal });
    const together = await vi.waitFor(
      async () => {
        const all = await Promise.allSettled([one(), one(), one()]);
        expect(all.map(({ status }) => status)).toContain('fulfilled');
        return all;
      },
      { timeout: 60_000 },
    );
    expect(together.filter(({ status }) => status === 'rejected')).toMatchObject(
      Array(2).fill({ reason: { status: 409, problem: { reason: 'replay_under_way' } } }),
    );
    leaving.abort();

    const stopped = await vi.waitFor(() => begin(ids), { timeout: 60_000 });
    const [lines] = await Promise.all([stopped.read(), server.stop()]);
    expect(lines.at(-1)).toMatchObject({ kind: 'problem', problem: { reason: 'replay_interrupted' } });
    expect([server.exitCode(), copies()]).toEqual([0, []]);
    await start();
    expect(existsSync(leftover)).toBe(false);
  });

  test('leave nothing for ever where the server was killed', async () => {
    openGate();
    await send('add_product', '<reference>SLOW</reference><nom>Lamp</nom>');
    const [slow] = await journal(1);
    closeGate();
    const cut = await begin([slow?.id ?? '']);
    await Promise.all([expect(cut.read()).rejects.toThrow(), server.kill()]);
    expect(copies()).not.toEqual([]);
    await start();
    expect(copies()).toEqual([]);
  });
});

/** In a reply, or as a refusal of the call. */
async function problemOf(
  replayed: Promise<{ readonly after: { readonly problem?: { readonly reason: string } } }>,
): Promise<string | undefined> {
  try {
    return (await replayed).after.problem?.reason;
  } catch (error) {
    return error instanceof ApiError ? error.problem?.reason : String(error);
  }
}
