import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { inflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../../../test/support/listen.ts';
import { PasserelleError } from '../../domain/error.ts';
import type { Shop } from '../../shop/shop.ts';
import { decimal } from '../../testing/contract/samples.ts';
import { rule } from '../testing/fixtures.ts';
import { createRemoteShop, type RemoteShopOptions } from './remote-shop.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const UPDATED = `${HEAD}<connecteur><update_product/></connecteur>`;
const PDF = new TextEncoder().encode('%PDF-1.4\n\u00ff\n%%EOF');

interface Answer {
  readonly status?: number;
  readonly body: string;
}
interface Received {
  readonly body: Buffer;
  /** The values of the parts, in the order in which they came. */
  readonly parts: ReadonlyMap<string, string>;
}

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

/** A webservice that gives its answers in turn, the last one for ever, and keeps what it was sent. */
async function serve(...answers: readonly Answer[]) {
  const received: Received[] = [];
  return start(received, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    received.push({ body, parts: partsOf(body, request.headers['content-type'] ?? '') });
    const { status = 200, body: text } = answers[Math.min(received.length, answers.length) - 1] ?? {
      body: '',
    };
    response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' }).end(text);
  });
}

async function start(
  received: Received[],
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
) {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  const port = await listen(server);
  running.push({
    async close() {
      server.closeAllConnections();
      server.close();
    },
  });
  const url = `http://127.0.0.1:${port}/webservice`;
  const shop = (options: Partial<RemoteShopOptions> = {}): Shop =>
    createRemoteShop({ url, key: 'clé', ...options });
  return { received, url, shop };
}

/** Independent of our own decoder: splits at the boundary, byte for byte. */
function partsOf(body: Buffer, contentType: string): ReadonlyMap<string, string> {
  const boundary = /^multipart\/form-data; boundary=(-{24}[0-9a-f]{24})$/.exec(contentType)?.[1];
  if (!boundary) throw new Error(`not as libcurl writes it: ${contentType}`);
  const pieces = body.toString('latin1').split(`--${boundary}`);
  expect([pieces[0], pieces.at(-1)]).toEqual(['', '--\r\n']);
  return new Map(
    pieces.slice(1, -1).map((piece) => {
      const found = /^\r\nContent-Disposition: form-data; name="([^"]*)"\r\n\r\n(.*)\r\n$/s.exec(piece);
      if (!found) throw new Error(`not as libcurl writes it: ${piece}`);
      return [found[1] ?? '', found[2] ?? ''];
    }),
  );
}

async function* oneCustomer() {
  yield [{ code: 'C1', fields: { name: 'x' } }];
}

const utf8 = (latin1 = ''): string => Buffer.from(latin1, 'latin1').toString('utf8');

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof PasserelleError)) throw new Error(`no refusal: ${error}`);
  return { ...error.problem, retryable: error.retryable };
}

async function all<Item>(batches: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  return (await Array.fromAsync(batches)).flat();
}

describe('a remote shop sends', () => {
  it('a change as a libcurl form, values both as variables and in the XML', async () => {
    const { shop, received } = await serve({ body: UPDATED });
    const change = { reference: 'É&1', fields: { stock: decimal('12'), name: '"Sac" <b>' } };
    expect(await shop().saveProduct(change, 'update_product')).toEqual({ outcome: 'updated', warnings: [] });
    const parts = received[0]?.parts ?? new Map();
    expect([...parts.keys()].slice(0, 2)).toEqual(['key', 'resource']);
    expect(utf8(parts.get('key'))).toBe('clé');
    expect(parts.get('resource')).toBe('update_product');
    expect(utf8(parts.get('reference'))).toBe('É&1');
    expect(parts.get('stock')).toBe('12');
    expect(utf8(parts.get('data'))).toContain('<reference>É&amp;1</reference>');
    expect(parts.has('compression')).toBe(false);
  });

  it('the XML compressed when asked to', async () => {
    const { shop, received } = await serve({ body: UPDATED });
    await shop({ compression: '1' }).saveProduct({ reference: 'A1', fields: {} }, 'update_product');
    const parts = received[0]?.parts;
    expect(parts?.get('compression')).toBe('1');
    const data = inflateSync(Buffer.from(parts?.get('data') ?? '', 'latin1')).toString();
    expect(data).toContain('<reference>A1</reference>');
  });

  it('a bulk message as one stream, and counts its records', async () => {
    const { shop, received } = await serve({ body: `${HEAD}<connecteur><add_customer/></connecteur>` });
    async function* customers() {
      for (let batch = 0; batch < 50; batch += 1) {
        yield Array.from({ length: 20 }, (_, index) => ({
          code: `C${batch}-${index}`,
          fields: { name: 'Né' },
        }));
      }
    }
    const result = await shop({ compression: '3' }).saveCustomers(customers());
    expect(result).toMatchObject({ updated: 1000, refusedCount: 0 });
    const parts = received[0]?.parts;
    expect([...(parts?.keys() ?? [])]).toEqual(['key', 'resource', 'compression', 'data']);
  });

  it('nothing that the shop could take for a whole message when the source throws, and the error goes on', async () => {
    const { shop, received } = await serve({ body: UPDATED });
    const broken = new Error('the ERP went away');
    async function* rules() {
      yield { rules: Array.from({ length: 5000 }, () => RULE), keep: [] };
      throw broken;
    }
    await expect(shop().savePriceRules(rules(), 'merge')).rejects.toBe(broken);
    expect(received).toEqual([]);
  });

  it('a piece with its file as add_order, and as a push what only a push can carry', async () => {
    const done = { body: `${HEAD}<connecteur><add_order/></connecteur>` };
    const { shop, received } = await serve(done);
    const file = { type: 'application/pdf', bytes: PDF } as const;
    await shop().saveSalesDocument({ number: 'FA1', type: 'invoice', file, email: 'a@b.fr', erpId: '7' });
    const parts = received[0]?.parts;
    expect(parts?.has('resource') || parts?.has('data')).toBe(false);
    expect([parts?.get('reference'), parts?.get('email'), parts?.get('oid')]).toEqual(['FA1', 'a@b.fr', '7']);
    expect(Buffer.from(parts?.get('pdf') ?? '', 'latin1').equals(Buffer.from(PDF))).toBe(true);
  });
});

const RULE = rule('A1', { source: 'cli_prodfam', value: decimal('10') });

const product = (number: number): string =>
  `<product><id>${number}</id><reference>R${number}</reference></product>`;
const productsList = (from: number, to: number): string =>
  `<connecteur><products_list>${Array.from({ length: to - from }, (_, index) => product(from + index)).join('')}</products_list></connecteur>`;

describe('a remote shop reads', () => {
  it('a long list in pages', async () => {
    const pages = [{ body: productsList(0, 500) }, { body: productsList(500, 503) }];
    const { shop, received } = await serve(...pages);
    const listed = await all(shop().listProducts({ start: 0 }));
    expect(listed).toHaveLength(503);
    expect(listed[502]).toEqual({ id: '502', reference: 'R502' });
    expect(received.map(({ parts }) => parts.get('limit'))).toEqual(['0,500', '500,500']);
  });

  it('pages of the size that it is told', async () => {
    const { shop, received } = await serve({ body: productsList(0, 2) }, { body: productsList(2, 3) });
    expect(await all(shop({ pageSize: 2 }).listOptions({ start: 0 }))).toEqual([]);
    expect(await all(shop({ pageSize: 2 }).listProducts({ start: 0 }))).toHaveLength(1);
    expect(received.map(({ parts }) => parts.get('limit'))).toEqual(['0,2', '0,2', '1,2']);
  });

  it('a slice of nothing without asking', async () => {
    const { shop, received } = await serve({ body: productsList(0, 0) });
    expect(await all(shop().listOptions({ start: 0, count: 0 }))).toEqual([]);
    expect(received).toEqual([]);
  });

  it('orders as listed and as confirmed, in the spellings of both profiles', async () => {
    const { shop, received } = await serve(
      {
        body: '<connecteur><orders_list><order><id>1</id><current_state>2</current_state></order></orders_list></connecteur>',
      },
      {
        body: '<connecteur><orders_list><id>1</id><current_state>2</current_state></orders_list></connecteur>',
      },
      {
        body: '<connecteur><set_order_exported><id>1</id><statut_final>5</statut_final></set_order_exported></connecteur>',
      },
    );
    expect(await all(shop().listOrders({ states: ['2', '3'] }))).toEqual([{ id: '1', state: '2' }]);
    expect(await all(shop({ profile: 'kit-2015' }).listOrders({}))).toEqual([{ id: '1', state: '2' }]);
    expect(await shop().confirmOrder('1', '5')).toEqual({ id: '1', state: '5' });
    expect(received.map(({ parts }) => parts.get('filter'))).toEqual(['2,3', undefined, undefined]);
  });

  it('an order, with its id and without a state; one without a date is refused', async () => {
    const order = (date: string) =>
      `<connecteur><order><client><id>7</id><lastname>Lee</lastname></client><commande>${date}</commande></order></connecteur>`;
    const { shop } = await serve(
      { body: order('<date_add>2026-03-22 10:09:22</date_add>') },
      { body: order('') },
    );
    const read = await shop().readOrder('12');
    expect(read).not.toHaveProperty('state');
    expect(read).toMatchObject({
      id: '12',
      placedAt: '2026-03-22 10:09:22',
      customer: { lastName: 'Lee' },
    });
    expect(await refusal(shop().readOrder('12'))).toMatchObject({
      reason: 'field_missing',
      record: '12',
      field: 'date_add',
    });
  });
});

describe('a remote shop rejects', () => {
  const save = (shop: Shop) => shop.saveProduct({ reference: 'A1', fields: {} }, 'update_product');

  it('an <error> with its sentence, whatever the status', async () => {
    const error = `${HEAD}<connecteur><error>Référence inconnue « A1 »</error></connecteur>`;
    const { shop } = await serve({ body: error }, { status: 400, body: error });
    const expected = { reason: 'remote_error', value: 'Référence inconnue « A1 »', retryable: false };
    expect(await refusal(save(shop()))).toEqual(expected);
    expect(await refusal(save(shop()))).toEqual(expected);
  });

  it('a status of 5xx, and nobody at the other end, as shop_unavailable', async () => {
    const { shop } = await serve({ status: 503, body: UPDATED });
    expect(await refusal(save(shop()))).toMatchObject({ reason: 'shop_unavailable', retryable: true });
    const nobody = createRemoteShop({ url: 'http://127.0.0.1:1/', key: 'k' });
    expect(await refusal(save(nobody))).toMatchObject({ reason: 'shop_unavailable', retryable: true });
  });

  it('a page that is no reply of the protocol', async () => {
    const { shop } = await serve(
      { body: '<html><body>Bienvenue</body></html>' },
      { body: '' },
      { status: 404, body: 'Not Found' },
    );
    expect(await refusal(save(shop()))).toMatchObject({ reason: 'reply_unexpected', value: 'html' });
    expect(await refusal(save(shop()))).toMatchObject({ reason: 'xml_empty' });
    expect(await refusal(save(shop()))).toMatchObject({
      reason: 'remote_error',
      value: 'HTTP 404 Not Found',
    });
  });

  it('a reply that breaks off', async () => {
    const { shop } = await start([], async (request, response) => {
      request.resume();
      response.writeHead(200, { 'content-length': 1000 }).write(UPDATED);
      setImmediate(() => response.destroy());
    });
    expect(await refusal(save(shop()))).toMatchObject({ reason: 'shop_unavailable' });
    const { shop: other } = await serve({ body: '<connecteur><update_product/>' });
    expect(await refusal(save(other()))).toMatchObject({ reason: 'xml_incomplete' });
  });

  it('an answer that comes before the message is over', async () => {
    let released = false;
    async function* endless() {
      try {
        for (;;) yield [{ code: 'C1', fields: { name: 'x'.repeat(1000) } }];
      } finally {
        released = true;
      }
    }
    const { shop } = await start([], async (request, response) => {
      request.once('data', () => {
        response.end('<connecteur><error>Clé refusée</error></connecteur>');
      });
    });
    expect(await refusal(shop().saveCustomers(endless()))).toMatchObject({ reason: 'remote_error' });
    await expect.poll(() => released).toBe(true);
  });

  it('without the key that it was sent', async () => {
    const body = '<connecteur><error>Clé refusée : s3cret-key</error></connecteur>';
    const { shop } = await serve({ body });
    const remote = shop({ key: 's3cret-key' });
    for (const call of [() => save(remote), () => remote.saveCustomers(oneCustomer())]) {
      const error = await call().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ problem: { reason: 'remote_error', value: 'Clé refusée : ***' } });
      expect(inspect(error)).not.toContain('s3cret-key');
    }
  });

  it('a full price list, which the protocol cannot say', async () => {
    const { shop, received } = await serve({ body: UPDATED });
    async function* none() {}
    expect(await refusal(shop().savePriceRules(none(), 'full'))).toMatchObject({ reason: 'unsupported' });
    expect(received).toEqual([]);
  });
});
