import { fail } from '../domain/error.ts';
import { createFormDecoder } from '../wire/form/decoder.ts';
import type { Channel } from './channel.ts';
import { createHeldPart, type HeldPart } from './held-part.ts';
import type { EndpointLimits } from './limits.ts';
import type { Spool, SpoolRoom } from './spool.ts';

/** What a form brought: its variables as text, binary parts, and `data`, held or already streamed away. */
export interface Intake {
  readonly variables: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly data: HeldPart | undefined;
  readonly bodyBytes: number;
  /** Gives back the spool's room. */
  discard(): Promise<void>;
}

export interface IntakeOptions {
  readonly limits: EndpointLimits;
  readonly spool: Spool;
  /** Whether the variables so far hold a right key: only then may a request fill more than a little memory. */
  isTrusted(variables: ReadonlyMap<string, string>): Promise<boolean>;
  /**
   * Asked once, when the first bytes of `data` are there: a channel when they can be worked on while they arrive, given
   * the variables that came before them.
   */
  streamData(variables: ReadonlyMap<string, string>, firstBytes: Uint8Array): Promise<Channel | undefined>;
}

/** Parts that are bytes even where the sender gives no file name. */
const BINARY_PARTS = new Set(['image', 'pdf']);
const PART_HEADER_BYTES = 16 * 1024;
const TRUSTED_MEMORY_BYTES = 16 << 20;

/** Reads a request's body to its end. Rejects with what is wrong with it; nothing stays behind then. */
export async function receiveForm(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  options: IntakeOptions,
): Promise<Intake> {
  const parts = createParts(options);
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
  readonly parts: Parts;
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

type Parts = ReturnType<typeof createParts>;

function createParts({ limits, spool, isTrusted, streamData }: IntakeOptions) {
  const variables = new Map<string, string>();
  const late: HeldPart[] = [];
  let inMemory = 0;
  let current: HeldPart | undefined;
  let data: HeldPart | undefined;
  let askedToStream = false;
  let channel: Channel | undefined;
  let room: SpoolRoom | undefined;

  const write = (part: HeldPart, chunk: Uint8Array): void => {
    if (part === data && channel) channel.write(chunk);
    else {
      part.push(chunk);
      inMemory += chunk.length;
    }
  };

  const end = (part: HeldPart): void => {
    if (part === data) return;
    if (isBinary(part) || part.spilled) late.push(part);
    else setFirst(variables, part.name, decodeVariable(part.memory()));
  };

  const startStream = async (part: HeldPart): Promise<void> => {
    askedToStream = true;
    const first = part.memory();
    channel = await streamData(variables, first);
    if (!channel) return;
    channel.write(first);
    inMemory -= first.length;
    part.clear();
  };

  return {
    begin(name: string, filename: string | undefined) {
      const part = createHeldPart(name, filename);
      if (name === 'data') data ??= part;
      current = part;
      return { write: (chunk: Uint8Array) => write(part, chunk), end: () => end(part) };
    },
    async settle(): Promise<void> {
      if (data && data.size > 0 && !askedToStream) await startStream(data);
      if (channel) await channel.drained();
      if (inMemory <= limits.unauthenticatedMemoryBytes || !current) return;
      if (inMemory <= TRUSTED_MEMORY_BYTES && (await isTrusted(variables))) return;
      room ??= spool.begin();
      inMemory -= await current.spill(room);
    },
    async finish(): Promise<Pick<Intake, 'variables' | 'files' | 'data'>> {
      const files = new Map<string, Uint8Array>();
      for (const part of late) {
        const bytes = await part.bytes(limits.fieldBytes);
        if (isBinary(part)) files.set(part.name, bytes);
        else setFirst(variables, part.name, decodeVariable(bytes));
      }
      return { variables, files, data };
    },
    abort: (error: unknown): void => channel?.fail(error),
    discard: async (): Promise<void> => room?.discard(),
  };
}

const isBinary = (part: HeldPart): boolean => part.filename !== undefined || BINARY_PARTS.has(part.name);

const setFirst = (map: Map<string, string>, name: string, value: string): void => {
  if (!map.has(name)) map.set(name, value);
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** POST variables declare no encoding: UTF-8, else what a French Windows writes. */
function decodeVariable(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}
