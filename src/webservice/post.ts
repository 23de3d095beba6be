import { fail } from '../domain/error.ts';
import { createTrace } from '../domain/transformation.ts';
import { type BulkResource, isBulkResource } from './bulk/bulk.ts';
import { runHeldBulk } from './bulk/call.ts';
import { bulkReply } from './bulk/reply.ts';
import { type BulkStream, createBulkStream } from './bulk/stream.ts';
import type { Call } from './call.ts';
import type { EndpointOptions } from './endpoint-options.ts';
import { createLaps, DOCUMENT_PUSH, type Lap, type Learnt } from './exchange.ts';
import type { Handled } from './handler.ts';
import { DOCUMENT_MESSAGE, requireMessage } from './handlers/table.ts';
import { createIdentification } from './identify.ts';
import { type Address, agreedKey, correctedAddress, readAddress } from './intake/address.ts';
import type { Intake } from './intake/form.ts';
import { parsePayload, unpackPayload } from './intake/payload.ts';
import { isPush, receive } from './intake/receive.ts';
import type { ServedShop } from './served-shop.ts';
import { transformedReply, transformedRequest } from './transform-xml.ts';

/** What became of a POST, and what was learnt of it until then. */
type PostEnd = { readonly learnt: Learnt } & (
  | { readonly ok: true; readonly handled: Handled }
  | { readonly ok: false; readonly error: unknown }
);

export type PostHandler = (call: Call, exchangeId: string) => Promise<PostEnd>;

/** Reads one POST to its end, finds out who calls and for what, and hands it to the resource's handler. */
export function createPostHandler(options: EndpointOptions): PostHandler {
  return async (call, exchangeId) => {
    let learnt: Learnt = {};
    const learn = (step: Learnt): void => {
      learnt = { ...learnt, ...step };
    };
    try {
      const lap = createLaps((timings) => learn({ timings }));
      const handled = await handlePost(call, { options, exchangeId, learn, lap });
      lap('handle');
      return { ok: true, handled, learnt };
    } catch (error) {
      return { ok: false, error, learnt };
    }
  };
}

interface Post {
  readonly options: EndpointOptions;
  readonly exchangeId: string;
  learn(step: Learnt): void;
  readonly lap: Lap;
}

async function handlePost(call: Call, post: Post): Promise<Handled> {
  const { options, exchangeId, learn, lap } = post;
  const identify = createIdentification(options.shops, call.shopName);
  const stream = createBulkStream(options, { identify, exchange: exchangeId });
  const intake = await receive(call, { options, identify, stream });
  try {
    const isDocumentPush = isPush(intake);
    lap('receive');
    learn({ requestBytes: intake.bodyBytes, isDocumentPush });
    const address = await readAddress(intake, options.limits);
    learn(address);
    const key = agreedKey(address.keys);
    const served = await identify(key);
    if (!served) throw fail('key_wrong');
    learn({ served });
    lap('identify');
    return await handleMessage({ intake, stream, isDocumentPush, address, key, served }, post);
  } finally {
    stream.abandon();
    await intake.discard();
  }
}

/** A message whose sender is known. */
interface Authenticated {
  readonly intake: Intake;
  readonly stream: BulkStream;
  readonly isDocumentPush: boolean;
  readonly address: Address;
  readonly key: string;
  readonly served: ServedShop;
}

const handleMessage = (message: Authenticated, post: Post): Promise<Handled> =>
  isBulkResource(message.address.resource)
    ? handleBulk(message.address.resource, message, post)
    : handleWhole(message, post);

async function handleBulk(
  resource: BulkResource,
  { intake, stream, key, served }: Authenticated,
  { options, exchangeId, learn }: Post,
): Promise<Handled> {
  options.admits?.(resource);
  if (!intake.data) throw fail('xml_empty');
  const compression = intake.variables.get('compression');
  const call = { resource, served, key, compression, exchange: exchangeId };
  const report = (await stream.finish()) ?? (await runHeldBulk(call, intake.data, options));
  const { beginning: request, isCut: isRequestCut, transformed } = report;
  learn({ request, isRequestCut, ...(transformed && { transformed }) });
  return bulkReply(report, call);
}

/** A message that is read as a whole before anything is done with it. */
async function handleWhole(authenticated: Authenticated, post: Post): Promise<Handled> {
  const { intake, isDocumentPush, address, served } = authenticated;
  const { options, exchangeId, learn, lap } = post;
  const messageOf = isDocumentPush ? () => DOCUMENT_MESSAGE : requireMessage;
  const expected = messageOf(address.resource);
  const payload = await unpackPayload(intake, options);
  const { request: text, isCut: isRequestCut, variables } = payload;
  learn({ request: text, isRequestCut, ...(variables && { variables }) });
  const parsed = parsePayload(payload, expected.requestShape, options.limits);
  const named = parsed.document ? correctedAddress(address, parsed.document) : address;
  learn({ ...named, warnings: parsed.warnings });
  agreedKey(named.keys);
  options.admits?.(isDocumentPush ? DOCUMENT_PUSH : named.resource);
  if (isBulkResource(named.resource)) return handleBulk(named.resource, authenticated, post);
  const message = messageOf(named.resource);
  // What is structure in one message may be text in another.
  const { document: sent } =
    message.requestShape === expected.requestShape
      ? parsed
      : parsePayload(payload, message.requestShape, options.limits);
  // Lists are transformed while they leave.
  const trace = createTrace();
  learn({ transformed: trace });
  const transforming = { resource: named.resource, served, trace };
  const document =
    sent &&
    (await transformedRequest(payload.bytes, sent, { ...transforming, message, limits: options.limits }));
  lap('read');
  const request = { variables: intake.variables, files: intake.files, ...(document && { document }) };
  const handled = await message.handle({
    request,
    served,
    origin: { by: 'erp', exchange: exchangeId, trace },
  });
  return transformedReply(handled, transforming);
}
