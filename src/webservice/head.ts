/** Remembers the beginning of what streams by, for the journal. */
export interface Head {
  watch(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  text(): string;
}

export function createHead(maxBytes: number): Head {
  const kept: Uint8Array[] = [];
  let room = maxBytes;
  return {
    async *watch(source) {
      for await (const chunk of source) {
        if (room > 0) {
          const part = chunk.slice(0, room);
          kept.push(part);
          room -= part.length;
        }
        yield chunk;
      }
    },
    text: () => new TextDecoder().decode(Buffer.concat(kept)),
  };
}
