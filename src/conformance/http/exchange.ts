import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, unzip } from 'node:zlib';

export interface HttpRequest {
  readonly method: 'POST' | 'GET';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer;
  /** Waits for `100 Continue` before the body, a second at most, as libcurl does. */
  readonly expectContinue?: boolean;
}

export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  /** Of a redirect, which is not followed. */
  readonly location?: string;
  /** As `gzip`: it is never asked for. The body stands decompressed where that could be done. */
  readonly encoding?: string;
  /** The exact bytes, without the transfer encoding. */
  readonly body: Buffer;
  /** More came than is read: the rest was not waited for. */
  readonly truncated: boolean;
  /** Whether an earlier connection was used again. */
  readonly reusedConnection: boolean;
}

/** A list of a million products is about 80 MB: it is not read whole. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;
/** Enough to see what it was. */
const KEPT_OF_TRUNCATED = 1024 * 1024;
const CONTINUE_WAIT_MS = 1000;

const decompressAny: (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer> =
  promisify(unzip);

/** Sends the request over `call` and reads the reply; rejects when the connection fails. */
export async function exchange(call: ClientRequest, request: HttpRequest): Promise<HttpReply> {
  const answered = responseOf(call);
  if (request.expectContinue) await continued(call, answered);
  call.end(request.body);
  const response = await answered;
  const { location, 'content-encoding': encoding = 'identity' } = response.headers;
  const whole = await readBody(response);
  return {
    status: response.statusCode ?? 0,
    contentType: response.headers['content-type'] ?? '',
    ...(location === undefined ? {} : { location }),
    ...(encoding === 'identity' ? whole : { encoding, ...(await decompressed(whole, encoding)) }),
    reusedConnection: call.reusedSocket,
  };
}

const responseOf = (call: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    call.once('response', resolve);
    call.on('error', reject);
  });

async function continued(call: ClientRequest, answered: Promise<IncomingMessage>): Promise<void> {
  const wait = new AbortController();
  const timer = setTimeout(() => wait.abort(), CONTINUE_WAIT_MS);
  call.flushHeaders();
  await Promise.race([once(call, 'continue', { signal: wait.signal }).catch(() => {}), answered]);
  clearTimeout(timer);
  wait.abort();
}

interface Body {
  readonly body: Buffer;
  readonly truncated: boolean;
}

async function readBody(response: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAXIMUM_BYTES) return cutShort(Buffer.concat(chunks, KEPT_OF_TRUNCATED));
  }
  return { body: Buffer.concat(chunks), truncated: false };
}

const cutShort = (body: Buffer): Body => ({ body, truncated: true });

const DECOMPRESSIONS: Readonly<Record<string, typeof decompressAny>> = {
  gzip: decompressAny,
  'x-gzip': decompressAny,
  deflate: decompressAny,
  br: promisify(brotliDecompress),
};

async function decompressed(whole: Body, encoding: string): Promise<Body> {
  const decompress = DECOMPRESSIONS[encoding.trim().toLowerCase()];
  if (whole.truncated || !decompress) return whole;
  try {
    return { body: await decompress(whole.body, { maxOutputLength: MAXIMUM_BYTES }), truncated: false };
  } catch (error) {
    const isBomb = error instanceof RangeError;
    return isBomb ? cutShort(whole.body) : whole;
  }
}
