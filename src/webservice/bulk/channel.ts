import { createSignal } from './signal.ts';

/**
 * Bytes handed from a producer that pushes (the form decoder) to a consumer that pulls (a bulk message's reader).
 * The consumer sees the end only after `end`, so that what must be complete can wait for it.
 */
export interface Channel {
  /** The chunk is not copied: its memory must not change afterwards. */
  write(chunk: Uint8Array): void;
  end(): void;
  fail(error: unknown): void;
  /** Resolves when the producer may go on. */
  drained(): Promise<void>;
  readonly source: AsyncIterable<Uint8Array>;
}

const HIGH_WATER_BYTES = 1 << 20;

export function createChannel(): Channel {
  const chunks: Uint8Array[] = [];
  const more = createSignal();
  const room = createSignal();
  let waitingBytes = 0;
  let ended = false;
  let abandoned = false;
  let failure: { readonly error: unknown } | undefined;

  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (failure) throw failure.error;
        const chunk = chunks.shift();
        if (chunk) {
          waitingBytes -= chunk.length;
          if (waitingBytes < HIGH_WATER_BYTES) room.wake();
          yield chunk;
        } else if (ended) return;
        else await more.wait();
      }
    } finally {
      // A consumer that stopped early must not hold the producer for ever.
      abandoned = true;
      chunks.length = 0;
      room.wake();
    }
  }

  return {
    write(chunk) {
      if (abandoned) return;
      chunks.push(chunk);
      waitingBytes += chunk.length;
      more.wake();
    },
    end() {
      ended = true;
      more.wake();
    },
    fail(error) {
      failure = { error };
      more.wake();
    },
    async drained() {
      if (waitingBytes >= HIGH_WATER_BYTES && !abandoned && !failure) await room.wait();
    },
    source: { [Symbol.asyncIterator]: read },
  };
}
