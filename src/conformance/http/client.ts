import * as http from 'node:http';
import * as https from 'node:https';
import { exchange, type HttpReply, type HttpRequest } from './exchange.ts';

/** Nothing that could be read came back. */
interface HttpFailure {
  /** Node's code, as `ECONNREFUSED`, or `TIMEOUT`. */
  readonly failure: string;
}

export type HttpOutcome = HttpReply | HttpFailure;

export interface HttpClient {
  send(request: HttpRequest): Promise<HttpOutcome>;
  /** How many requests were sent. */
  count(): number;
  close(): void;
}

export interface HttpClientOptions {
  readonly url: URL;
  /** Longest wait for a whole reply, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** As the connector calls: connections are kept, certificates are not verified, redirects are not followed. */
export function createHttpClient({ url, timeoutMs, signal }: HttpClientOptions): HttpClient {
  const secure = url.protocol === 'https:';
  const settings = { keepAlive: true, maxSockets: 16 };
  const agent = secure
    ? new https.Agent({ ...settings, rejectUnauthorized: false })
    : new http.Agent(settings);
  const open = secure ? https.request : http.request;
  let count = 0;
  const attempt = async (request: HttpRequest): Promise<HttpOutcome | 'stale'> => {
    count++;
    const limit = AbortSignal.timeout(timeoutMs);
    const call = open(url, {
      agent,
      method: request.method,
      headers: request.headers,
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    });
    try {
      return await exchange(call, request);
    } catch (error) {
      signal?.throwIfAborted();
      if (limit.aborted) return { failure: 'TIMEOUT' };
      return isStale(call, error) ? 'stale' : { failure: codeOf(error) };
    }
  };
  return {
    async send(request) {
      // A kept connection that the server closed meanwhile says nothing about the request: it is sent again.
      for (let left = settings.maxSockets; left > 0; left--) {
        const outcome = await attempt(request);
        if (outcome !== 'stale') return outcome;
      }
      return { failure: 'ECONNRESET' };
    },
    count: () => count,
    close: () => agent.destroy(),
  };
}

const isStale = (call: http.ClientRequest, error: unknown): boolean =>
  call.reusedSocket && codeOf(error) === 'ECONNRESET';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
