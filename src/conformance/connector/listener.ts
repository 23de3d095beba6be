import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { RawRequest } from './request/call.ts';
import type { Reply } from './shop/reply.ts';

export interface Listener {
  readonly port: number;
  /** Ends what is under way too. */
  readonly close: () => Promise<void>;
}

/** Longest body that is kept; a price list of a million rows is about 320 MB. */
const MAX_BODY = 512 * 1024 * 1024;

const HELD_MS = 50;

/**
 * Gives each request, whole and raw, to `take`, and sends its reply. Rejects when the port cannot be had. A request that
 * breaks off is none.
 */
export async function listen(
  place: { readonly port: number; readonly host: string },
  take: (raw: RawRequest) => Reply,
): Promise<Listener> {
  let open = 0;
  const server = createServer((request, response) => {
    const overlaps = open > 0;
    open += 1;
    response.once('close', () => {
      open -= 1;
    });
    readRequest(request, overlaps)
      .then(async (raw) => {
        const reply = take(raw);
        if (reply.isHeld) await hold();
        send(response, reply);
      })
      .catch(() => response.destroy());
  });
  server.listen(place.port, place.host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : place.port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Also a busy machine gets to read what has arrived by then. */
async function hold(): Promise<void> {
  await setTimeout(HELD_MS);
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
}

async function readRequest(request: IncomingMessage, overlaps: boolean): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY) throw new RangeError('body');
    chunks.push(chunk);
  }
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    contentType: request.headers['content-type'] ?? '',
    contentEncoding: request.headers['content-encoding'] ?? '',
    body: Buffer.concat(chunks),
    overlaps,
  };
}

function send(response: ServerResponse, { outcome, status, body }: Reply): void {
  if (outcome === 'cut') {
    response.destroy();
    return;
  }
  const type = outcome === 'unavailable' ? 'text/plain; charset=utf-8' : 'text/xml; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}
