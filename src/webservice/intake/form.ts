import { fail } from '../../domain/error.ts';
import { createFormDecoder } from '../../wire/form/decoder.ts';
import type { EndpointLimits } from '../limits.ts';
import type { FormPart } from './form-part.ts';
import { createIntakeParts, type IntakeParts, type IntakePartsOptions } from './parts.ts';

/** What a form brought: its variables as text, binary parts, and `data`, held or already streamed away. */
export interface Intake {
  readonly variables: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly data: FormPart | undefined;
  readonly bodyBytes: number;
  /** Gives back the spool's room. */
  discard(): Promise<void>;
}

const PART_HEADER_BYTES = 16 * 1024;

/** Reads a request's body to its end. Rejects with what is wrong with it; nothing stays behind then. */
export async function receiveForm(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  options: IntakePartsOptions,
): Promise<Intake> {
  const parts = createIntakeParts(options);
  try {
    const bodyBytes = await decodeBody(body, contentType, { parts, limits: options.limits });
    return { ...(await parts.finish()), bodyBytes, discard: parts.discard };
  } catch (error) {
    parts.abort(error);
    await parts.discard();
    throw error;
  }
}

interface DecodeOptions {
  readonly parts: IntakeParts;
  readonly limits: EndpointLimits;
}

async function decodeBody(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  { parts, limits }: DecodeOptions,
): Promise<number> {
  const decoder = createFormDecoder(
    contentType,
    { onPart: parts.begin },
    { maxParts: limits.parts, maxHeaderBytes: PART_HEADER_BYTES, maxNameBytes: limits.nameBytes },
  );
  let bodyBytes = 0;
  for await (const chunk of body) {
    bodyBytes += chunk.length;
    if (bodyBytes > limits.bodyBytes) throw fail('body_too_large', { limit: limits.bodyBytes });
    decoder.write(chunk);
    await parts.settle();
  }
  decoder.end();
  return bodyBytes;
}
