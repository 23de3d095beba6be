import { type Decoded, decoded, rejected } from '../../domain/problem.ts';
import {
  documentTypeFromNumber,
  type SalesDocumentChange,
  type SalesDocumentType,
} from '../../domain/sales-document.ts';
import { child, foldName, LEAVES, leaf, node } from '../xml/element.ts';
import { writeDocument } from '../xml/writer.ts';
import { readAttachment } from './attachment.ts';
import type { MessageCodec, WireOptions, WireRequest } from './codec.ts';
import { replyProblem } from './error.ts';
import { requestFields } from './fields.ts';
import { concluded, refuse, startReading } from './reading.ts';
import { fileNamed } from './request-files.ts';
import { requiredCode } from './required.ts';

/** A document's file is the one message without a name: neither `resource` nor `data`. `names` are the parts' names. */
export function isDocumentPush(names: Iterable<string>): boolean {
  const sent = new Set(Array.from(names, foldName));
  if (sent.has('resource') || sent.has('data')) return false;
  return sent.has('pdf') || (sent.has('email') && sent.has('oid'));
}

/**
 * A document's file, pushed (docs/protocol.md, "Later editions"). What the sender goes by is the HTTP status; the reply
 * may hold a sentence for its user.
 */
export const documentPushCodec: MessageCodec<SalesDocumentChange, string | undefined> = {
  resource: '',
  requestShape: LEAVES,
  replyShape: LEAVES,
  encodeRequest,
  decodeRequest,
  encodeReply: (sentence) => writeDocument(node('connecteur', [leaf('document', sentence ?? '')])),
  decodeReply(root) {
    const failure = replyProblem(root);
    return failure ? rejected(failure) : decoded(child(root, 'document')?.text.trim() || undefined);
  },
};

/** The ERPs' numbers for the kinds of pieces, and the words that senders use. */
const TYPES: ReadonlyMap<string, SalesDocumentType> = new Map([
  ['20', 'quote'],
  ['devis', 'quote'],
  ['21', 'order'],
  ['commande', 'order'],
  ['22', 'delivery_note'],
  ['bl', 'delivery_note'],
  ['23', 'invoice'],
  ['facture', 'invoice'],
  ['avoir', 'credit_note'],
  ['autre', 'other'],
]);

const TYPE_NAMES: Readonly<Record<SalesDocumentType, string>> = {
  quote: '20',
  order: '21',
  delivery_note: '22',
  invoice: '23',
  credit_note: 'avoir',
  other: 'autre',
};

function encodeRequest(change: SalesDocumentChange): WireRequest {
  const variables = {
    email: change.email,
    type: TYPE_NAMES[change.type],
    reference: change.number,
    oid: change.erpId,
  };
  return {
    variables: new Map(
      Object.entries(variables).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      ),
    ),
    files: new Map(change.file ? [['pdf', change.file.bytes]] : []),
  };
}

/** Without a `reference`, `oid` is the piece's number. A type that is not known here is told from the number. */
function decodeRequest(request: WireRequest, options: WireOptions): Decoded<SalesDocumentChange> {
  const reading = startReading('document', options);
  const fields = requestFields(request);
  const erpId = fields.peek('oid')?.text.trim();
  const number = requiredCode(fields, ['reference', 'oid'], reading);
  reading.record = number;
  const email = fields.take('email')?.text.trim();
  const file = readAttachment([fileNamed(request, 'pdf'), fields.take('pdf')?.text], reading);
  if (!file) refuse(reading, 'field_missing', { field: 'pdf' });
  const type = TYPES.get(foldName(fields.take('type')?.text.trim() ?? ''));
  return concluded(reading, {
    number,
    type: type ?? documentTypeFromNumber(number),
    ...(file ? { file } : {}),
    ...(email ? { email } : {}),
    ...(erpId ? { erpId } : {}),
  });
}
