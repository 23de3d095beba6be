import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fail } from '../../../domain/error.ts';
import type { Configuration } from '../../configuration/resolve.ts';
import { createDrain } from './drain.ts';

export interface HttpServer {
  /** Without a path. */
  readonly url: string;
  callsUnderWay(): number;
  /** Takes nothing new, waits for what is under way, and cuts off what takes too long. Gives how many calls those were. */
  stop(): Promise<number>;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Listens on the configured address. Rejects with `listening_failed` when that is taken. */
export async function startHttp(listener: Listener, configuration: Configuration): Promise<HttpServer> {
  const server = createFor(configuration);
  const drain = createDrain(server, {
    announceMs: configuration.drainAnnounceSeconds * 1000,
    graceMs: configuration.drainSeconds * 1000,
  });
  server.on('request', (request, response) => {
    drain.observe(response);
    listener(request, response);
  });
  await listening(server, configuration);
  return {
    url: baseUrl(server, configuration),
    callsUnderWay: drain.callsUnderWay,
    stop: drain.stop,
  };
}

async function listening(server: Server, { host, port }: Configuration): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const expected = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw fail('listening_failed', { value: `${host}:${port}`, expected }, error);
  }
}

function createFor({ tls, limits }: Configuration): Server {
  const options = {
    // A body may take long, as a large price list does: it is bounded by silence, not by its length.
    requestTimeout: 0,
    headersTimeout: limits.headerSeconds * 1000,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 65_000,
    noDelay: true,
  };
  if (!tls) return createServer(options);
  const credentials = { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) };
  return createTlsServer({ ...options, ...credentials });
}

function baseUrl(server: Server, { host, tls }: Configuration): string {
  const { port } = server.address() as AddressInfo;
  const anywhere = host === '0.0.0.0' || host === '::';
  const name = anywhere ? '127.0.0.1' : host;
  return `${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
