import { rejected } from '../../../domain/problem.ts';
import { LEAVES, leaf, node, shape } from '../../xml/element.ts';
import { writeDocument } from '../../xml/writer.ts';
import type { MessageCodec } from '../codec.ts';
import { elementFields, type Fields, requestFields } from '../parts/fields.ts';
import { flatRequest } from '../parts/flat-request.ts';
import { concluded, type RecordReading, startReading } from '../parts/record-reading.ts';
import { requiredCode } from '../parts/required.ts';
import { replyElement } from '../replies/done.ts';
import { replyProblem } from '../replies/error.ts';

interface EchoSpec<Request, Reply> {
  readonly resource: string;
  writeRequest(request: Request): Readonly<Record<string, string | undefined>>;
  /** `id` was read already. */
  readRequest(id: string, fields: Fields, reading: RecordReading): Request;
  writeReply(reply: Reply): Readonly<Record<string, string>>;
  readReply(id: string, fields: Fields): Reply;
}

/**
 * A message about one order whose reply repeats the order's `id` and one value, in an element named after the resource
 * or (the official samples) after the list.
 */
export function createEchoCodec<Request, Reply>(
  spec: EchoSpec<Request, Reply>,
): MessageCodec<Request, Reply> {
  return {
    resource: spec.resource,
    requestShape: LEAVES,
    replyShape: shape({}, { others: shape({ [spec.resource]: LEAVES, orders_list: LEAVES }) }),
    encodeRequest: (request) => flatRequest(spec.writeRequest(request)),
    decodeRequest(request, options) {
      const reading = startReading('order', options);
      const fields = requestFields(request);
      const id = requiredCode(fields, ['id'], reading);
      reading.record = id;
      return concluded(reading, spec.readRequest(id, fields, reading));
    },
    encodeReply(reply, options) {
      const values = Object.entries(spec.writeReply(reply)).map(([name, text]) => leaf(name, text));
      return writeDocument(node('connecteur', [node(replyElement(spec.resource, options), values)]));
    },
    decodeReply(root, options) {
      const failure = replyProblem(root);
      if (failure) return rejected(failure);
      const reading = startReading('order', options);
      const fields = elementFields(root.children.find(({ children }) => children.length > 0) ?? root);
      return concluded(reading, spec.readReply(fields.take('id')?.text.trim() ?? '', fields));
    },
  };
}
