import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type IncomingMessage, get as request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../src/client/index.ts';
import { message } from '../../src/testing/contract/expect.ts';
import { DIALECTS } from '../store/dialects.ts';
import { addDocuments, PDF, pieceContent } from '../support/api-documents.ts';
import { addOrders } from '../support/api-orders.ts';
import { type ApiServer, jsonOf, serveApi } from '../support/api-server.ts';

const HOSTILE = encodeURIComponent('BL/1 "é"\r\n..');

describe.each(DIALECTS)('sales documents, on %s', (dialect) => {
  let server: ApiServer;
  let token: string;
  let other: string;
  beforeAll(async () => {
    server = await serveApi({ dialect });
    await addOrders(server.stores.retail);
    await addDocuments(server.stores.retail);
    token = await server.token('retail', 'orders');
    other = await server.token('wholesale', 'orders');
  });
  afterAll(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    server.call(token, path, { headers });

  async function numbers(query: string): Promise<readonly unknown[]> {
    const { items } = await jsonOf(await get(`/documents?${query}`));
    return (items as readonly { number: string }[]).map(({ number }) => number);
  }

  test('a document has what the ERP sent of it', async () => {
    expect(await jsonOf(await get('/documents/FA00017'))).toMatchObject({
      number: 'FA00017',
      type: 'invoice',
      date: '2026-04-02 00:00:00',
      customer: { id: '77', email: 'lee@bagues.fr' },
      order: 'FULL',
      erpId: '4711',
      file: {
        type: 'application/pdf',
        bytes: PDF.bytes.byteLength,
        path: '/api/v1/documents/FA00017/file',
      },
      content: { customFields: { 'commande/echeance': '30' }, lines: [{ reference: expect.any(String) }] },
    });
    const bare = await jsonOf(await get(`/documents/${HOSTILE}`));
    expect(bare).toMatchObject({ type: 'delivery_note', customer: { email: 'LEE@bagues.fr' } });
    expect(bare.content).toBeUndefined();
    expect(bare.date).toBe(bare.createdAt);
  });

  test('the list comes by page, in each order, and as little of each as is asked for', async () => {
    const first = await get('/documents?sort=date&limit=2&fields=number,date');
    const { items, next } = await jsonOf(first);
    expect(items).toEqual([
      { number: 'DE3', date: '2026-04-01 00:00:00' },
      { number: 'FA00017', date: '2026-04-02 00:00:00' },
    ]);
    const link = first.headers.get('link')?.match(/<\/api\/v1([^>]+)>/)?.[1] ?? '';
    const second = await jsonOf(await get(link));
    expect(second.items).toMatchObject([{ number: 'BL/1 "é"\r\n..' }]);
    expect(second.next).toBeUndefined();
    const wrong = await get(`/documents?sort=-date&cursor=${next}`);
    expect([wrong.status, await jsonOf(wrong)]).toMatchObject([422, { reason: 'cursor_invalid' }]);
    expect(await numbers('sort=number')).toEqual(['BL/1 "é"\r\n..', 'DE3', 'FA00017']);
    expect((await numbers('sort=-updatedAt')).length).toBe(3);
  });

  test('filters add up; a day alone counts whole', async () => {
    expect(await numbers('type=quote,invoice')).toEqual(['FA00017', 'DE3']);
    expect(await numbers('from=2026-04-02&until=2026-04-02')).toEqual(['FA00017']);
    expect(await numbers('until=2026-04-01')).toEqual(['DE3']);
    expect(await numbers('number=DE3&type=invoice')).toEqual([]);
    expect(await numbers('email=LEE@BAGUES.FR&type=delivery_note')).toEqual(['BL/1 "é"\r\n..']);
    for (const query of ['type=letter', 'from=yesterday', 'sort=file', 'fields=secret', 'limit=0'])
      expect((await get(`/documents?${query}`)).status).toBe(422);
  });

  test('a customer’s are found by id, code and address, whichever the document carries', async () => {
    const { shop } = server.stores.retail;
    await shop.saveCustomers(
      message([
        { code: 'CLEE', fields: { email: 'lee@bagues.fr' } },
        { code: 'CBOB', fields: { email: 'bob@shop.example' } },
      ]),
    );
    const content = (customer: object) => pieceContent({ id: '', email: '', ...customer });
    await shop.saveSalesDocument({ number: 'AV1', type: 'credit_note', content: content({ code: 'CLEE' }) });
    await shop.saveSalesDocument({ number: 'AV2', type: 'credit_note', content: content({ code: 'CBOB' }) });
    const hers = ['BL/1 "é"\r\n..', 'AV1', 'DE3', 'FA00017'].sort();
    expect((await numbers('customer=77')).toSorted()).toEqual(hers);
    expect((await numbers('customer=CLEE')).toSorted()).toEqual(hers);
    expect(await numbers('customer=CBOB')).toEqual(['AV2']);
    expect(await numbers('customer=nobody')).toEqual([]);
  });

  test('an order tells its documents, and lists them', async () => {
    expect(await jsonOf(await get('/orders/FULL'))).toMatchObject({ documents: ['FA00017'] });
    expect((await jsonOf(await get('/orders/OPEN'))).documents).toBeUndefined();
    expect((await jsonOf(await get('/orders?fields=id,documents'))).items).toEqual([
      { id: 'FULL', documents: ['FA00017'] },
      { id: 'READ' },
      { id: 'OPEN' },
    ]);
    expect(await jsonOf(await get('/orders/FULL/documents?fields=number'))).toEqual({
      items: [{ number: 'FA00017' }],
    });
    expect(await jsonOf(await get('/orders/OPEN/documents'))).toEqual({ items: [] });
    expect(await numbers('order=FULL')).toEqual(['FA00017']);
    const unknown = await get('/orders/NONE/documents');
    expect([unknown.status, await jsonOf(unknown)]).toMatchObject([404, { reason: 'order_unknown' }]);
  });

  describe('a file', () => {
    const etagOf = async () => (await get('/documents/FA00017/file')).headers.get('etag') ?? '';

    test('is sent as it is, to be saved', async () => {
      const response = await get('/documents/FA00017/file');
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF.bytes);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(PDF.bytes.byteLength),
        'content-disposition': `attachment; filename="FA00017.pdf"; filename*=UTF-8''FA00017.pdf`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        'accept-ranges': 'bytes',
        etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      });
      expect(server.calls.at(-1)).toMatchObject({
        route: 'getDocumentFile',
        replyBytes: PDF.bytes.byteLength,
      });
    });

    test('of HTML runs nowhere, and its name is no path, no header and no other name', async () => {
      const { headers } = await get(`/documents/${HOSTILE}/file`);
      expect(headers.get('content-type')).toBe('text/html');
      expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="BL_1 ___...html"; filename*=UTF-8''BL_1%20_%C3%A9_...html`,
      );
    });

    test('is not sent to who has it; a HEAD tells all but the bytes', async () => {
      const known = await get('/documents/FA00017/file', { 'if-none-match': await etagOf() });
      expect([known.status, known.headers.get('content-length')]).toEqual([304, null]);
      const head = await server.call(token, '/documents/FA00017/file', {
        method: 'HEAD',
        headers: { range: 'bytes=0-3' },
      });
      expect([head.status, head.headers.get('content-length')]).toEqual([200, String(PDF.bytes.byteLength)]);
      expect(await head.text()).toBe('');
    });

    test('comes in part, where the beginning is still of the same file', async () => {
      const [range, etag] = ['bytes=5-7', await etagOf()];
      const part = await get('/documents/FA00017/file', { range, 'if-range': etag });
      expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
        206,
        `bytes 5-7/${PDF.bytes.byteLength}`,
        '1.4',
      ]);
      expect((await get('/documents/FA00017/file', { range, 'if-range': '"old"' })).status).toBe(200);
      expect((await get('/documents/FA00017/file', { range, 'if-none-match': etag })).status).toBe(304);
    });

    test('is a Blob in the typed client', async () => {
      const client = createClient({ url: server.url.replace('/api/v1', ''), token });
      const file = await client.get('/documents/{number}/file', { params: { number: 'FA00017' } });
      expect([file.type, await file.text()]).toEqual(['application/pdf', '%PDF-1.4 Facture FA00017']);
      const found = await Array.fromAsync(client.all('/documents', { query: { type: ['quote'], limit: 1 } }));
      expect(found.map(({ number }) => number)).toEqual(['DE3']);
    });

    test('that there is none of is a clear problem', async () => {
      const none = await get('/documents/DE3/file');
      expect([none.status, await jsonOf(none)]).toMatchObject([404, { reason: 'file_none' }]);
    });

    test('that is gone from its place, or not whole, is a clear problem', async () => {
      const { shop } = server.stores.retail;
      const bytes = new TextEncoder().encode(`%PDF-1.4 lost on ${dialect}`);
      await shop.saveSalesDocument({ number: 'FA9', type: 'invoice', file: { ...PDF, bytes } });
      await rm(join(server.blobFolder('retail')), { recursive: true });
      const lost = await get('/documents/FA9/file');
      expect([lost.status, await jsonOf(lost)]).toMatchObject([
        404,
        { reason: 'file_lost', detail: expect.stringMatching(/^document FA9: .* restore it from a backup/) },
      ]);
      await addDocuments(server.stores.retail);
    });
  });

  test('another shop’s documents are as unknown as those that nobody has', async () => {
    for (const end of ['', '/file']) {
      const [theirs, nobodys] = await Promise.all(
        ['FA00017', 'FA00018'].map(async (number) => {
          const response = await server.call(other, `/documents/${number}${end}`);
          const { requestId: _, ...told } = await jsonOf(response);
          return { status: response.status, told: JSON.stringify(told).replaceAll(number, 'X') };
        }),
      );
      expect(theirs?.status).toBe(404);
      expect(theirs).toEqual(nobodys);
    }
    expect(await jsonOf(await server.call(other, '/documents'))).toEqual({ items: [] });
  });

  test('files are read while they are sent: callers who wait hold none of them in memory', async () => {
    const [files, bytes] = [8, 30_000_000];
    const large = Buffer.alloc(bytes, 'x');
    large.write('%PDF-1.4');
    const { shop } = server.stores.retail;
    await shop.saveSalesDocument({ number: 'LARGE', type: 'invoice', file: { ...PDF, bytes: large } });
    const before = process.memoryUsage().arrayBuffers;
    const replies = await Promise.all(
      Array.from({ length: files }, async () => {
        const call = request(`${server.url}/documents/LARGE/file`, {
          headers: { authorization: `Bearer ${token}` },
          agent: false,
        });
        const [reply] = (await once(call, 'response')) as [IncomingMessage];
        return reply;
      }),
    );
    // Nobody reads yet: what does not wait for the readers is in memory by then, beside what sockets take and garbage.
    await sleep(1000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan((files * bytes) / 2);
    const [first, ...rest] = replies;
    for (const reply of rest) reply.destroy();
    let read = 0;
    for await (const chunk of first ?? []) read += chunk.length;
    expect(read).toBe(bytes);
  });
});

test('a shop that cannot be read back says so', async () => {
  const server = await serveApi({ without: { documentArchive: undefined } });
  await addOrders(server.stores.retail);
  const token = await server.token('retail', 'orders');
  for (const path of ['/documents', '/documents/A', '/documents/A/file', '/orders/FULL/documents']) {
    const response = await server.call(token, path);
    expect([response.status, await jsonOf(response)]).toMatchObject([501, { reason: 'reading_unsupported' }]);
  }
  expect((await jsonOf(await server.call(token, '/orders/FULL'))).documents).toBeUndefined();
  await server.close();
});
