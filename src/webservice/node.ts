import type { IncomingMessage, ServerResponse } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { fail } from '../domain/error.ts';
import type { Answer, CallHandler } from './call.ts';

export interface NodeCallOptions {
  readonly shopName?: string;
  /** Seconds without a byte after which a body is given up. */
  readonly idleSeconds: number;
  /** Which callers' `X-Forwarded-For` is believed. */
  readonly trust: ProxyTrust;
}

export type ProxyTrust = (address: string) => boolean;

/** Trusts addresses and CIDR ranges: `10.0.0.1`, `10.0.0.0/8`, `fd00::/8`. */
export function createProxyTrust(proxies: readonly string[]): ProxyTrust {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** How long the rest of a refused body is read and thrown away, so that the caller gets to see the reply. */
const LINGER_MS = 2_000;

/** The endpoint on node:http: turns a request into a Call, and an Answer into bytes. The only file that knows sockets. */
export async function serveCall(
  handler: CallHandler,
  exchange: { readonly request: IncomingMessage; readonly response: ServerResponse },
  options: NodeCallOptions,
): Promise<void> {
  const { request, response } = exchange;
  const answer = await handler({
    method: request.method ?? 'GET',
    ...(options.shopName === undefined ? {} : { shopName: options.shopName }),
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(',') : value;
    },
    body: readBody(request, options.idleSeconds),
    remoteAddress: remoteAddress(request, options.trust),
  });
  const unread = !request.complete;
  if (response.destroyed) return;
  await writeAnswer(response, answer, unread);
  if (unread) lingerThenClose(request);
}

/** Rejects when the caller goes away or falls silent; in neither case is the connection cut before the reply. */
async function* readBody(request: IncomingMessage, idleSeconds: number): AsyncGenerator<Uint8Array> {
  while (!request.readableEnded) {
    const chunk: Uint8Array | null = request.read();
    if (chunk) yield chunk;
    else await more(request, idleSeconds);
  }
  if (!request.complete) throw fail('body_incomplete');
}

function more(request: IncomingMessage, idleSeconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      request.off('readable', goOn).off('end', goOn).off('close', broken).off('error', broken);
      if (error) reject(error);
      else resolve();
    };
    const goOn = (): void => settle();
    const broken = (): void => settle(request.readableEnded ? undefined : fail('body_incomplete'));
    const timer = setTimeout(() => settle(fail('body_too_slow', { limit: idleSeconds })), idleSeconds * 1000);
    request.on('readable', goOn).on('end', goOn).on('close', broken).on('error', broken);
    if (request.destroyed) broken();
  });
}

async function writeAnswer(response: ServerResponse, answer: Answer, close: boolean): Promise<void> {
  const headers = close ? { ...answer.headers, connection: 'close' } : answer.headers;
  if (typeof answer.body === 'string') {
    const bytes = Buffer.from(answer.body);
    response.writeHead(answer.status, { ...headers, 'content-length': bytes.length });
    response.end(response.req.method === 'HEAD' ? undefined : bytes);
    return;
  }
  response.writeHead(answer.status, headers);
  try {
    for await (const text of answer.body) {
      if (response.destroyed) return;
      if (!response.write(text)) await drained(response);
    }
    response.end();
  } catch {
    // The status is out already: only a broken connection can still say that the list is not whole.
    response.destroy();
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

function lingerThenClose(request: IncomingMessage): void {
  request.on('error', () => {});
  request.resume();
  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  request.on('close', () => clearTimeout(timer));
}

/** The last address that no trusted proxy added. */
export function remoteAddress(request: IncomingMessage, trusts: ProxyTrust): string {
  const direct = plainAddress(request.socket.remoteAddress ?? '');
  if (!trusts(direct)) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => plainAddress(address.trim()))
    .filter((address) => address !== '');
  return forwarded.findLast((address) => !trusts(address)) ?? direct;
}

const plainAddress = (address: string): string => address.replace(/^::ffff:/, '');
