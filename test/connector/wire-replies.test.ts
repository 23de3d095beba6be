import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createRemoteShop, type RemoteShopOptions } from '../../src/connector/remote/remote-shop.ts';
import { PasserelleError } from '../../src/domain/error.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { PDF } from '../../src/testing/contract/samples.ts';
import { listen } from '../support/listen.ts';
import { temporaryFolder } from '../support/temporary.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function urlOf(server: Server, scheme = 'http'): Promise<string> {
  servers.push(server);
  return `${scheme}://127.0.0.1:${await listen(server)}/`;
}

/** A shop of somebody else's, that answers this to everything. */
async function shopThatSays(
  body: string,
  {
    status = 200,
    headers = {},
    ...options
  }: Partial<RemoteShopOptions> & {
    status?: number;
    headers?: Record<string, string>;
  } = {},
): Promise<Shop> {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(status, headers).end(body));
  });
  return createRemoteShop({ url: await urlOf(server), key: 'k', ...options });
}

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof PasserelleError)) throw new Error(`no refusal: ${error}`);
  return error.problem;
}

const save = (shop: Shop) => shop.saveProduct({ reference: 'A1', fields: {} }, 'update_product');
const push = (shop: Shop) =>
  shop.saveSalesDocument({
    number: 'FA1',
    type: 'invoice',
    file: { type: 'application/pdf', bytes: PDF },
  });
const PROFILES = ['v3', 'kit-2015', 'samples'] as const;
const WARNING = '<br />\n<b>Warning</b>:  Undefined array key "id" in <b>/w.php</b> on line <b>3</b><br />\n';

describe('success', () => {
  it.each([
    '<connecteur><update_product></connecteur>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<connecteur>\n  < update_product>\n</ connecteur>\n',
    '<connecteur><update_product\\></connecteur>',
    '<connecteur/>',
    '\n\n<?xml version="1.0"?>\n<connecteur><update_product/></connecteur>',
    '\ufeff<connecteur><update_product/></connecteur>',
    `${WARNING}<connecteur><update_product/></connecteur>`,
    `${WARNING}<?xml version="1.0"?><connecteur><update_product></connecteur>`,
    '<connecteur><!-- done --><update_product id="7"><took>3 ms</took></update_product><more/></connecteur>',
  ])('is read from %j', async (body) => {
    expect(await save(await shopThatSays(body))).toMatchObject({ outcome: 'updated' });
  });

  it('of a push is the status 200, whatever the body', async () => {
    for (const body of ['', 'OK', '<connecteur><error>non</error></connecteur>']) {
      expect(await push(await shopThatSays(body))).toMatchObject({ outcome: 'updated' });
    }
  });
});

describe('no success', () => {
  it.each([
    ['<connecteur><error></connecteur>', { reason: 'remote_error' }],
    [`${WARNING}<connecteur><error>Clé refusée</error></connecteur>`, { value: 'Clé refusée' }],
    ['<connecteur><update_product>', { reason: 'xml_incomplete' }],
    [WARNING, { reason: 'remote_error', value: 'Warning: Undefined array key "id" in /w.php on line 3' }],
    ['Erreur de connexion', { reason: 'remote_error', value: 'Erreur de connexion' }],
    ['<html><body>Bienvenue</body></html>', { reason: 'reply_unexpected', value: 'html' }],
    ['', { reason: 'xml_empty' }],
  ])('is what %j says', async (body, problem) => {
    expect(await refusal(save(await shopThatSays(body)))).toMatchObject(problem);
  });

  it('is a status of 4xx with a sentence in XML, or in text', async () => {
    const error = '<connecteur><error>Référence inconnue</error></connecteur>';
    expect(await refusal(save(await shopThatSays(error, { status: 400 })))).toMatchObject({
      reason: 'remote_error',
      value: 'Référence inconnue',
    });
    const page = '<html><head><title>x</title></head><body><h1>Forbidden</h1></body></html>';
    expect(await refusal(save(await shopThatSays(page, { status: 403 })))).toMatchObject({
      reason: 'remote_error',
      value: 'HTTP 403 Forbidden',
    });
  });

  it('is a 5xx, which is no answer at all', async () => {
    expect(await refusal(save(await shopThatSays('<connecteur/>', { status: 503 })))).toEqual({
      reason: 'shop_unavailable',
      value: 'HTTP 503',
    });
  });

  it('is a redirect, which is named and not followed', async () => {
    const headers = { location: 'https://www.example.com/webservice' };
    const expected = {
      reason: 'remote_error',
      value: 'HTTP 301, Location: https://www.example.com/webservice',
    };
    expect(await refusal(save(await shopThatSays('', { status: 301, headers })))).toEqual(expected);
    expect(await refusal(push(await shopThatSays('', { status: 301, headers })))).toEqual(expected);
  });

  it('of a push is every other status, with what the body says', async () => {
    for (const status of [201, 204, 422]) {
      const body = status === 204 ? '' : 'Adresse inconnue';
      expect(await refusal(push(await shopThatSays(body, { status })))).toEqual({
        reason: 'remote_error',
        value: `HTTP ${status} ${body}`.trim(),
      });
    }
  });
});

describe('orders', () => {
  const lists = [
    '<connecteur><orders_list><order><id>1</id><current_state>2</current_state><total/></order><order><id>2</id><current_state>payé</current_state></order></orders_list></connecteur>',
    '<connecteur><orders_list><id>1</id><current_state>2</current_state></orders_list><orders_list><id>2</id><current_state>payé</current_state><x/></orders_list></connecteur>',
  ];
  it.each(PROFILES)('are listed in both shapes, and one is read with its extras, by %s', async (profile) => {
    for (const body of lists) {
      const listed = await Array.fromAsync((await shopThatSays(body, { profile })).listOrders({}));
      expect(listed.flat()).toEqual([
        { id: '1', state: '2' },
        { id: '2', state: 'payé' },
      ]);
    }
    const body =
      '<connecteur><order><no_import/><note>n</note><client><id>7</id><code_erp>BAGUES</code_erp><vip>1</vip></client>' +
      '<commande><date_add>22/03/2026</date_add><total_paid>10,50</total_paid></commande>' +
      '<produits><product><product_reference>A</product_reference><product_quantity>1.5</product_quantity><lot>3</lot></product></produits></order></connecteur>';
    const order = await (await shopThatSays(body, { profile })).readOrder('9');
    expect(order).toMatchObject({
      id: '9',
      excluded: true,
      placedAt: '2026-03-22 00:00:00',
      customer: { erpCode: 'BAGUES' },
      totals: { paid: '10.5' },
      lines: [{ reference: 'A', quantity: '1.5' }],
    });
  });

  it.each(PROFILES)('are none in an empty list of any shape, by %s', async (profile) => {
    for (const body of ['<connecteur/>', '<connecteur><orders_list/></connecteur>']) {
      expect((await Array.fromAsync((await shopThatSays(body, { profile })).listOrders({}))).flat()).toEqual(
        [],
      );
    }
  });
});

describe('a certificate', () => {
  function selfSigned() {
    const folder = temporaryFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const request = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
    ];
    execFileSync('openssl', [...request, '-subj', '/CN=shop.invalid', '-keyout', key, '-out', cert], {
      stdio: 'ignore',
    });
    const pair = { key: readFileSync(key), cert: readFileSync(cert) };
    return pair;
  }

  it('is verified, unless told not to', async () => {
    const server = createTlsServer(selfSigned(), (request, response) => {
      request.resume().once('end', () => response.end('<connecteur/>'));
    });
    const url = await urlOf(server, 'https');
    expect(await refusal(save(createRemoteShop({ url, key: 'k' })))).toMatchObject({
      reason: 'shop_unavailable',
      value: expect.stringMatching(/^certificate refused: /),
    });
    const trusting = createRemoteShop({ url, key: 'k', insecure: true });
    expect(await save(trusting)).toMatchObject({ outcome: 'updated' });
    expect(await save(trusting)).toMatchObject({ outcome: 'updated' });
  });
});
