import type { Transform } from 'node:stream';
import { broken, TRAILING } from './bounded.ts';
import type { Format, ZlibStream } from './formats.ts';

type Chunks = AsyncIterable<Uint8Array>;
type Output = AsyncGenerator<Uint8Array, void, void>;

/**
 * Decodes `source`. One chunk is fed, and its output taken, before the next one is asked for: nothing piles up, the
 * source's own errors come through, and a consumer that stops early frees the decoder and the source.
 */
export async function* decodeChunks(source: Chunks, format: Format): Output {
  let decoder: Decoder | undefined;
  try {
    for await (const chunk of withHead(source)) {
      decoder ??= openDecoder(format, chunk);
      yield* decoder.write(chunk);
    }
    decoder ??= openDecoder(format, new Uint8Array(0));
    yield* decoder.end();
  } finally {
    decoder?.stream.destroy();
  }
}

export async function* encodeChunks(source: Chunks, open: () => Transform): Output {
  const stream = open();
  const pump = createPump(stream);
  try {
    for await (const chunk of source) yield* pump.write(chunk);
    yield* pump.end();
  } finally {
    stream.destroy();
  }
}

/** Without empty chunks, and the first one has two bytes or more, if there are so many. */
async function* withHead(source: Chunks): Output {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of source) {
    if (chunk.length === 0) continue;
    const bytes: Uint8Array = head === undefined || head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head !== undefined && bytes.length < 2) {
      head = bytes;
      continue;
    }
    head = undefined;
    yield bytes;
  }
  if (head !== undefined && head.length > 0) yield head;
}

interface Decoder {
  readonly stream: ZlibStream;
  write(chunk: Uint8Array): Output;
  end(): Output;
}

function openDecoder(format: Format, head: Uint8Array): Decoder {
  const stream = format.open(head);
  const pump = createPump(stream, (error) => broken(format.name, error.message, error));
  let fed = 0;
  return {
    stream,
    async *write(chunk) {
      fed += chunk.length;
      yield* pump.write(chunk);
      if (pump.ended()) throw broken(format.name, TRAILING);
    },
    async *end() {
      yield* pump.end();
      if (stream.bytesWritten < fed) throw broken(format.name, TRAILING);
    },
  };
}

interface Pump {
  /** Yields what comes out until the chunk is taken, or the stream has come to its own end. */
  write(chunk: Uint8Array): Output;
  end(): Output;
  ended(): boolean;
}

function createPump(stream: Transform, explain: (error: Error) => Error = (error) => error): Pump {
  let wake = () => {};
  let ended = false;
  let failure: Error | undefined;
  stream.on('readable', () => wake());
  stream.on('end', () => {
    ended = true;
    wake();
  });
  stream.on('error', (error) => {
    failure = explain(error);
    wake();
  });

  async function* drainUntil(done: () => boolean): Output {
    for (;;) {
      const bytes: unknown = stream.read();
      if (bytes instanceof Uint8Array) yield bytes;
      else if (failure !== undefined) throw failure;
      else if (ended || done()) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }

  return {
    async *write(chunk) {
      let taken = false;
      stream.write(chunk, () => {
        taken = true;
        wake();
      });
      yield* drainUntil(() => taken);
    },
    async *end() {
      stream.end();
      yield* drainUntil(() => false);
    },
    ended: () => ended,
  };
}
