import { decodeText } from '../../wire/xml/text.ts';

/** Remembers the beginning of what streams by, for the journal. */
export interface Beginning {
  watch(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  text(): string;
  /** Whether more came than is remembered. */
  isCut(): boolean;
}

export function createBeginning(maxBytes: number): Beginning {
  const kept: Uint8Array[] = [];
  let room = maxBytes;
  let cut = false;
  return {
    async *watch(source) {
      for await (const chunk of source) {
        cut ||= chunk.length > room;
        if (room > 0) {
          const part = chunk.slice(0, room);
          kept.push(part);
          room -= part.length;
        }
        yield chunk;
      }
    },
    isCut: () => cut,
    text: () => decodeText(Buffer.concat(kept)),
  };
}
