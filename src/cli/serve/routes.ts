import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallHandler } from '../../webservice/call.ts';
import { createProxyTrust, type ProxyTrust, serveCall } from '../../webservice/node.ts';
import type { Configuration } from '../configuration/resolve.ts';
import type { Listener } from './http.ts';
import type { Metrics } from './metrics.ts';
import { metricsStatus } from './metrics-access.ts';
import type { Readiness } from './readiness.ts';

export const ENDPOINT = '/webservice';
const ENDPOINT_PATH = /^\/webservice(?:\/[^/]*)?\/?$/;
const SHOP_PATH = /^\/webservice\/([^/]+)\/?$/;

export interface RouteOptions {
  readonly endpoint: CallHandler;
  readonly configuration: Configuration;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  isStopping(): boolean;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Text {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Which path is answered by whom. */
export function createRoutes(options: RouteOptions): Listener {
  const trust = createProxyTrust(options.configuration.trustedProxies);
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const operations = OPERATIONS[path];
    if (operations) answerOperations({ request, response }, operations(request, options));
    else if (isEndpoint(path, options)) answerCall({ request, response }, path, { ...options, trust });
    else answerText({ request, response }, { status: 404, text: `${path}: 404. Webservice: ${ENDPOINT}` });
  };
}

const OPERATIONS: Readonly<
  Record<string, (request: IncomingMessage, options: RouteOptions) => Text | Promise<Text>>
> = {
  '/healthz': () => ({ status: 200, text: 'ok' }),
  '/readyz': (_request, options) => readyText(options),
  '/metrics': metricsText,
};

async function readyText({ isStopping, readiness, configuration }: RouteOptions): Promise<Text> {
  if (isStopping()) return { status: 503, text: 'stopping' };
  const failing = await readiness.failing();
  const most = configuration.readiness === 'every' ? 0 : configuration.shops.length - 1;
  const ready = failing.length <= most;
  const names = failing.length > 0 ? `; no answer from the store of: ${failing.join(', ')}` : '';
  return { status: ready ? 200 : 503, text: `${ready ? 'ready' : 'not ready'}${names}` };
}

async function metricsText(
  request: IncomingMessage,
  { configuration, metrics }: RouteOptions,
): Promise<Text> {
  const status = metricsStatus(request, configuration.metrics);
  if (status === 200)
    return { status, text: await metrics.text(), headers: { 'content-type': metrics.contentType } };
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return { status, text: `/metrics: ${status}. See metrics.access and metrics.token`, headers };
}

function isEndpoint(path: string, { configuration }: RouteOptions): boolean {
  const shopName = SHOP_PATH.exec(path)?.[1];
  const known = shopName === undefined || configuration.shops.some(({ name }) => name === shopName);
  return known && ENDPOINT_PATH.test(path);
}

function answerCall(
  exchange: Exchange,
  path: string,
  { endpoint, configuration, trust }: RouteOptions & { readonly trust: ProxyTrust },
): void {
  const shopName = SHOP_PATH.exec(path)?.[1];
  serveCall(endpoint, exchange, {
    ...(shopName !== undefined && { shopName }),
    idleSeconds: configuration.limits.idleSeconds,
    trust,
  }).catch(() => exchange.response.destroy());
}

function answerOperations(exchange: Exchange, answer: Text | Promise<Text>): void {
  Promise.resolve(answer)
    .then((text) => answerText(exchange, text))
    .catch(() => answerText(exchange, { status: 500, text: 'error' }));
}

function answerText({ request, response }: Exchange, { status, text, headers }: Text): void {
  request.resume();
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
}
