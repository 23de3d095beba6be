import { hash } from 'node:crypto';
import { bodyOf, isLines, linesOfJson } from './lines.ts';
import { MadeFile } from './made-file.ts';
import { type AskedRange, rangeFrom } from './range.ts';
import type { Reply } from './reply.ts';
import { StreamedFile } from './streamed-file.ts';

/** A reply in bytes, before a server sends it. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where the status says it all. */
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;
}

const FOR_THIS_CALLER = 'private, no-cache';

/** What of a call decides how its reply is sent. */
export interface Asked extends AskedRange {
  /** What stands in the place of lines that do not come: the reply has begun. */
  failed(error: unknown): unknown;
  /** Told when the caller has gone before the end of a reply that comes bit by bit. */
  onLeft(): void;
}

/**
 * Nothing as such, a file as it is, or the part that is asked for; what comes in lines as it comes; all else as JSON. With an ETag
 * of the content where the reply brings none.
 */
export async function answerFrom(
  { content, headers }: Reply<unknown>,
  status: number,
  asked: Asked,
): Promise<Answer> {
  if (content === undefined)
    return { status, headers: { 'cache-control': FOR_THIS_CALLER, ...headers }, body: null };
  if (content instanceof StreamedFile) return streamed(content, headers, asked);
  if (content instanceof MadeFile) return asItComes(content.chunks, content.type, { own: headers, ...asked });
  if (isLines(content))
    return asItComes(linesOfJson(content, asked.failed), LINES_TYPE, { own: headers, ...asked });
  const isFile = content instanceof File;
  const body = isFile ? new Uint8Array(await content.arrayBuffer()) : JSON.stringify(content);
  return {
    status,
    headers: {
      'content-type': isFile ? content.type : 'application/json; charset=utf-8',
      'cache-control': FOR_THIS_CALLER,
      ...(headers?.etag === undefined && { etag: etagOf(body) }),
      ...headers,
    },
    body,
  };
}

function streamed({ type, file }: StreamedFile, own: Reply<unknown>['headers'], asked: AskedRange): Answer {
  const { bytes } = file;
  const range = rangeFrom(asked, { bytes, etag: own?.etag });
  return {
    status: range ? 206 : 200,
    headers: {
      'content-type': type,
      'content-length': String(range ? range.last - range.first + 1 : bytes),
      'accept-ranges': 'bytes',
      'cache-control': FOR_THIS_CALLER,
      ...(range && { 'content-range': `bytes ${range.first}-${range.last}/${bytes}` }),
      ...own,
    },
    body: file.stream(range),
  };
}

const LINES_TYPE = 'application/jsonl; charset=utf-8';

const asItComes = (
  chunks: AsyncIterable<Uint8Array>,
  type: string,
  { own, onLeft }: Pick<Asked, 'onLeft'> & { readonly own: Reply<unknown>['headers'] },
): Answer => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': 'no-store', ...own },
  body: bodyOf(chunks, onLeft),
});

export const etagOf = (content: string | Uint8Array): string =>
  `"${hash('sha256', content, 'base64url').slice(0, 22)}"`;

/** 304 in place of what the caller has already. */
export function unlessKnown(answer: Answer, ifNoneMatch: string | undefined): Answer {
  const { 'content-type': _, 'content-length': __, 'content-range': ___, ...headers } = answer.headers;
  const known = (answer.status === 200 || answer.status === 206) && isNamed(headers.etag, ifNoneMatch);
  return known ? { status: 304, headers, body: null } : answer;
}

/** Compares weakly, as RFC 9110 wants it here: a proxy that compresses makes a tag weak. */
function isNamed(etag: string | undefined, ifNoneMatch: string | undefined): boolean {
  if (etag === undefined || ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''));
}
