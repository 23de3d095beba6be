import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen } from '../../test/support/listen.ts';
import { createAddressRules } from './addresses.ts';
import { type Answer, createSender, isSuccess, type SenderOptions } from './send.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

const MESSAGE = { headers: { 'webhook-id': 'evt_1_x' }, body: '{"type":"product.updated"}' };

function send(url: string, options: Partial<SenderOptions> = {}, signal?: AbortSignal): Promise<Answer> {
  const rules = createAddressRules(['127.0.0.1']);
  const sender = createSender({ rules, timeoutMs: 30_000, userAgent: 'Passerelle/1', ...options });
  endings.push(sender.close);
  return sender.send(url, MESSAGE, signal);
}

test('a message is posted as it is, and the answer’s beginning kept', async () => {
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      seen.push([
        method,
        path,
        headers['webhook-id'],
        headers['user-agent'],
        Buffer.concat(chunks).toString(),
      ]);
      response.end('é'.repeat(2000));
    });
  });
  const answer = await send(`${url}/hook?a=1`);
  expect(answer).toMatchObject({ status: 200, answer: 'é'.repeat(500) });
  expect(isSuccess(answer)).toBe(true);
  expect(seen).toEqual([['POST', '/hook?a=1', 'evt_1_x', 'Passerelle/1', MESSAGE.body]]);
});

test('a redirect is no success, and nobody is called for it', async () => {
  let called = 0;
  const elsewhere = await serve((_, response) => {
    called += 1;
    response.end();
  });
  for (const status of [301, 302, 307, 308]) {
    const url = await serve((_, response) => response.writeHead(status, { location: elsewhere }).end());
    const answer = await send(url);
    expect(answer.status).toBe(status);
    expect(isSuccess(answer)).toBe(false);
  }
  expect(called).toBe(0);
});

test('who does not answer is given up after the time, at whatever place he stops', async () => {
  const silent = await serve(() => {});
  const stuck = await serve((_, response) => void response.writeHead(200).write('half'));
  for (const url of [silent, stuck])
    expect(await send(url, { timeoutMs: 300 })).toMatchObject({ error: 'timeout' });
});

test('of an endless answer only a part is read', async () => {
  let written = 0;
  const url = await serve((_, response) => {
    const write = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000))) written += 10_000;
    };
    response.on('drain', write);
    write();
  });
  const answer = await send(url);
  expect(answer).toMatchObject({ status: 200, answer: 'x'.repeat(500) });
  expect(written).toBeLessThan(50_000_000);
});

test('an address that is not allowed is never called, as a number or by its name', async () => {
  let called = 0;
  const url = await serve((_, response) => {
    called += 1;
    response.end();
  });
  const { port } = new URL(url);
  const rules = createAddressRules([]);
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433'])
    for (const scheme of ['http', 'https'])
      expect(await send(`${scheme}://${host}:${port}/`, { rules })).toMatchObject({
        error: 'address_refused',
      });
  expect(called).toBe(0);
  expect(await send(`http://localhost:${port}/`)).toMatchObject({ status: 200 });
});

test('what keeps an answer from coming is told in the system’s word', async () => {
  const url = await serve(() => {});
  const { port } = new URL(url);
  for (const end of endings.splice(0)) end();
  expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ error: 'ECONNREFUSED' });
  expect(await send('https://name.that.nobody.knows.invalid/')).toMatchObject({
    error: expect.stringMatching(/^E/),
  });
});

test('a receiver may say when to come back', async () => {
  const url = await serve((_, response) => response.writeHead(429, { 'retry-after': '120' }).end());
  expect(await send(url)).toMatchObject({ status: 429, retryAfterMs: 120_000 });
  const dated = await serve((_, response) =>
    response.writeHead(503, { 'retry-after': new Date(Date.now() + 600_000).toUTCString() }).end(),
  );
  const { retryAfterMs = 0 } = await send(dated);
  expect(retryAfterMs).toBeGreaterThan(400_000);
});

test('what is broken off by us is no answer', async () => {
  const url = await serve(() => {});
  const controller = new AbortController();
  const sent = send(url, {}, controller.signal);
  controller.abort(new Error('stopping'));
  await expect(sent).rejects.toThrow('stopping');
});
