import { fail } from '../domain/error.ts';
import { contentDecoding } from '../wire/compression/content.ts';
import { decompress, decompressAll } from '../wire/compression/decompress.ts';
import { isDocumentPush } from '../wire/messages/document-push.ts';
import { knownResources } from '../wire/messages/resources.ts';
import { readDocument } from '../wire/xml/document.ts';
import { child, type Shape, type XmlElement } from '../wire/xml/element.ts';
import { type BulkResource, isBulkResource } from './bulk.ts';
import { type BulkStream, createBulkStream, handleBulk } from './bulk-stream.ts';
import type { Call } from './call.ts';
import type { EndpointOptions } from './endpoint-options.ts';
import type { OpenExchange } from './exchange.ts';
import type { Handled } from './handled.ts';
import { DOCUMENT_MESSAGE, messageOf, type WholeMessage } from './handlers/table.ts';
import { readHeading } from './heading.ts';
import type { HeldPart } from './held-part.ts';
import { createIdentification, type Identify } from './identify.ts';
import { type Intake, receiveForm } from './intake.ts';
import type { ServedShop } from './served-shop.ts';

/** Reads one POST to its end, finds out who calls and for what, and hands it to the resource's handler. */
export function createPostHandler(options: EndpointOptions) {
  return async (call: Call, exchange: OpenExchange): Promise<Handled> => {
    const identify = createIdentification(options.shops, call.shopName);
    const stream = createBulkStream({ options, identify, exchange });
    const length = Number(call.header('content-length') ?? 0);
    if (length > options.limits.bodyBytes) throw fail('body_too_large', { limit: options.limits.bodyBytes });
    const body = contentDecoding(call.header('content-encoding'), call.body, options.limits.bodyBytes);
    const intake = await receiveForm(body, call.header('content-type'), {
      limits: options.limits,
      spool: options.spool,
      isTrusted: async (variables) => (await identify(variables.get('key'))) !== undefined,
      streamData: stream.start,
    });
    exchange.requestBytes = intake.bodyBytes;
    try {
      return await routePost({ intake, exchange, options, identify, stream });
    } finally {
      stream.abandon();
      await intake.discard();
    }
  };
}

interface Routing {
  readonly intake: Intake;
  readonly exchange: OpenExchange;
  readonly options: EndpointOptions;
  readonly identify: Identify;
  readonly stream: BulkStream;
}

async function routePost(routing: Routing): Promise<Handled> {
  const { intake, exchange, stream } = routing;
  exchange.isDocumentPush = isDocumentPush([
    ...intake.variables.keys(),
    ...intake.files.keys(),
    ...dataName(intake),
  ]);
  const address = await readAddress(routing);
  exchange.resource = address.resource;
  const served = await authenticate(address.keys, routing);
  if (stream.started) return stream.finish(address.resource);
  return dispatch(served, routing);
}

function dispatch(served: ServedShop, routing: Routing): Promise<Handled> {
  const { resource, isDocumentPush } = routing.exchange;
  if (isBulkResource(resource)) return handleHeldBulk(resource, served, routing);
  const message = isDocumentPush ? DOCUMENT_MESSAGE : messageOf(resource);
  if (message) return handleWhole(message, served, routing);
  if (resource === '') throw fail('resource_missing');
  throw fail('resource_unknown', { value: resource, expected: knownResources.join(', ') });
}

const dataName = ({ data }: Intake): readonly string[] => (data ? ['data'] : []);

interface Address {
  readonly resource: string;
  /** All keys that were given; they must agree. */
  readonly keys: readonly string[];
}

/** From the POST variables, and from the XML only where they do not tell. */
async function readAddress({ intake, options, stream, exchange }: Routing): Promise<Address> {
  const key = intake.variables.get('key')?.trim() ?? '';
  const resource = intake.variables.get('resource')?.trim() ?? '';
  if ((key !== '' && resource !== '') || !intake.data || stream.started) return { resource, keys: [key] };
  if (key !== '') exchange.keys.add(key);
  const heading = await readHeading(
    intake.data.source(),
    intake.variables.get('compression'),
    options.limits,
  );
  return { resource: heading.resource || resource, keys: [key, heading.key] };
}

async function authenticate(given: readonly string[], { exchange, identify }: Routing): Promise<ServedShop> {
  const keys = [...new Set(given.filter((key) => key !== ''))];
  for (const key of keys) exchange.keys.add(key);
  if (keys.length > 1) throw fail('key_conflict');
  if (keys.length === 0) throw fail('key_missing');
  const served = await identify(keys[0]);
  if (!served) throw fail('key_wrong');
  exchange.served = served;
  exchange.authenticated = true;
  return served;
}

async function handleHeldBulk(
  resource: BulkResource,
  served: ServedShop,
  { intake, exchange, options }: Routing,
): Promise<Handled> {
  if (!intake.data) throw fail('xml_empty');
  const compression = intake.variables.get('compression');
  const [key = ''] = exchange.keys;
  return handleBulk({ resource, served, key, exchange, options, compression }, intake.data);
}

/** A message that is read as a whole before anything is done with it. */
async function handleWhole(message: WholeMessage, served: ServedShop, routing: Routing): Promise<Handled> {
  const { intake, exchange } = routing;
  const document = await parseData(message.requestShape, routing);
  if (document && contradictsPost(document, exchange)) return dispatch(served, routing);
  if (!document) exchange.request = JSON.stringify(Object.fromEntries(intake.variables));
  const request = {
    variables: withoutRouting(intake.variables),
    files: intake.files,
    ...(document && { document }),
  };
  return message.handle({ request, served, exchangeId: exchange.id });
}

/** Messages that are read whole are records of one thing: far below a bulk message's size. */
const LARGEST_WHOLE_DOCUMENT = 256 << 20;

async function parseData(
  requestShape: Shape,
  { intake, exchange, options }: Routing,
): Promise<XmlElement | undefined> {
  if (!intake.data) return undefined;
  const { limits, payloadCharacters } = options;
  const maxBytes = Math.min(LARGEST_WHOLE_DOCUMENT, limits.decompressedBytes);
  const bytes = await unpack(intake.data, intake.variables.get('compression'), maxBytes);
  if (bytes.length === 0) return undefined;
  exchange.request = utf8.decode(bytes.subarray(0, payloadCharacters));
  const read = readDocument(bytes, requestShape, options.limits.xml);
  if (!read.ok) throw fail(read.problem.reason, read.problem);
  exchange.warnings.push(...read.warnings);
  return read.value;
}

const utf8 = new TextDecoder();

/** What is large is unpacked in steps that let others go on. */
const LARGE_BYTES = 1 << 20;

async function unpack(
  data: HeldPart,
  compression: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  if (data.size <= LARGE_BYTES) return decompressAll(await data.bytes(maxBytes), compression, maxBytes);
  return Buffer.concat(await Array.fromAsync(decompress(data.source(), compression, maxBytes)));
}

/** The XML wins over the POST variables: a resource that it names is taken instead. Two keys are an error. */
function contradictsPost(document: XmlElement, exchange: OpenExchange): boolean {
  const key = child(document, 'key')?.text.trim() ?? '';
  if (key !== '' && !exchange.keys.has(key)) {
    exchange.keys.add(key);
    throw fail('key_conflict');
  }
  const resource = child(document, 'resource')?.text.trim() ?? '';
  if (resource === '' || resource === exchange.resource) return false;
  exchange.resource = resource;
  return true;
}

const ROUTING_VARIABLES = new Set(['key', 'resource', 'data', 'compression', 'url']);

const withoutRouting = (variables: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...variables].filter(([name]) => !ROUTING_VARIABLES.has(name)));
