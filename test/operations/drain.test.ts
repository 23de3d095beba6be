import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { KEY } from '../support/endpoint.ts';
import { multipart } from '../support/form.ts';
import { type ServerProcess, startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

let data: string;
let server: ServerProcess;
beforeEach(() => {
  data = temporaryFolder();
});
afterEach(async () => {
  await server.kill();
});

const product = (reference: string) =>
  multipart([
    ['key', KEY],
    ['resource', 'add_product'],
    ['data', `<connecteur><reference>${reference}</reference><nom>x</nom></connecteur>`],
  ]);

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly connection: string | undefined;
}

/** Over a connection that is kept, as a connector does. */
function send(agent: Agent, reference: string): Promise<Reply> {
  const { headers, body } = product(reference);
  return new Promise((resolve, reject) => {
    const call = request(server.url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, connection: response.headers.connection }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

interface Sent {
  readonly acknowledged: string[];
  readonly refused: string[];
  /** What came back that is neither. */
  readonly odd: Reply[];
}

/** Sends one product after the other until the server takes no more. */
async function sendUntilRefused(client: number, sent: Sent): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let number = 0; ; number++) {
    const reference = `C${client}-${number}`;
    try {
      const reply = await send(agent, reference);
      if (reply.status === 200 && reply.text.includes('<add_product')) sent.acknowledged.push(reference);
      else sent.odd.push(reply);
    } catch {
      sent.refused.push(reference);
      break;
    }
  }
  agent.destroy();
}

async function storedReferences(): Promise<Set<string>> {
  const store = await openStore(storeIn(data));
  const batches = await Array.fromAsync(store.backoffice.products());
  await store.close();
  return new Set(batches.flat().map(({ reference }) => reference));
}

test('SIGTERM under load: every call is answered, or refused before anything of it was done', async () => {
  server = await startServer(data);
  const sent: Sent = { acknowledged: [], refused: [], odd: [] };
  const clients = Array.from({ length: 8 }, (_, client) => sendUntilRefused(client, sent));
  while (sent.acknowledged.length < 200) await new Promise((resolve) => setTimeout(resolve, 5));
  await server.stop();
  await Promise.all(clients);
  const stored = await storedReferences();
  expect(sent.odd).toEqual([]);
  expect(sent.refused.length).toBe(8);
  // Nothing was done that was not acknowledged, and all that was acknowledged is there.
  expect([...stored].sort()).toEqual([...sent.acknowledged].sort());
  expect(server.exitCode()).toBe(0);
  expect(server.log()).toMatch(/"cutOff":0,"msg":"stopped"/);
});

function startConfigured(settings: object): Promise<ServerProcess> {
  writeFileSync(join(data, 'passerelle.config.json'), JSON.stringify(settings));
  return startServer(data);
}

const baseUrl = (): string => new URL(server.url).origin;

test('while it is announced, calls are taken, /readyz says no, and connections are not kept', async () => {
  server = await startConfigured({ drainAnnounceSeconds: 1 });
  const agent = new Agent({ keepAlive: true });
  expect((await send(agent, 'before')).connection).toBe('keep-alive');
  expect((await fetch(`${baseUrl()}/readyz`)).status).toBe(200);
  const stopped = server.stop();
  while (!server.log().includes('"stopping"')) await new Promise((resolve) => setTimeout(resolve, 5));
  const ready = await fetch(`${baseUrl()}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, 'stopping\n']);
  expect((await fetch(`${baseUrl()}/healthz`)).status).toBe(200);
  expect(await send(agent, 'after')).toMatchObject({ status: 200, connection: 'close' });
  await stopped;
  expect(server.exitCode()).toBe(0);
  expect(await storedReferences()).toEqual(new Set(['before', 'after']));
});

test('a call that was begun is waited for, and one that never ends is cut off after drainSeconds', async () => {
  server = await startConfigured({ drainSeconds: 2 });
  const { headers, body } = product('slow');
  const slow = begin(headers, body);
  const endless = begin(headers, body);
  await Promise.all([slow.begun, endless.begun]);
  while ((await callsUnderWay()) < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  const stopped = server.stop();
  while (!server.log().includes('"stopping"')) await new Promise((resolve) => setTimeout(resolve, 5));
  slow.finish();
  expect(await slow.received).toMatch(/^HTTP\/1.1 200 .*connection: close.*<add_product/is);
  await stopped;
  expect(server.exitCode()).toBe(0);
  expect(await endless.received).toBe('');
  expect(server.log()).toMatch(/"cutOff":1,"msg":"stopped"/);
  expect(await storedReferences()).toEqual(new Set(['slow']));
});

async function callsUnderWay(): Promise<number> {
  const text = await (await fetch(`${baseUrl()}/metrics`)).text();
  return Number(/^passerelle_calls_under_way (\d+)$/m.exec(text)?.[1]);
}

/** Sends half of a call. */
function begin(headers: Record<string, string>, body: Buffer) {
  const { port, hostname, pathname, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {});
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: ${headers['content-type']}\r\ncontent-length: ${body.length}\r\n\r\n`;
  const half = body.length / 2;
  return {
    begun: new Promise((resolve) =>
      socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, half)]), resolve),
    ),
    finish: () => socket.write(body.subarray(half)),
    received: once(socket, 'close').then(() => text),
  };
}
