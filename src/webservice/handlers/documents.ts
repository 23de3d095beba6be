import { describe } from '../../shop/wording.ts';
import { addOrderCodec } from '../../wire/messages/documents/add-order.ts';
import { documentPushCodec } from '../../wire/messages/documents/document-push.ts';
import type { Handler } from '../handler.ts';
import { accepted, savedOne } from './outcome.ts';

/** A sales piece as data, perhaps with its PDF (`add_order`). */
export const addOrder: Handler = async ({ request, served, origin }) => {
  const { value, warnings } = accepted(addOrderCodec.decodeRequest(request, served.wire));
  const result = await served.shop.saveSalesDocument(value, origin);
  return savedOne(addOrderCodec.encodeReply(undefined, served.wire), value.number, { result, warnings });
};

/** A sales piece as a file: the one call without a resource. Its reply is shown to the ERP's user, so it says what is odd. */
export const pushDocument: Handler = async ({ request, served, origin }) => {
  const { value, warnings } = accepted(documentPushCodec.decodeRequest(request, served.wire));
  const result = await served.shop.saveSalesDocument(value, origin);
  const remarks = result.warnings.map((warning) => describe(warning, served.language)).join(' ');
  const reply = documentPushCodec.encodeReply(remarks || undefined, served.wire);
  return savedOne(reply, value.number, { result, warnings });
};
