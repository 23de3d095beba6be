import { createServer, type OutgoingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../test/support/listen.ts';
import { checkWebservice } from './check-webservice.ts';
import type { CheckOptions } from './options.ts';
import type { CheckReport } from './report.ts';
import type { RequirementId } from './requirements/requirements.ts';

async function urlOf(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    sockets.add(socket);
  });
  const port = await listen(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${port}/`;
}

/** Answers the bytes of a request, as they come, by writing to its socket. */
const serveRaw = (answer: (socket: Socket) => void): Promise<string> =>
  urlOf(createTcpServer((socket) => socket.on('data', () => answer(socket))));

const serve = (listener: RequestListener): Promise<string> =>
  urlOf(
    createServer((request, response) => {
      request.resume().on('end', () => {
        response.setHeader('content-type', 'text/xml; charset=utf-8');
        listener(request, response);
      });
    }),
  );

const check = (url: string, more: Partial<CheckOptions> = {}): Promise<CheckReport> =>
  checkWebservice({
    url,
    key: 'the-right-key',
    profile: 'v3',
    language: 'en',
    write: false,
    timeoutMs: 5000,
    ...more,
  });

const find = ({ findings }: CheckReport, id: RequirementId) =>
  findings.find(({ requirement }) => requirement.id === id);

const product = (id: number): string => `<product><id>${id}</id><reference>R-${id}</reference></product>`;

const productsList = (count: number): string =>
  `<?xml version="1.0"?>\n<connecteur><products_list>${Array.from({ length: count }, (_, index) => product(index + 1)).join('')}</products_list></connecteur>`;

describe('what is no HTTP reply is no answer', () => {
  test.for<[string, (socket: Socket) => void]>([
    ['a connection closed at once', (socket) => socket.destroy()],
    ['bytes of another protocol', (socket) => socket.end('220 mail.example.org ESMTP\r\n')],
    ['a TLS alert, of a TLS port', (socket) => socket.end(Buffer.of(0x15, 3, 1, 0, 2, 2, 0x16))],
    ['headers without end', (socket) => pour(headersWithoutEnd(), socket)],
  ])('%s', async ([, answer]) => {
    const url = await serveRaw(answer);
    await expect(check(url)).rejects.toMatchObject({ code: 'no_answer' });
  });

  test('a port in clear that is spoken to in TLS', async () => {
    const url = await serve((_request, response) => response.end());
    const error = check(url.replace('http:', 'https:'));
    await expect(error).rejects.toMatchObject({ code: 'no_answer' });
    await expect(error).rejects.toThrow('try http://');
  });
});

function* headersWithoutEnd() {
  yield 'HTTP/1.1 200 OK\r\n';
  for (;;) yield 'x-filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(100);
}

function* replyOf200Megabytes() {
  yield '<connecteur><products_list>';
  for (let sent = 0; sent < 200; sent++) yield Buffer.alloc(1_000_000, '<product/>');
}

/** Until all is written, or the other side has closed. */
const pour = (source: Iterable<string | Buffer>, target: Writable): void =>
  void pipeline(Readable.from(source, { objectMode: false }), target).catch(() => {});

test.for<[string, OutgoingHttpHeaders]>([
  ['without a length', {}],
  ['that announces it', { 'content-length': '200000000' }],
])('a reply of 200 MB %s is read up to a bound, and given up after some', async ([, headers]) => {
  const url = await serve((_request, response) => {
    response.writeHead(200, headers);
    pour(replyOf200Megabytes(), response);
  });
  const report = await check(url);
  expect(report.requests).toBeLessThanOrEqual(8);
  expect(find(report, 'transport.multipart')?.verdict).toBe('failed');
  expect(find(report, 'transport.multipart')?.evidence[0]?.received).toContain('+ bytes)');
  expect(find(report, 'products-list.shape')?.verdict).toBe('untested');
});

describe('a list of products', () => {
  const passes = async (url: string): Promise<RequirementId[]> => {
    const { findings } = await check(url);
    return findings
      .filter(({ verdict }) => verdict === 'passed')
      .map(({ requirement }) => requirement.id as RequirementId);
  };

  test('in chunks of a byte is read', async () => {
    const url = await serve((_request, response) => {
      for (const character of productsList(3)) response.write(character);
      response.end();
    });
    expect(await passes(url)).toEqual(
      expect.arrayContaining(['transport.xml-reply', 'transport.keep-alive', 'products-list.shape']),
    );
  });

  test('over HTTP/1.0 without a length is read, and only the connection is not kept', async () => {
    const url = await serveRaw((socket) => {
      socket.end(`HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n${productsList(3)}`);
    });
    const passed = await passes(url);
    expect(passed).toEqual(
      expect.arrayContaining(['transport.xml-reply', 'transport.multipart', 'products-list.shape']),
    );
    expect(passed).not.toContain('transport.keep-alive');
  });

  test.for<[string, Buffer]>([
    ['gzip', gzipSync(productsList(3))],
    ['br', Buffer.from(productsList(3))],
  ])('said to be in %s is judged as it can be read', async ([encoding, body]) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    const report = await check(url);
    expect(find(report, 'products-list.shape')?.verdict).toBe('passed');
    expect(find(report, 'transport.xml-reply')).toMatchObject({ verdict: 'failed' });
    expect(find(report, 'transport.xml-reply')?.evidence[0]?.received).toContain(
      `Content-Encoding: ${encoding}`,
    );
  });

  test('that swells when it is decompressed is not read whole', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, ' '));
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(find(await check(url), 'transport.multipart')?.verdict).toBe('failed');
  });
});

describe('XML made to exhaust its reader is malformed', () => {
  const entities = Array.from(
    { length: 30 },
    (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`,
  ).join('');
  test.for<[string, string]>([
    [
      'entities of entities',
      `<!DOCTYPE connecteur [<!ENTITY e0 "ha">${entities}]><connecteur>&e30;</connecteur>`,
    ],
    ['depth', '<connecteur>'.repeat(1_000_000)],
    ['elements', `<connecteur>${'<a/>'.repeat(8_000_000)}</connecteur>`],
  ])('%s', async ([, body]) => {
    let calls = 0;
    const url = await serve((_request, response) => response.end(calls++ === 1 ? body : productsList(3)));
    const report = await check(url);
    expect(find(report, 'transport.xml-reply')).toMatchObject({ verdict: 'failed' });
    expect(find(report, 'transport.urlencoded')).toMatchObject({ verdict: 'warning' });
    expect(find(report, 'products-list.shape')?.verdict).toBe('passed');
  });
});

test('50,000 products whose list ignores limit are judged all the same', async () => {
  const list = productsList(50_000);
  const url = await serve((_request, response) => response.end(list));
  const report = await check(url);
  expect(find(report, 'products-list.ids-unique')?.verdict).toBe('passed');
  expect(find(report, 'products-list.slices')?.verdict).toBe('failed');
});
