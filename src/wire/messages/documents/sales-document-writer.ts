import type { SalesDocumentChange, SalesDocumentContent } from '../../../domain/sales-document.ts';
import { encodeBase64 } from '../../../parsing/base64.ts';
import { PROFILES } from '../../profiles.ts';
import { leaf, node, type XmlElement } from '../../xml/element.ts';
import type { WireOptions, WireRequest } from '../codec.ts';
import { writeOrder } from '../orders/order-writer.ts';
import { withNodeAt, withOwnNodes } from '../orders/own-nodes.ts';

/** The whole piece in the XML. Throws `name_unwritable` for a custom field that no element can be named after. */
export function encodeSalesDocument(change: SalesDocumentChange, options: WireOptions): WireRequest {
  const { number, content, file } = change;
  const order = content
    ? withOwnNodes(
        withOrderId(writeOrder({ ...content, reference: number }, PROFILES.v3, options), content),
        content.customFields,
        options,
      )
    : [node('commande', [leaf('reference', number)])];
  const pdf = file ? [leaf('pdf', encodeBase64(file.bytes))] : [];
  return {
    variables: new Map(),
    document: node('connecteur', [node('order', [...order, ...pdf])]),
    files: new Map(),
  };
}

const withOrderId = (order: readonly XmlElement[], { orderId }: SalesDocumentContent) =>
  orderId === undefined ? order : withNodeAt(order, 'commande/id_order', leaf('id_order', orderId));
