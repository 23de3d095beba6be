import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Webhook as Verifier } from 'standardwebhooks';
import { listen } from './listen.ts';

/** A message that came, and how it was answered. */
export interface Received {
  readonly id: string;
  readonly body: string;
  /** Of the change that it tells of; undefined of one that tells of none. */
  readonly sequence: number | undefined;
  readonly record: string;
  readonly status: number;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** What to answer; undefined: nothing, for ever. */
export type Respond = (message: Omit<Received, 'status'>, request: IncomingMessage) => number | undefined;

/**
 * Takes messages over real HTTP. What no secret of `secrets` signed is answered with 401, and noted as such; `undefined`
 * looks at no signature.
 */
export async function startReceiver(
  secrets: (() => readonly string[]) | undefined,
  respond: Respond = () => 204,
): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const message = messageFrom(request, body);
    const isSigned = !secrets || secrets().some((secret) => isVerified(secret, request, body));
    const status = isSigned ? respond(message, request) : 401;
    if (status === undefined) return;
    received.push({ ...message, status });
    answer(response, status);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function messageFrom({ headers }: IncomingMessage, body: string): Omit<Received, 'status'> {
  const { data }: { data: { sequence?: number; entity?: string; key?: string } } = JSON.parse(body);
  return {
    id: String(headers['webhook-id']),
    body,
    sequence: data.sequence,
    record: `${data.entity} ${data.key}`,
  };
}

function isVerified(secret: string, { headers }: IncomingMessage, body: string): boolean {
  try {
    new Verifier(secret).verify(body, {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    });
    return true;
  } catch {
    return false;
  }
}

function answer(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end(status === 204 ? undefined : `answer ${status}`);
}
