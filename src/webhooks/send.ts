import { lookup } from 'node:dns';
import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressRules } from './addresses.ts';
import { hostOf, mayCall } from './target.ts';

/** What came of one attempt. */
export interface Answer {
  readonly status?: number;
  /** What kept an answer from coming: `timeout`, `address_refused`, or the system's own word (`ECONNREFUSED`). */
  readonly error?: string;
  readonly durationMs: number;
  /** The first bytes of the body, as text. */
  readonly answer?: string;
  readonly retryAfterMs?: number;
}

/** 2xx. */
export const isSuccess = ({ status = 0 }: Pick<Answer, 'status'>): boolean => status >= 200 && status < 300;

export interface Sender {
  /** Never rejects, but with the reason of a signal that is aborted. */
  send(url: string, message: Outgoing, signal?: AbortSignal): Promise<Answer>;
  close(): void;
}

interface Outgoing {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SenderOptions {
  readonly rules: AddressRules;
  /** Of a whole attempt, the name's resolution included. */
  readonly timeoutMs: number;
  readonly userAgent: string;
}

/** Of an answer: what is read at most, and what is kept. */
const MOST_READ = 64 * 1024;
const MOST_KEPT = 500;
const MOST_SOCKETS = 16;

/** Follows no redirect: a receiver must not be able to send us elsewhere. */
export function createSender({ rules, timeoutMs, userAgent }: SenderOptions): Sender {
  const settings = { keepAlive: true, maxSockets: MOST_SOCKETS };
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };

  async function attempt(url: URL, { headers, body }: Outgoing, signal: AbortSignal): Promise<Reply> {
    const protocol = url.protocol === 'http:' ? 'http:' : 'https:';
    const host = hostOf(url);
    // A name is looked at where it is resolved; a number is never resolved.
    if (isIP(host) !== 0 && !mayCall(rules, protocol, host)) throw refusal();
    const client = protocol === 'http:' ? http : https;
    const response = await request(client, url, body, {
      method: 'POST',
      agent: agents[protocol],
      headers: { ...headers, 'user-agent': userAgent, 'content-length': Buffer.byteLength(body) },
      lookup: guardedLookup(rules, protocol),
      signal,
    });
    return { response, text: await beginning(response) };
  }

  return {
    async send(url, message, signal) {
      const began = performance.now();
      const timeout = AbortSignal.timeout(timeoutMs);
      const durationMs = (): number => Math.round((performance.now() - began) * 10) / 10;
      try {
        const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
        const { response, text } = await attempt(new URL(url), message, either);
        return {
          ...(response.statusCode !== undefined && { status: response.statusCode }),
          durationMs: durationMs(),
          ...(text !== '' && { answer: text }),
          ...retryAfter(response),
        };
      } catch (error) {
        signal?.throwIfAborted();
        return { error: timeout.aborted ? 'timeout' : errorWord(error), durationMs: durationMs() };
      }
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

interface Reply {
  readonly response: IncomingMessage;
  readonly text: string;
}

const request = (
  client: typeof http | typeof https,
  url: URL,
  body: string,
  options: RequestOptions,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    client.request(url, options, resolve).on('error', reject).end(body);
  });

const REFUSED = 'address_refused';
const refusal = (): Error => Object.assign(new Error(REFUSED), { code: REFUSED });

/** The address that is called is the one that was looked at: asking for a name twice may give two answers. */
const guardedLookup =
  (rules: AddressRules, protocol: string): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const allowed = found.filter(({ address }) => mayCall(rules, protocol, address));
      const [first] = allowed;
      if (!first) return callback(refusal(), '');
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };

/** A connection is kept for the next message only when the body came to its end. */
async function beginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_READ) break;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, MOST_KEPT);
}

/** In seconds or as a date. */
function retryAfter({ headers }: IncomingMessage): Pick<Answer, 'retryAfterMs'> {
  const { 'retry-after': text } = headers;
  if (text === undefined) return {};
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return ms > 0 ? { retryAfterMs: ms } : {};
}

function errorWord(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message.slice(0, MOST_KEPT) : 'error';
}
