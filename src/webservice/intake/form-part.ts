import { fail } from '../../domain/error.ts';
import type { SpoolFile, SpoolRoom } from './spool.ts';

/** One part of a form: in memory or, from `spill` on, on disk followed by what came since. */
export interface FormPart {
  readonly name: string;
  readonly filename: string | undefined;
  readonly size: number;
  readonly spilled: boolean;
  /** Takes a chunk, which is not copied: its memory must not change afterwards. Gives how many bytes of it are in memory. */
  push(chunk: Uint8Array): number;
  /** What is in memory, in one piece. */
  memory(): Uint8Array;
  /** Moves what is in memory to the spool; gives the number of bytes moved. */
  spill(room: SpoolRoom): Promise<number>;
  /** Hands on what is in memory, and from now on whatever comes; gives the number of bytes that left memory. */
  divert(to: (chunk: Uint8Array) => void): number;
  source(): AsyncIterable<Uint8Array>;
  /** The whole part; rejects with `value_too_long` over `maxBytes`. */
  bytes(maxBytes: number): Promise<Uint8Array>;
}

export function createFormPart(name: string, filename: string | undefined): FormPart {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let file: SpoolFile | undefined;
  let diverted: ((chunk: Uint8Array) => void) | undefined;

  async function* source(): AsyncGenerator<Uint8Array> {
    if (file) yield* file.read();
    yield* chunks;
  }
  const memory = (): Uint8Array =>
    chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);

  return {
    name,
    filename,
    get size() {
      return size;
    },
    get spilled() {
      return file !== undefined;
    },
    push(chunk) {
      size += chunk.length;
      if (diverted) {
        diverted(chunk);
        return 0;
      }
      chunks.push(chunk);
      return chunk.length;
    },
    memory,
    async spill(room) {
      file ??= await room.createFile();
      const moved = memory();
      chunks = [];
      await file.write(moved);
      return moved.length;
    },
    divert(to) {
      const held = chunks;
      diverted = to;
      chunks = [];
      const bytes = held.reduce((sum, chunk) => sum + chunk.length, 0);
      for (const chunk of held) to(chunk);
      return bytes;
    },
    source,
    async bytes(maxBytes) {
      if (size > maxBytes) throw fail('value_too_long', { field: name, limit: maxBytes });
      if (!file) return memory();
      const all: Uint8Array[] = [];
      for await (const chunk of source()) all.push(chunk);
      return Buffer.concat(all);
    },
  };
}
