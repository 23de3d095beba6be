import { fail } from '../../domain/error.ts';
import { contentDecoding } from '../../wire/compression/content.ts';
import { isDocumentPush } from '../../wire/messages/documents/document-push.ts';
import type { BulkStream } from '../bulk/stream.ts';
import type { Call } from '../call.ts';
import type { EndpointOptions } from '../endpoint-options.ts';
import type { Identify } from '../identify.ts';
import { type Intake, receiveForm } from './form.ts';

export interface ReceiveOptions {
  readonly options: EndpointOptions;
  readonly identify: Identify;
  /** Takes the bytes of a bulk message while they come in. */
  readonly stream: BulkStream;
}

/** Reads a call's body to its end. */
export async function receive(call: Call, { options, identify, stream }: ReceiveOptions): Promise<Intake> {
  const { limits, spool } = options;
  const length = Number(call.header('content-length') ?? 0);
  if (length > limits.bodyBytes) throw fail('body_too_large', { limit: limits.bodyBytes });
  const body = contentDecoding(call.header('content-encoding'), call.body, limits.bodyBytes);
  return receiveForm(body, call.header('content-type'), {
    limits,
    spool,
    isTrusted: async (variables) => (await identify(variables.get('key'))) !== undefined,
    streamData: stream.start,
  });
}

/** Whether it is a document's file: the one message without a resource. */
export const isPush = ({ variables, files, data }: Intake): boolean =>
  isDocumentPush([...variables.keys(), ...files.keys(), ...(data ? ['data'] : [])]);
