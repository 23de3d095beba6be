import { defined, filled } from '../../../domain/optional.ts';
import type { Decoded } from '../../../domain/problem.ts';
import {
  documentTypeFromNumber,
  type SalesDocumentChange,
  type SalesDocumentContent,
} from '../../../domain/sales-document.ts';
import { child, foldName, LEAVES, shape } from '../../xml/element.ts';
import type { MessageCodec, WireOptions, WireRequest } from '../codec.ts';
import {
  ORDER_SHAPE,
  type OrderParts,
  orderParts,
  ownNodes,
  readOrder,
  unknownEntries,
} from '../orders/order-reader.ts';
import { isBlank } from '../parts/blank.ts';
import { customEntries } from '../parts/custom-fields.ts';
import { type Fields, requestFields } from '../parts/fields.ts';
import { concluded, type RecordReading, refuse, startReading } from '../parts/record-reading.ts';
import { fileNamed } from '../parts/request-files.ts';
import { decodeDone, encodeDone } from '../replies/done.ts';
import { readAttachment } from './attachment.ts';
import { encodeSalesDocument } from './sales-document-writer.ts';

/** A sales piece of the ERP, in the order's format with an optional `pdf` (seed §16). */
export const addOrderCodec: MessageCodec<SalesDocumentChange, undefined> = {
  resource: 'add_order',
  requestShape: shape({ order: ORDER_SHAPE }, { others: shape({ order: ORDER_SHAPE }) }),
  replyShape: LEAVES,
  encodeRequest: encodeSalesDocument,
  decodeRequest: decodeSalesDocument,
  encodeReply: (_, options) => encodeDone('add_order', options),
  decodeReply: decodeDone,
};

/** The shop's order that a piece comes of; the vendor's documentation has no field for it. */
const ORDER_ID = ['id_order', 'order_id', 'id_commande'];

function decodeSalesDocument(request: WireRequest, options: WireOptions): Decoded<SalesDocumentChange> {
  const reading = startReading('order', options);
  const { document: root, ...beside } = request;
  const rootIsOrder = root !== undefined && foldName(root.name) === 'order';
  const element = rootIsOrder ? root : root && child(root, 'order');
  if (!element) {
    refuse(reading, 'field_missing', { field: 'order' });
    return concluded(reading, { number: '', type: 'other' });
  }
  const around = requestFields(rootIsOrder ? beside : request, ['order']);
  const parts = orderParts(element);
  const number = readNumberOfPiece([parts.header, parts.order, around]);
  if (number === undefined) refuse(reading, 'field_missing', { field: 'commande/reference' });
  else reading.record = number;
  const orderId = parts.header.take(...ORDER_ID)?.text.trim();
  const file = readAttachment(
    [parts.order.take('pdf')?.text, around.take('pdf')?.text, fileNamed(request, 'pdf')],
    reading,
  );
  const content = readContent(parts, around, { reading, orderId });
  return concluded(reading, {
    number: number ?? '',
    type: documentTypeFromNumber(number ?? ''),
    ...defined({ content, file }),
  });
}

/** What the other places say stays: it may be another number that someone needs. */
function readNumberOfPiece(places: readonly Fields[]): string | undefined {
  for (const fields of places) {
    for (const name of ['reference', 'numero', 'id']) {
      const field = fields.peek(name);
      if (!field || isBlank(field.text)) continue;
      fields.take(name);
      return field.text.trim();
    }
  }
  return undefined;
}

/** None when the message brings nothing but a number and a file: the stored content then stays as it is. */
function readContent(
  parts: OrderParts,
  around: Fields,
  { reading, orderId }: { readonly reading: RecordReading; readonly orderId: string | undefined },
): SalesDocumentContent | undefined {
  const { lines, ...sections } = parts;
  const saysAnything = ({ rest }: Fields): boolean => rest().some(({ text }) => !isBlank(text));
  const isTold = lines.length > 0 || filled(orderId) !== undefined;
  if (!isTold && !Object.values(sections).some(saysAnything)) return undefined;
  // A reference in the header is the number, which is read already.
  const { excluded: _, reference: __, ...content } = readOrder(parts, reading);
  const custom = [...unknownEntries(parts, reading), ...customEntries(around.rest(), reading)];
  return { ...content, ...defined({ orderId: filled(orderId), customFields: ownNodes(custom) }) };
}
