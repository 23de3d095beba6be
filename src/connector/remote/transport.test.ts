import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../../../test/support/listen.ts';
import { PasserelleError } from '../../domain/error.ts';
import { createTransport, type Post, type Transport, type TransportOptions } from './transport.ts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const urlOf = async (server: Server | ReturnType<typeof createTcpServer>): Promise<string> =>
  `http://127.0.0.1:${await listen(server)}/w`;

/** A real server that keeps the requests it was sent whole. */
async function serve(handle: RequestListener, adapt: (server: Server) => void = () => {}) {
  const server = createServer(handle);
  adapt(server);
  opened.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return urlOf(server);
}

/** A server of plain TCP: what it is sent and answers are up to the test. */
async function serveTcp(handle: (socket: Socket, connection: number) => void) {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    handle(socket, sockets.length);
  });
  opened.push({
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return { url: await urlOf(server), sockets };
}

function transportTo(url: string, options: Partial<TransportOptions> = {}): Transport {
  const transport = createTransport({ url, ...options });
  opened.push(transport);
  return transport;
}

const post = (body: Post['body'], more: Partial<Post> = {}): Post => ({
  contentType: 'text/plain',
  body,
  isRepeatable: false,
  expectContinue: true,
  ...more,
});
const SMALL = Buffer.from('<x/>');
const LARGE = Buffer.alloc(1024 * 1024 + 1, 'x');

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(request));
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof PasserelleError)) throw new Error(`no refusal: ${error}`);
  return error.problem;
}
const unavailable = (value: unknown) => ({ reason: 'shop_unavailable', value });

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

describe('connections', () => {
  it('are kept, without a User-Agent', async () => {
    const seen: { port: number | undefined; agent: string | undefined; length: string | undefined }[] = [];
    const url = await serve(async (request, response) => {
      const { 'user-agent': agent, 'content-length': length } = request.headers;
      seen.push({ port: request.socket.remotePort, agent, length });
      await bodyOf(request);
      response.end('ok');
    });
    const transport = transportTo(url);
    for (const _ of [1, 2]) expect((await transport.post(post(SMALL))).bytes.toString()).toBe('ok');
    expect(seen[0]).toMatchObject({ agent: undefined, length: '4' });
    expect(seen[1]?.port).toBe(seen[0]?.port);
  });

  it('that the server closed meanwhile fail no call, and send nothing twice', async () => {
    const requests: string[] = [];
    const { url } = await serveTcp((socket) => {
      socket.on('data', (bytes) => {
        const text = bytes.toString();
        if (text.includes('<x/>')) {
          requests.push(text);
          socket.end(OK);
        }
      });
    });
    const transport = transportTo(url);
    for (let call = 1; call <= 20; call++) {
      expect((await transport.post(post(SMALL))).status).toBe(200);
      expect(requests).toHaveLength(call);
    }
  });

  it('lost after the body came across are lost to a write, and used again by a read', async () => {
    const requests: number[] = [];
    const { url } = await serveTcp((socket, connection) => {
      socket.on('data', (bytes) => {
        if (!bytes.toString().includes('<x/>')) return;
        requests.push(connection);
        // The second request of a connection is taken, and never answered.
        if (requests.filter((one) => one === connection).length === 2) socket.destroy();
        else socket.write(OK);
      });
    });
    const transport = transportTo(url);
    await transport.post(post(SMALL));
    expect(await refusal(transport.post(post(SMALL)))).toEqual(unavailable('connection lost'));
    expect(requests).toEqual([1, 1]);
    await transport.post(post(SMALL));
    expect((await transport.post(post(SMALL, { isRepeatable: true }))).status).toBe(200);
    expect(requests).toEqual([1, 1, 2, 2, 3]);
  });
});

describe('Expect: 100-continue', () => {
  it('is asked with large bodies, and with streams that grow large, only', async () => {
    const asked: boolean[] = [];
    const sizes: number[] = [];
    const handle: RequestListener = async (request, response) => {
      sizes.push((await bodyOf(request)).length);
      response.end();
    };
    const url = await serve(
      (request, response) => {
        asked.push(false);
        handle(request, response);
      },
      (server) =>
        server.on('checkContinue', (request, response) => {
          asked.push(true);
          response.writeContinue();
          handle(request, response);
        }),
    );
    const transport = transportTo(url);
    async function* stream(chunks: number) {
      for (let chunk = 0; chunk < chunks; chunk++) yield LARGE.subarray(0, 1024);
    }
    await transport.post(post(LARGE));
    await transport.post(post(SMALL));
    await transport.post(post(stream(2)));
    await transport.post(post(stream(1100)));
    await transport.post(post(LARGE, { expectContinue: false }));
    expect(asked).toEqual([true, false, false, true, false]);
    expect(sizes).toEqual([LARGE.length, 4, 2048, 1100 * 1024, LARGE.length]);
  });

  it('is not waited for for ever', async () => {
    let received = 0;
    const { url } = await serveTcp((socket) => {
      socket.on('data', (bytes) => {
        received += bytes.length;
        if (received > LARGE.length) socket.end(OK);
      });
    });
    expect((await transportTo(url).post(post(LARGE))).status).toBe(200);
  });

  it('that is refused is left out, the body being sent once', async () => {
    const sizes: number[] = [];
    const url = await serve(
      async (request, response) => {
        sizes.push((await bodyOf(request)).length);
        response.end();
      },
      (server) =>
        server
          .on('checkExpectation', () => {})
          .on('checkContinue', (_, response) => {
            response.writeHead(417).end();
          }),
    );
    expect((await transportTo(url).post(post(LARGE))).status).toBe(200);
    expect(sizes).toEqual([LARGE.length]);
  });

  it('that is answered at once saves the body', async () => {
    let received = 0;
    const { url } = await serveTcp((socket) => {
      socket.on('data', (bytes) => {
        if (received === 0) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nkey');
        received += bytes.length;
      });
    });
    expect((await transportTo(url).post(post(LARGE))).bytes.toString()).toBe('key');
    expect(received).toBeLessThan(1000);
  });
});

describe('a reply', () => {
  it('that comes early is read, and the source freed', async () => {
    let freed = false;
    async function* endless() {
      try {
        for (;;) yield LARGE;
      } finally {
        freed = true;
      }
    }
    const url = await serve((request, response) => {
      request.once('data', () => response.end('enough'));
    });
    const reply = await transportTo(url).post(post(endless(), { expectContinue: false }));
    expect(reply.bytes.toString()).toBe('enough');
    await expect.poll(() => freed).toBe(true);
  });

  it('that comes while the source makes the caller wait is not waited with', async () => {
    async function* stuck() {
      yield LARGE;
      await new Promise(() => {});
    }
    const url = await serve((request, response) => {
      request.once('data', () => response.end('enough'));
    });
    expect((await transportTo(url).post(post(stuck()))).status).toBe(200);
  });

  it('that redirects is given as it is', async () => {
    const url = await serve((_, response) => {
      response.writeHead(301, { location: 'https://other.example/' }).end();
    });
    expect(await transportTo(url).post(post(SMALL))).toMatchObject({
      status: 301,
      location: 'https://other.example/',
    });
  });
});

describe('what is not there', () => {
  it('is said in words', async () => {
    expect(await refusal(transportTo('http://127.0.0.1:1/').post(post(SMALL)))).toEqual(
      unavailable('connection refused'),
    );
    expect(await refusal(transportTo('http://nobody.invalid/').post(post(SMALL)))).toEqual(
      unavailable(expect.stringContaining('host')),
    );
    const { url } = await serveTcp((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await refusal(transportTo(url).post(post(SMALL)))).toEqual(unavailable('the reply is not HTTP'));
    const gone = await serveTcp((socket) => socket.once('data', () => socket.destroy()));
    expect(await refusal(transportTo(gone.url).post(post(SMALL)))).toEqual(unavailable('connection lost'));
    const cut = await serveTcp((socket) => socket.once('data', () => socket.end(OK.slice(0, -1))));
    expect(await refusal(transportTo(cut.url).post(post(SMALL)))).toEqual(unavailable('connection lost'));
  });

  it('and what falls silent, too', async () => {
    const { url } = await serveTcp(() => {});
    const timeouts = { connect: 0.05, silence: 0.05 };
    const transport = transportTo(url, { timeouts: { silence: 0.05 } });
    expect(await refusal(transport.post(post(SMALL)))).toEqual(unavailable('no answer for 0.05 s'));
    const tls = transportTo(url.replace('http:', 'https:'), { timeouts });
    expect(await refusal(tls.post(post(SMALL)))).toEqual(unavailable('no connection within 0.05 s'));
  });

  it('but never the slowness of our own side', async () => {
    async function* slow() {
      yield LARGE;
      await setTimeout(900);
      yield SMALL;
    }
    const url = await serve(async (request, response) => {
      response.end(String((await bodyOf(request)).length));
    });
    const transport = transportTo(url, { timeouts: { silence: 0.6 } });
    expect((await transport.post(post(slow()))).bytes.toString()).toBe(String(LARGE.length + 4));
  });

  it('nor an address that is none', () => {
    for (const url of ['shop.example', 'ftp://shop.example/', '']) {
      expect(() => createTransport({ url })).toThrow('option_invalid');
    }
  });
});
