import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CallHandler } from '../../webservice/call.ts';
import { createProxyTrust, type ProxyTrust, serveCall } from '../../webservice/node.ts';
import type { Configuration } from '../configuration/resolve.ts';

export interface HttpServer {
  /** Of the first shop's endpoint. */
  readonly url: string;
  /** Takes nothing new, waits for what is under way, and cuts off what takes too long. */
  stop(): Promise<void>;
}

const ENDPOINT = '/webservice';
const ENDPOINT_PATH = /^\/webservice(?:\/[^/]*)?\/?$/;
const SHOP_PATH = /^\/webservice\/([^/]+)\/?$/;
/** How long a request under way may still take when the server stops. */
const GRACE_MS = 10_000;

/** Listens on the configured address. Rejects when that is taken. */
export async function startHttp(endpoint: CallHandler, configuration: Configuration): Promise<HttpServer> {
  const state = { stopping: false };
  const trust = createProxyTrust(configuration.trustedProxies);
  const server = listen(configuration, (request, response) => {
    route({ request, response }, { endpoint, configuration, state, trust });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(configuration.port, configuration.host, resolve);
  });
  return {
    url: `${baseUrl(server, configuration)}${ENDPOINT}`,
    async stop() {
      state.stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(cutOff);
    },
  };
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function listen({ tls, limits }: Configuration, listener: Listener): Server {
  const options = {
    // A body may take long, as a large price list does: it is bounded by silence, not by its length.
    requestTimeout: 0,
    headersTimeout: limits.headerSeconds * 1000,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 65_000,
    noDelay: true,
  };
  if (!tls) return createServer(options, listener);
  const credentials = { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) };
  return createTlsServer({ ...options, ...credentials }, listener);
}

function baseUrl(server: Server, { host, tls }: Configuration): string {
  const { port } = server.address() as AddressInfo;
  const anywhere = host === '0.0.0.0' || host === '::';
  const name = anywhere ? '127.0.0.1' : host;
  return `${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Routes {
  readonly endpoint: CallHandler;
  readonly configuration: Configuration;
  readonly state: { readonly stopping: boolean };
  readonly trust: ProxyTrust;
}

function route(exchange: Exchange, { endpoint, configuration, state, trust }: Routes): void {
  const path = (exchange.request.url ?? '/').split('?', 1)[0] ?? '/';
  if (state.stopping) exchange.response.setHeader('connection', 'close');
  const fixed = fixedAnswer(path, state.stopping);
  const shopName = SHOP_PATH.exec(path)?.[1];
  const known = shopName === undefined || configuration.shops.some(({ name }) => name === shopName);
  if (fixed) answerText(exchange, fixed);
  else if (!(ENDPOINT_PATH.test(path) && known))
    answerText(exchange, { status: 404, text: `${path}: 404. Webservice: ${ENDPOINT}` });
  else
    serveCall(endpoint, exchange, {
      ...(shopName !== undefined && { shopName }),
      idleSeconds: configuration.limits.idleSeconds,
      trust,
    }).catch(() => exchange.response.destroy());
}

interface FixedAnswer {
  readonly status: number;
  readonly text: string;
}

function fixedAnswer(path: string, stopping: boolean): FixedAnswer | undefined {
  if (path === '/healthz') return { status: 200, text: 'ok' };
  if (path !== '/readyz') return undefined;
  return stopping ? { status: 503, text: 'stopping' } : { status: 200, text: 'ready' };
}

function answerText({ request, response }: Exchange, { status, text }: FixedAnswer): void {
  request.resume();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
