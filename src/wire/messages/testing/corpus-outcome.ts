import { PasserelleError } from '../../../domain/error.ts';
import type { Decoded, Problem } from '../../../domain/problem.ts';
import type { CorpusMessage } from '../../../testing/corpus.ts';
import { readDocument } from '../../xml/document.ts';
import type { XmlElement } from '../../xml/element.ts';
import { readRecords } from '../../xml/records.ts';
import type { StreamCodec } from '../codec.ts';
import { readReplyDocument } from '../replies/reply-document.ts';
import { isResource, RESOURCES } from '../resources.ts';
import { PLAIN_OPTIONS } from './round-trip.ts';

/** What becomes of a message, as plain JSON: a problem, or what was decoded and remarked. */
export async function corpusOutcome(message: CorpusMessage): Promise<unknown> {
  return JSON.parse(JSON.stringify(await decodeMessage(message), withBytes));
}

const withBytes = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;

async function decodeMessage({ resource, direction, bytes, variables }: CorpusMessage): Promise<object> {
  if (!isResource(resource)) throw new Error(`corpus: unknown resource ${resource}`);
  const { kind, codec } = RESOURCES[resource];
  if (direction === 'reply') {
    const shape = kind === 'bulk' ? { children: {} } : codec.replyShape;
    const root = readReplyDocument(bytes, shape);
    return outcome(readWith<unknown>(root, (reply) => codec.decodeReply(reply, PLAIN_OPTIONS)));
  }
  if (kind === 'bulk') return bulkOutcome<unknown, unknown>(codec, bytes);
  return outcome(
    readWith<unknown>(readDocument(bytes, codec.requestShape), (document) =>
      codec.decodeRequest(
        { document, variables: new Map(Object.entries(variables)), files: new Map() },
        PLAIN_OPTIONS,
      ),
    ),
  );
}

function readWith<T>(read: Decoded<XmlElement>, decode: (root: XmlElement) => Decoded<T>): Decoded<T> {
  if (!read.ok) return read;
  const decoded = decode(read.value);
  return decoded.ok ? { ...decoded, warnings: [...read.warnings, ...decoded.warnings] } : decoded;
}

const outcome = (decoded: Decoded<unknown>): object =>
  decoded.ok ? { value: decoded.value ?? null, warnings: decoded.warnings } : { problem: decoded.problem };

async function bulkOutcome<T, Keep>(
  { shape, recordName, decodeRecord }: Pick<StreamCodec<T, Keep>, 'shape' | 'recordName' | 'decodeRecord'>,
  bytes: Uint8Array,
): Promise<object> {
  const records: object[] = [];
  const warnings: Problem[] = [];
  async function* source() {
    yield bytes;
  }
  try {
    const onWarning = (warning: Problem) => void warnings.push(warning);
    for await (const batch of readRecords(source(), { shape, recordName, onWarning })) {
      for (const element of batch) {
        const { ok: _, ...record } = decodeRecord(element, PLAIN_OPTIONS);
        records.push(record);
      }
    }
  } catch (error) {
    if (error instanceof PasserelleError) return { problem: error.problem };
    throw error;
  }
  return { records, warnings };
}
