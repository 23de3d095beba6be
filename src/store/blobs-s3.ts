import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { fail } from '../domain/error.ts';
import type { ByteRange } from '../shop/document-archive.ts';
import type { Blobs } from './blobs.ts';
import { lazyStream } from './lazy-stream.ts';

/** A bucket of an S3-compatible service. */
export interface S3Bucket {
  /** Of the service, without the bucket: `https://s3.eu-west-3.amazonaws.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Stands before each blob's name, in letters that a URL takes as they are; empty for none. */
  readonly prefix: string;
  /** `https://host/bucket/name` rather than `https://bucket.host/name`. */
  readonly pathStyle: boolean;
  /** For one attempt, 20,000 by default; there are three. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
const ATTEMPTS = 3;
const FIRST_WAIT_MS = 100;
const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Images and documents as objects named by their content, in the folder's own layout (`ab/cd/abcd…`), so that a folder is
 * moved by copying it. The service checks each object against its SHA-256 before it takes it.
 */
export function openS3Blobs(options: S3Bucket): Blobs {
  const call = createCaller(options);
  return {
    async save(bytes) {
      const sha256 = digestOf(bytes);
      if (await isStored(call, sha256, bytes.byteLength)) return sha256;
      // The copy's memory is its own, as a request's body has to be.
      const body = new Uint8Array(bytes);
      const reply = await call({ method: 'PUT', sha256, body });
      if (reply.status !== 200) throw refused(reply);
      return sha256;
    },
    async read(sha256) {
      if (!SHA256.test(sha256)) return undefined;
      const reply = await call({ method: 'GET', sha256 });
      if (reply.status === 404 && codeIn(reply.body) !== 'NoSuchBucket') return undefined;
      if (reply.status !== 200) throw refused(reply);
      if (digestOf(reply.body) !== sha256) throw fail('store_unavailable', { value: sha256 });
      return reply.body;
    },
    async open(sha256) {
      if (!SHA256.test(sha256)) return undefined;
      const reply = await call({ method: 'HEAD', sha256 });
      if (reply.status === 404) return undefined;
      if (reply.status !== 200) throw refused(reply);
      const { length } = reply;
      return { bytes: length, stream: (range) => lazyStream(() => parts(call, { sha256, length, range })) };
    },
  };
}

const PART_BYTES = 4 * 1024 * 1024;

interface Reading {
  readonly sha256: string;
  readonly length: number;
  readonly range: ByteRange | undefined;
}

/** One after another, each asked for again where it failed. Of a whole object, the end comes only if it has its digest. */
async function* parts(call: Caller, { sha256, length, range }: Reading): AsyncGenerator<Uint8Array> {
  const { first, last } = range ?? { first: 0, last: length - 1 };
  const digest = createHash('sha256');
  for (let start = first; start <= last; start += PART_BYTES) {
    const part = { first: start, last: Math.min(start + PART_BYTES - 1, last) };
    const reply = await call({ method: 'GET', sha256, range: part });
    const isWhole = reply.body.length === part.last - part.first + 1;
    if (reply.status !== 206 && !(reply.status === 200 && isWhole)) throw refused(reply);
    if (!isWhole) throw fail('store_unavailable', { value: sha256 });
    digest.update(reply.body);
    if (!range && part.last === last && digest.digest('hex') !== sha256)
      throw fail('store_unavailable', { value: sha256 });
    yield reply.body;
  }
}

interface ObjectCall {
  readonly method: 'HEAD' | 'GET' | 'PUT';
  readonly sha256: string;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly range?: ByteRange;
}

interface Reply {
  readonly status: number;
  readonly length: number;
  readonly body: Uint8Array;
}

type Caller = (call: ObjectCall) => Promise<Reply>;

/** Without the right to list the bucket, S3 answers 403 for what is not there: then the PUT has the last word. */
async function isStored(call: Caller, sha256: string, length: number): Promise<boolean> {
  const reply = await call({ method: 'HEAD', sha256 });
  if (reply.status === 200) return reply.length === length;
  if (reply.status === 404 || reply.status === 403) return false;
  throw refused(reply);
}

/** Every call may be made again without harm, so whatever may pass is tried again. */
function createCaller(options: S3Bucket): Caller {
  const { accessKeyId, secretAccessKey, region, timeoutMs = TIMEOUT_MS } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const urlOf = objectUrl(options);

  const exchange = async (
    { method, sha256, body, range }: ObjectCall,
    signal: AbortSignal,
  ): Promise<Reply> => {
    const response = await client.fetch(urlOf(sha256), {
      method,
      redirect: 'manual',
      signal,
      // What the service checks the bytes against, and what the signature covers.
      headers: {
        'x-amz-content-sha256': digestOf(body ?? new Uint8Array()),
        ...(range && { range: `bytes=${range.first}-${range.last}` }),
      },
      ...(body && { body }),
    });
    return {
      status: response.status,
      length: Number(response.headers.get('content-length')),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };

  // The time is ours to keep: fetch holds the signal that it is given only weakly, and once that is collected as garbage it
  // waits on for a service that never answers.
  const attempt = async (call: ObjectCall): Promise<Reply> => {
    const limit = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        limit.abort();
        reject(new Error(`no answer within ${timeoutMs} ms`));
      }, timeoutMs);
    });
    try {
      return await Promise.race([exchange(call, limit.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  };

  return async (call) => {
    for (let number = 1; ; number++) {
      const outcome = await attempt(call).catch((error: unknown) => ({ error }));
      if (number === ATTEMPTS || !mayPass(outcome)) return replyOf(outcome);
      await sleep(FIRST_WAIT_MS * 4 ** (number - 1) * (0.5 + Math.random()));
    }
  };
}

type Outcome = Reply | { readonly error: unknown };

const INSUFFICIENT_STORAGE = 507;

const mayPass = (outcome: Outcome): boolean =>
  'error' in outcome ||
  outcome.status === 429 ||
  (outcome.status >= 500 && outcome.status !== INSUFFICIENT_STORAGE);

function replyOf(outcome: Outcome): Reply {
  if ('error' in outcome) throw fail('store_unavailable', {}, outcome.error);
  return outcome;
}

/** A blob’s URL by its SHA-256, the only thing that ever becomes a name. */
export function objectUrl({ endpoint, bucket, prefix, pathStyle }: S3Bucket): (sha256: string) => string {
  const base = new URL(endpoint);
  if (!pathStyle) base.hostname = `${bucket}.${base.hostname}`;
  const folders = [base.pathname, pathStyle ? bucket : '', prefix].flatMap((path) => path.split('/'));
  const path = folders.filter((name) => name !== '');
  return (sha256) => `${base.origin}/${[...path, sha256.slice(0, 2), sha256.slice(2, 4), sha256].join('/')}`;
}

/** The log gets the status and the service's own word for it, nothing else of its reply. */
const refused = ({ status, body }: Reply) =>
  fail(
    status === INSUFFICIENT_STORAGE ? 'store_full' : 'store_unavailable',
    {},
    new Error(`the bucket answered ${status} ${codeIn(body)}`.trimEnd()),
  );

const LONGEST_ERROR = 4096;

const codeIn = (body: Uint8Array): string =>
  /<Code>(\w{1,64})<\/Code>/.exec(new TextDecoder().decode(body.subarray(0, LONGEST_ERROR)))?.[1] ?? '';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
