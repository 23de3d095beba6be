import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Bucket } from '../../src/store/blobs-s3.ts';
import { listen } from '../support/listen.ts';

/** What the service does to one call, once. `cut`: the connection breaks before a reply; `half`: in the middle of it. */
type Fault = 'slow-down' | 'internal' | 'cut' | 'half' | 'hang' | 'full';

export interface S3Double {
  readonly bucket: S3Bucket;
  /** By path. */
  readonly objects: Map<string, Buffer>;
  /** Method of each call that reached it, in order. */
  readonly calls: string[];
  /** Befall the next calls, one each. */
  readonly faults: Fault[];
  /** Without it, what is not there is 403 and not 404, as on S3. */
  mayList: boolean;
  close(): Promise<void>;
}

const ACCESS = { accessKeyId: 'AKIADOUBLE', secretAccessKey: 'the/secret+of=the double' };
const REGION = 'eu-west-3';
const BUCKET = 'shop-blobs';

/**
 * As much of S3 as a store of blobs needs, as S3 does it: signatures are checked by computing them anew, bytes against
 * the digest that was signed, errors are XML with a code.
 */
export async function startS3Double(): Promise<S3Double> {
  const state = {
    objects: new Map<string, Buffer>(),
    calls: [] as string[],
    faults: [] as Fault[],
    mayList: true,
  };
  const server = createServer((request, response) => {
    answer(request, response, state).catch(() => response.destroy());
  });
  const port = await listen(server);
  return Object.assign(state, {
    bucket: {
      ...ACCESS,
      endpoint: `http://127.0.0.1:${port}`,
      bucket: BUCKET,
      region: REGION,
      prefix: 'a/shop',
      pathStyle: true,
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

type State = Pick<S3Double, 'objects' | 'calls' | 'faults' | 'mayList'>;

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const { method = '' } = request;
  state.calls.push(method);
  const body = await buffer(request);
  const fault = state.faults.shift();
  if (fault === 'hang') return;
  if (fault === 'cut') return void request.socket.destroy();
  const reply = faultReply(fault) ?? (await refusal(request, body)) ?? serve(request, body, state);
  response.writeHead(reply.status, { 'content-length': reply.body.length });
  if (method === 'HEAD') return void response.end();
  if (fault === 'half') {
    response.write(reply.body.subarray(0, reply.body.length / 2));
    return void setTimeout(() => request.socket.destroy(), 10);
  }
  response.end(reply.body);
}

interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

const error = (status: number, code: string): Reply => ({
  status,
  body: Buffer.from(`<?xml version="1.0"?>\n<Error><Code>${code}</Code><Message>no</Message></Error>`),
});

function faultReply(fault: Fault | undefined): Reply | undefined {
  if (fault === 'slow-down') return error(503, 'SlowDown');
  if (fault === 'internal') return error(500, 'InternalError');
  return fault === 'full' ? error(507, 'XMinioStorageFull') : undefined;
}

async function refusal(request: IncomingMessage, body: Buffer): Promise<Reply | undefined> {
  const { headers, method = '' } = request;
  if (method === 'PUT' && headers['content-length'] === undefined) return error(411, 'MissingContentLength');
  if (headers.authorization !== (await expectedSignature(request)))
    return error(403, 'SignatureDoesNotMatch');
  const digest = createHash('sha256').update(body).digest('hex');
  return headers['x-amz-content-sha256'] === digest ? undefined : error(400, 'XAmzContentSHA256Mismatch');
}

function expectedSignature({ headers, method = '', url = '' }: IncomingMessage): Promise<string> {
  const { authorization = '', host = '' } = headers;
  const signed = /SignedHeaders=([^,]*)/.exec(authorization)?.[1]?.split(';') ?? [];
  const given = signed.flatMap((name): [string, string][] =>
    name === 'host' ? [] : [[name, String(headers[name])]],
  );
  return new AwsV4Signer({
    ...ACCESS,
    method,
    url: `http://${host}${url}`,
    headers: given,
    service: 's3',
    region: REGION,
    datetime: String(headers['x-amz-date']),
  }).authHeader();
}

function serve(
  { method, url = '', headers }: IncomingMessage,
  body: Buffer,
  { objects, mayList }: State,
): Reply {
  if (!url.startsWith(`/${BUCKET}/`)) return error(404, 'NoSuchBucket');
  if (method === 'PUT') objects.set(url, body);
  const found = objects.get(url);
  if (!found) return mayList ? error(404, 'NoSuchKey') : error(403, 'AccessDenied');
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  if (first !== undefined) return { status: 206, body: found.subarray(Number(first), Number(last) + 1) };
  return { status: 200, body: method === 'PUT' ? Buffer.alloc(0) : found };
}
