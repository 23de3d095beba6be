import type { IncomingMessage } from 'node:http';
import type { Configuration } from '../../configuration/resolve.ts';
import { answerText, type Route, type Text } from '../http/route.ts';
import type { Metrics } from './metrics.ts';
import { metricsStatus } from './metrics-access.ts';
import type { Readiness } from './readiness.ts';

export interface OperationsOptions {
  readonly configuration: Configuration;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  isStopping(): boolean;
}

/** What watches over the server asks: whether it lives, whether it is ready, and its figures. */
export const createOperationsRoutes = (options: OperationsOptions): readonly Route[] => [
  textRoute('/healthz', async () => ({ status: 200, text: 'ok' })),
  textRoute('/readyz', () => readyText(options)),
  textRoute('/metrics', (request) => metricsText(request, options)),
];

const textRoute = (path: string, say: (request: IncomingMessage) => Promise<Text>): Route => ({
  matches: (asked) => asked === path,
  async answer(exchange) {
    const text = await say(exchange.request).catch(() => ({ status: 500, text: 'error' }));
    answerText(exchange, text);
  },
});

async function readyText({ isStopping, readiness, configuration }: OperationsOptions): Promise<Text> {
  if (isStopping()) return { status: 503, text: 'stopping' };
  const failing = await readiness.failing();
  const most = configuration.readiness === 'every' ? 0 : configuration.shops.length - 1;
  const ready = failing.length <= most;
  const names = failing.length > 0 ? `; no answer from the store of: ${failing.join(', ')}` : '';
  return { status: ready ? 200 : 503, text: `${ready ? 'ready' : 'not ready'}${names}` };
}

async function metricsText(
  request: IncomingMessage,
  { configuration, metrics }: OperationsOptions,
): Promise<Text> {
  const status = metricsStatus(request, configuration.metrics);
  if (status === 200)
    return { status, text: await metrics.text(), headers: { 'content-type': metrics.contentType } };
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return { status, text: `/metrics: ${status}. See metrics.access and metrics.token`, headers };
}
