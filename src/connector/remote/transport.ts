import * as http from 'node:http';
import * as https from 'node:https';
import { fail } from '../../domain/error.ts';
import type { Form } from '../../wire/form/writer.ts';
import { type Attempt, attempt, type RemoteReply } from './attempt.ts';
import { type Outgoing, openOutgoing } from './outgoing.ts';
import { DEFAULT_TIMEOUTS, type Timeouts } from './patience.ts';
import { unavailable } from './unavailable.ts';

export interface TransportOptions {
  readonly url: string;
  /** Takes any certificate, as E-connecteur itself does (seed §3); false by default. */
  readonly insecure?: boolean;
  readonly timeouts?: Partial<Timeouts>;
}

export interface Post extends Form {
  /** The call may reach the shop twice: it changes nothing there. */
  readonly isRepeatable: boolean;
  /** Bodies over 1 MiB wait for `100 Continue`. */
  readonly expectContinue: boolean;
}

/** HTTP/1.1 to one address, over connections that are kept. Redirects are replies like others. */
export interface Transport {
  /** Rejects with `shop_unavailable` when there is no whole reply, and with what the body's own source throws. */
  post(post: Post): Promise<RemoteReply>;
  /** Closes the connections. */
  close(): void;
}

/** Throws `option_invalid` for an address that is none. */
export function createTransport({ url, insecure = false, timeouts }: TransportOptions): Transport {
  const address = parseAddress(url);
  const isTls = address.protocol === 'https:';
  const agent = isTls ? new https.Agent({ ...KEPT, rejectUnauthorized: !insecure }) : new http.Agent(KEPT);
  const open: Open = (headers) => (isTls ? https : http).request(address, { method: 'POST', agent, headers });
  const patience = { ...DEFAULT_TIMEOUTS, ...timeouts };
  return {
    async post({ contentType, body, ...options }) {
      const outgoing = await openOutgoing(body);
      try {
        return await send({ open, contentType, outgoing, timeouts: patience, ...options });
      } finally {
        outgoing.release();
      }
    },
    close: () => agent.destroy(),
  };
}

type Open = (headers: http.OutgoingHttpHeaders) => http.ClientRequest;

/**
 * A connection that nobody used for that long is closed rather than used again: servers close theirs after a few
 * seconds (5 is usual), and a call must not meet that.
 */
const KEPT = { keepAlive: true, timeout: 3000 } as const;

function parseAddress(url: string): URL {
  const address = URL.parse(url);
  if (address && /^https?:$/.test(address.protocol)) return address;
  throw fail('option_invalid', { field: 'url', value: url, expected: 'http://… or https://…' });
}

interface Sent extends Omit<Post, 'body' | 'contentType'> {
  readonly open: Open;
  readonly contentType: string;
  readonly outgoing: Outgoing;
  readonly timeouts: Timeouts;
}

const LARGE = 1024 * 1024;

async function send(sent: Sent): Promise<RemoteReply> {
  const { open, contentType, outgoing, timeouts } = sent;
  const { length } = outgoing;
  let expects = sent.expectContinue && (length === undefined || length > LARGE);
  for (;;) {
    const request = open({
      accept: '*/*',
      'content-type': contentType,
      ...(length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': length }),
      ...(expects ? { expect: '100-continue' } : {}),
    });
    const result = await attempt(request, outgoing, { expects, timeouts });
    if ('reply' in result) {
      // It is the question itself that the server refuses.
      if (result.reply.status !== 417 || !expects || result.bodyStarted) return result.reply;
      expects = false;
    } else if (!request.reusedSocket || !maySendAgain(result, sent)) {
      throw unavailable(result.lost.cause);
    }
    outgoing.rewind();
  }
}

/**
 * After a connection was lost that had been used before, so that the server may just have given it up: again if the
 * shop cannot have acted (of a form without its body nothing is done), or if acting twice does no harm.
 */
const maySendAgain = (
  { bodyStarted, replyStarted }: Exclude<Attempt, { readonly reply: RemoteReply }>,
  { isRepeatable, outgoing }: Sent,
): boolean => !bodyStarted || (isRepeatable && outgoing.isWhole && !replyStarted);
