/** A body on its way out. */
export interface Outgoing {
  /** In bytes; undefined for one that streams and is longer than what was gathered. */
  readonly length: number | undefined;
  /** Whether it can be sent again from its start. */
  readonly isWhole: boolean;
  /** The next chunk, undefined behind the last one. Rejects as the source does. */
  next(): Promise<Uint8Array | undefined>;
  rewind(): void;
  /** Frees the source of a body that is not sent to its end. */
  release(): void;
}

/** Up to that many bytes are gathered before anything is sent: most messages are shorter, and can tell their length. */
const GATHERED = 1024 * 1024;

export async function openOutgoing(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<Outgoing> {
  if (body instanceof Uint8Array) return wholeOutgoing([body]);
  const source = body[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  for (let bytes = 0; bytes <= GATHERED; ) {
    const { done, value } = await source.next();
    if (done) return wholeOutgoing(head);
    head.push(value);
    bytes += value.length;
  }
  return streamedOutgoing(head, source);
}

function wholeOutgoing(chunks: readonly Uint8Array[]): Outgoing {
  let sent = 0;
  return {
    length: chunks.reduce((length, chunk) => length + chunk.length, 0),
    isWhole: true,
    next: async () => chunks[sent++],
    rewind() {
      sent = 0;
    },
    release() {},
  };
}

function streamedOutgoing(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): Outgoing {
  let sent = 0;
  return {
    length: undefined,
    isWhole: false,
    async next() {
      if (sent < head.length) return head[sent++];
      const { done, value } = await rest.next();
      return done ? undefined : value;
    },
    rewind() {},
    release() {
      // Not waited for: the source may itself be waiting for an ERP.
      rest.return?.().catch(() => {});
    },
  };
}
