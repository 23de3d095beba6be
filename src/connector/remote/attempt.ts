import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { fail } from '../../domain/error.ts';
import { createAnswer, Lost } from './answer.ts';
import type { Outgoing } from './outgoing.ts';
import { createPatience, type Patience, type Timeouts } from './patience.ts';

/** A shop's reply, whole. */
export interface RemoteReply {
  readonly status: number;
  /** Where a redirect points to. */
  readonly location: string | undefined;
  readonly bytes: Uint8Array;
}

/** `bodyStarted`: the body was touched, so that some of it may have come across; `replyStarted`: some of the reply did. */
export type Attempt = { readonly bodyStarted: boolean } & (
  | { readonly reply: RemoteReply }
  | { readonly lost: Lost; readonly replyStarted: boolean }
);

export interface AttemptOptions {
  /** The request asks for `100 Continue`. */
  readonly expects: boolean;
  readonly timeouts: Timeouts;
}

/**
 * Sends one request and reads its reply, which may come before the body is sent: then the rest of it is not. Rejects
 * with what the body's source throws, the connection being broken off, and with `body_too_large`.
 */
export async function attempt(
  request: ClientRequest,
  body: Outgoing,
  { expects, timeouts }: AttemptOptions,
): Promise<Attempt> {
  const patience = createPatience(timeouts, (error) => request.destroy(error));
  const sending = { request, body, patience, answer: createAnswer(request), bodyStarted: false };
  let response: IncomingMessage | undefined;
  try {
    await beConnected(sending);
    if (await mayGoOn(sending, expects)) await sendBody(sending);
    patience.forReply();
    response = await sending.answer.response();
    return { reply: await readWhole(response, patience), bodyStarted: sending.bodyStarted };
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    return { lost: error, bodyStarted: sending.bodyStarted, replyStarted: response !== undefined };
  } finally {
    patience.end();
    if (!request.writableFinished) request.destroy();
  }
}

interface Sending {
  readonly request: ClientRequest;
  readonly body: Outgoing;
  readonly patience: Patience;
  readonly answer: ReturnType<typeof createAnswer>;
  bodyStarted: boolean;
}

async function beConnected({ request, patience, answer }: Sending): Promise<void> {
  patience.forConnection();
  await answer.or(connected(request));
  patience.pause();
}

async function connected(request: ClientRequest): Promise<void> {
  const socket = request.socket ?? (await socketOf(request));
  if (!socket.connecting) return;
  const event = request.protocol === 'https:' ? 'secureConnect' : 'connect';
  await new Promise((resolve) => socket.once(event, resolve));
}

const socketOf = (request: ClientRequest): Promise<NonNullable<ClientRequest['socket']>> =>
  new Promise((resolve) => request.once('socket', resolve));

/** As libcurl: a server that knows nothing of `Expect` never says `100`. */
const CONTINUE_MS = 1000;

/**
 * Whether the body is still wanted. The head goes alone where that tells something: to a server that is asked first,
 * and over a connection that was used before, which the server may have closed meanwhile.
 */
async function mayGoOn({ request, answer }: Sending, expects: boolean): Promise<boolean> {
  if (expects) {
    request.flushHeaders();
    const goAhead = Promise.race([once(request, 'continue'), setTimeout(CONTINUE_MS, null, { ref: false })]);
    await answer.or(goAhead);
  } else if (request.reusedSocket) {
    request.flushHeaders();
    await answer.or(turnsOfTheLoop());
  }
  return !answer.hasCome();
}

/** Two: what the connection has to say is surely read between them. */
async function turnsOfTheLoop(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

async function sendBody(sending: Sending): Promise<void> {
  const { request, body, patience, answer } = sending;
  sending.bodyStarted = true;
  for (;;) {
    const chunk = await answer.or(body.next());
    if (answer.hasCome()) return;
    if (chunk === undefined) break;
    if (request.write(chunk)) continue;
    patience.forReply();
    await answer.or(new Promise((resolve) => request.once('drain', resolve)));
    patience.pause();
  }
  request.end();
}

/** Beyond this a reply is refused: it is held in memory, and a shop is no more trusted than a caller. */
const MAX_REPLY_BYTES = 256 * 1024 * 1024;

async function readWhole(response: IncomingMessage, patience: Patience): Promise<RemoteReply> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of response) {
      patience.forReply();
      total += chunk.length;
      if (total > MAX_REPLY_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new Lost(error);
  }
  if (total > MAX_REPLY_BYTES) throw fail('body_too_large', { limit: MAX_REPLY_BYTES });
  const { statusCode = 0, headers } = response;
  return { status: statusCode, location: headers.location, bytes: Buffer.concat(chunks) };
}
