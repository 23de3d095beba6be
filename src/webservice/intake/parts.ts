import type { PartSink } from '../../wire/form/part.ts';
import { createDataStream, type DataStreamOptions } from './data-stream.ts';
import { createFormPart, type FormPart } from './form-part.ts';
import { createIntakeMemory, type IntakeMemoryOptions } from './memory.ts';

export interface IntakePartsOptions extends IntakeMemoryOptions, DataStreamOptions {}

/** What the parts of a form come to. */
interface ReceivedParts {
  readonly variables: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly data: FormPart | undefined;
}

/** The parts of one form while they come in. */
export interface IntakeParts {
  begin(name: string, filename: string | undefined): PartSink;
  /** To be called after each chunk of the body: resolves when the next may come. */
  settle(): Promise<void>;
  finish(): Promise<ReceivedParts>;
  /** Tells who works on `data` that the rest will not come. */
  abort(error: unknown): void;
  /** Gives back the spool's room. */
  discard(): Promise<void>;
}

export function createIntakeParts(options: IntakePartsOptions): IntakeParts {
  const memory = createIntakeMemory(options);
  const stream = createDataStream(options);
  const variables = new Map<string, string>();
  const late: FormPart[] = [];
  let current: FormPart | undefined;
  let data: FormPart | undefined;

  const end = (part: FormPart): void => {
    if (part === data) return;
    if (isBinary(part) || part.spilled) late.push(part);
    else setFirst(variables, part.name, decodeVariable(part.memory()));
  };

  return {
    begin(name, filename) {
      const part = createFormPart(name, filename);
      if (name === 'data') data ??= part;
      current = part;
      return { write: (chunk) => memory.take(part.push(chunk)), end: () => end(part) };
    },
    async settle() {
      if (data) memory.take(-(await stream.offer(data, variables)));
      await stream.drained();
      if (current) await memory.settle(current, variables);
    },
    async finish() {
      const files = new Map<string, Uint8Array>();
      for (const part of late) {
        const bytes = await part.bytes(options.limits.fieldBytes);
        if (isBinary(part)) files.set(part.name, bytes);
        else setFirst(variables, part.name, decodeVariable(bytes));
      }
      return { variables, files, data };
    },
    abort: stream.fail,
    discard: memory.discard,
  };
}

/** Parts that are bytes even where the sender gives no file name. */
const BINARY_PARTS = new Set(['image', 'pdf']);
const isBinary = (part: FormPart): boolean => part.filename !== undefined || BINARY_PARTS.has(part.name);

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
