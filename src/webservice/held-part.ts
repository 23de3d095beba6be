import { fail } from '../domain/error.ts';
import type { SpoolFile, SpoolRoom } from './spool.ts';

/** One part of a form: in memory or, from `spill` on, on disk followed by what came since. */
export interface HeldPart {
  readonly name: string;
  readonly filename: string | undefined;
  readonly size: number;
  readonly spilled: boolean;
  /** The chunk is not copied: its memory must not change afterwards. */
  push(chunk: Uint8Array): void;
  /** What is in memory, in one piece. */
  memory(): Uint8Array;
  /** Moves what is in memory to the spool; gives the number of bytes moved. */
  spill(room: SpoolRoom): Promise<number>;
  /** Forgets what is in memory. */
  clear(): void;
  source(): AsyncIterable<Uint8Array>;
  /** The whole part; rejects with `value_too_long` over `maxBytes`. */
  bytes(maxBytes: number): Promise<Uint8Array>;
}

export function createHeldPart(name: string, filename: string | undefined): HeldPart {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let file: SpoolFile | undefined;

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
      chunks.push(chunk);
      size += chunk.length;
    },
    memory,
    async spill(room) {
      file ??= await room.createFile();
      const moved = memory();
      chunks = [];
      await file.write(moved);
      return moved.length;
    },
    clear() {
      chunks = [];
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
