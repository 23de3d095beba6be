import { PasserelleError } from '../../domain/error.ts';
import type { Decoded } from '../../domain/problem.ts';
import type { SalesDocumentChange } from '../../domain/sales-document.ts';
import type { WrittenCompression } from '../../wire/compression/compress.ts';
import type { Form } from '../../wire/form/writer.ts';
import type { StreamCodec, WireOptions, WireRequest } from '../../wire/messages/codec.ts';
import { documentPushCodec } from '../../wire/messages/documents/document-push.ts';
import { isResource, RESOURCES } from '../../wire/messages/resources.ts';
import { LEAVES, type Shape, type XmlElement } from '../../wire/xml/element.ts';
import type { RemoteReply } from './attempt.ts';
import type { Dialect } from './dialect.ts';
import { checkPushed, readReply } from './reply.ts';
import { formFromRequest, formFromStream } from './request.ts';
import type { Transport } from './transport.ts';

export interface Remote {
  readonly transport: Transport;
  readonly key: string;
  /** Of `data`. */
  readonly compression: WrittenCompression;
  readonly dialect: Dialect;
  readonly wire: WireOptions;
}

/** The caller's half of a message or a list. */
interface CallCodec<Request, Reply> {
  readonly resource: string;
  readonly replyShape: Shape;
  encodeRequest(request: Request, options: WireOptions): WireRequest;
  decodeReply(root: XmlElement, options: WireOptions): Decoded<Reply>;
}

/** One request and its reply. Rejects as readReply does, and with `shop_unavailable` when nobody answers. */
export async function callRemote<Request, Reply>(
  remote: Remote,
  { resource, replyShape, encodeRequest, decodeReply }: CallCodec<Request, Reply>,
  request: Request,
): Promise<Reply> {
  const { dialect, wire } = remote;
  const form = formFromRequest(encodeRequest(request, wire), { ...remote, resource }, dialect);
  const reply = await post(remote, form, resource);
  return withoutKey(remote, () =>
    readReply(reply, { shape: replyShape, decode: (root) => decodeReply(root, wire) }),
  );
}

/**
 * A bulk message, streamed; gives the number of records. When its source throws, the request is broken off, so that the
 * shop saves nothing, and the source's error goes on.
 */
export async function sendRemote<Item, Keep>(
  remote: Remote,
  { resource, encodeRequest, decodeReply }: StreamCodec<Item, Keep>,
  batches: AsyncIterable<readonly Item[]>,
): Promise<number> {
  const { dialect, wire } = remote;
  let records = 0;
  async function* counted() {
    for await (const batch of batches) {
      records += batch.length;
      yield batch;
    }
  }
  const form = formFromStream(encodeRequest(counted(), wire), { ...remote, resource }, dialect);
  const reply = await post(remote, form, resource);
  withoutKey(remote, () => readReply(reply, { shape: LEAVES, decode: (root) => decodeReply(root, wire) }));
  return records;
}

/** The one message whose success is its HTTP status, whatever the reply says. */
export async function pushRemote(remote: Remote, change: SalesDocumentChange): Promise<void> {
  const { resource, encodeRequest } = documentPushCodec;
  const heading = { ...remote, resource };
  const form = formFromRequest(encodeRequest(change, remote.wire), heading, remote.dialect);
  const reply = await post(remote, form, resource);
  withoutKey(remote, () => checkPushed(reply));
}

/** A shop's sentence may quote the key that it was sent; ours goes into reports and logs. The cause would still hold it. */
function withoutKey<T>({ key }: Remote, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PasserelleError) || key.length < SHORTEST_SECRET) throw error;
    const { value } = error.problem;
    if (value === undefined) throw error;
    const masked = value.replaceAll(key, MASK).replaceAll(encodeURIComponent(key), MASK);
    throw masked === value ? error : new PasserelleError({ ...error.problem, value: masked });
  }
}

const MASK = '***';

/** What is shorter stands in any sentence by chance. */
const SHORTEST_SECRET = 8;

const post = ({ transport, dialect }: Remote, form: Form, resource: string): Promise<RemoteReply> =>
  transport.post({ ...form, isRepeatable: isReading(resource), expectContinue: dialect.expectContinue });

const isReading = (resource: string): boolean =>
  isResource(resource) && ['list', 'read'].includes(RESOURCES[resource].kind);
