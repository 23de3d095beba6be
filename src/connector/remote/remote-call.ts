import { setImmediate } from 'node:timers/promises';
import { fail, PasserelleError } from '../../domain/error.ts';
import type { Decoded } from '../../domain/problem.ts';
import type { WrittenCompression } from '../../wire/compression/compress.ts';
import type { StreamCodec, WireOptions, WireRequest } from '../../wire/messages/codec.ts';
import { LEAVES, type Shape, type XmlElement } from '../../wire/xml/element.ts';
import { readReply } from './reply.ts';
import { type Form, formFromRequest, formFromStream } from './request.ts';

export interface Remote {
  /** The webservice's one URL. */
  readonly url: string;
  readonly key: string;
  readonly fetch: typeof globalThis.fetch;
  /** Of `data`. */
  readonly compression: WrittenCompression;
  readonly wire: WireOptions;
}

interface ReplyCodec<Reply> {
  readonly replyShape: Shape;
  decodeReply(root: XmlElement, options: WireOptions): Decoded<Reply>;
}

/** The caller's half of a message or a list. */
interface CallCodec<Request, Reply> extends ReplyCodec<Reply> {
  readonly resource: string;
  encodeRequest(request: Request, options: WireOptions): WireRequest;
}

/** One request and its reply. Rejects as readReply does, and with `store_unavailable` when nobody answers. */
export async function callRemote<Request, Reply>(
  remote: Remote,
  codec: CallCodec<Request, Reply>,
  request: Request,
): Promise<Reply> {
  const form = formFromRequest(codec.encodeRequest(request, remote.wire), {
    ...remote,
    resource: codec.resource,
  });
  return exchange(remote, form, codec);
}

/**
 * A bulk message, streamed; gives the number of records. When its source throws, the request is broken off, so that the
 * shop saves nothing, and the source's error goes on.
 */
export async function sendRemote<Item, Keep>(
  remote: Remote,
  codec: StreamCodec<Item, Keep>,
  batches: AsyncIterable<readonly Item[]>,
): Promise<number> {
  const source = createWatch(batches);
  const form = formFromStream(codec.encodeRequest(source.batches(), remote.wire), {
    ...remote,
    resource: codec.resource,
  });
  try {
    await exchange(remote, form, { replyShape: LEAVES, decodeReply: codec.decodeReply });
  } catch (error) {
    throw source.failure ? source.failure.error : error;
  } finally {
    source.isOver = true;
  }
  return source.records;
}

function createWatch<Item>(batches: AsyncIterable<readonly Item[]>) {
  const watch = {
    records: 0,
    /** Set once the shop has answered, which it may do before it has read the whole message. */
    isOver: false,
    /** What the source itself threw; an HTTP client wraps it beyond recognition. */
    failure: undefined as { readonly error: unknown } | undefined,
    async *batches(): AsyncGenerator<readonly Item[]> {
      try {
        for await (const batch of batches) {
          watch.records += batch.length;
          yield batch;
          if (watch.isOver) return;
          // A source that never waits would else keep everybody waiting once the connection is gone.
          await setImmediate();
        }
      } catch (error) {
        watch.failure = { error };
        throw error;
      }
    },
  };
  return watch;
}

async function exchange<Reply>(
  { url, fetch, wire }: Remote,
  { contentType, body }: Form,
  { replyShape, decodeReply }: ReplyCodec<Reply>,
): Promise<Reply> {
  const stop = new AbortController();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType },
      signal: stop.signal,
      redirect: 'error',
      ...(body instanceof Uint8Array ? { body } : { body: ReadableStream.from(body), duplex: 'half' }),
    });
    return await readReply(response, { shape: replyShape, decode: (root) => decodeReply(root, wire) });
  } catch (error) {
    throw error instanceof PasserelleError ? error : fail('store_unavailable', { value: url }, error);
  } finally {
    stop.abort();
  }
}
