import { defined, filled } from '../../../domain/optional.ts';
import { type Decoded, decoded, rejected } from '../../../domain/problem.ts';
import {
  documentTypeFromNumber,
  type SalesDocumentChange,
  type SalesDocumentType,
} from '../../../domain/sales-document.ts';
import { DOCUMENT_TYPE_CODES, parseDocumentType } from '../../../parsing/document-codes.ts';
import { child, foldName, LEAVES, leaf, node } from '../../xml/element.ts';
import { writeDocument } from '../../xml/writer.ts';
import type { MessageCodec, WireOptions, WireRequest } from '../codec.ts';
import { requestFields } from '../parts/fields.ts';
import { concluded, refuse, startReading } from '../parts/record-reading.ts';
import { fileNamed } from '../parts/request-files.ts';
import { requiredCode } from '../parts/required.ts';
import { replyProblem } from '../replies/error.ts';
import { readAttachment } from './attachment.ts';

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

/** Numbers where the ERPs have one, words that senders use elsewhere. */
const TYPE_NAMES: Readonly<Record<SalesDocumentType, string>> = {
  ...DOCUMENT_TYPE_CODES,
  credit_note: 'avoir',
  other: 'autre',
};

function encodeRequest(change: SalesDocumentChange): WireRequest {
  const variables = defined({
    email: change.email,
    type: TYPE_NAMES[change.type],
    reference: change.number,
    oid: change.erpId,
  });
  return {
    variables: new Map(Object.entries(variables)),
    files: new Map(change.file ? [['pdf', change.file.bytes]] : []),
  };
}

/** Without a `reference`, `oid` is the piece's number. A type that is not known here is told from the number. */
function decodeRequest(request: WireRequest, options: WireOptions): Decoded<SalesDocumentChange> {
  const reading = startReading('sales_document', options);
  const fields = requestFields(request);
  const erpId = fields.peek('oid')?.text.trim();
  const number = requiredCode(fields, ['reference', 'oid'], reading);
  reading.record = number;
  const email = fields.take('email')?.text.trim();
  const file = readAttachment([fileNamed(request, 'pdf'), fields.take('pdf')?.text], reading);
  if (!file) refuse(reading, 'field_missing', { field: 'pdf' });
  const type = parseDocumentType(foldName(fields.take('type')?.text.trim() ?? ''));
  return concluded(reading, {
    number,
    type: type ?? documentTypeFromNumber(number),
    ...defined({ file, email: filled(email), erpId: filled(erpId) }),
  });
}
