import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen } from '../../../test/support/listen.ts';
import { createHttpClient, type HttpClient } from './client.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function clientOf(listener: RequestListener, timeoutMs = 5000): Promise<[HttpClient, Server]> {
  const server = createServer(listener);
  const port = await listen(server);
  const client = createHttpClient({ url: new URL(`http://127.0.0.1:${port}/`), timeoutMs });
  closing.push(() => {
    client.close();
    server.closeAllConnections();
    server.close();
  });
  return [client, server];
}

const post = { method: 'POST', headers: { 'content-length': 2 }, body: Buffer.from('ab') } as const;

test('keeps the exact bytes, and uses a connection again', async () => {
  const [client] = await clientOf((request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(418, { 'content-type': 'x/y' }).end(Buffer.of(0xff, 0)));
  });
  const first = await client.send(post);
  const second = await client.send(post);
  const reply = { status: 418, contentType: 'x/y', body: Buffer.of(0xff, 0), truncated: false };
  expect(first).toEqual({ ...reply, reusedConnection: false });
  expect(second).toEqual({ ...reply, reusedConnection: true });
  expect(client.count()).toBe(2);
});

test('sends a body only after 100 Continue', async () => {
  const [client, server] = await clientOf(() => {});
  server.on('checkContinue', (request, response) => {
    response.writeContinue();
    request.on('data', () => {}).on('end', () => response.end('read'));
  });
  const headers = { ...post.headers, expect: '100-continue' };
  expect(await client.send({ ...post, headers, expectContinue: true })).toMatchObject({ status: 200 });
});

test('a server that hangs, breaks off or is not there is a failure, not an exception', async () => {
  const [hanging] = await clientOf(() => {}, 50);
  expect(await hanging.send(post)).toEqual({ failure: 'TIMEOUT' });
  const [breaking] = await clientOf((_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half', () => response.destroy());
  });
  expect(await breaking.send(post)).toEqual({ failure: 'ECONNRESET' });
  const [gone, server] = await clientOf(() => {});
  server.close();
  expect(await gone.send(post)).toEqual({ failure: 'ECONNREFUSED' });
});
