import { BitReader } from './bits.ts';
import { Block, HEADER_BYTES } from './block.ts';
import { combineCrc, updateCrc } from './crc.ts';
import { Bzip2Damage, damage } from './damage.ts';
import { createRunDecoder } from './runs.ts';

const BLOCK_MAGIC = [0x3141, 0x5926, 0x5359];
const END_MAGIC = [0x1772, 0x4538, 0x5090];
/** More than a block's byte can become: five of them stand for a run of 259 at most. */
const LONGEST_RUN_BYTES = 52;
/** Decoded bytes a yielded chunk has at most. */
const OUTPUT_BYTES = 64 * 1024;

export interface Bunzip2 {
  /** Gives input; small chunks (64 KiB) keep memory small. */
  feed(chunk: Uint8Array): void;
  /** There is no more input. */
  finish(): void;
  /**
   * Decoded chunks, each with memory of its own; undefined asks to be fed or finished before the next step. Throws
   * Bzip2Damage. Between two steps lies at most the work of one block (some 0.9 MB, or 64 KiB out).
   */
  readonly output: Generator<Uint8Array | undefined, void, void>;
}

/** Decodes one bzip2 stream, or several one after the other as parallel encoders write them. */
export function createBunzip2(): Bunzip2 {
  const bits = new BitReader();
  const input = { finished: false };
  return {
    feed: (chunk) => bits.feed(chunk),
    finish: () => {
      input.finished = true;
    },
    output: guarded(bits, decodeStreams(bits, input)),
  };
}

type Output = Generator<Uint8Array | undefined, void, void>;
interface Input {
  finished: boolean;
}

/** Damage that shows only because there was nothing left to read is a cut. */
function* guarded(bits: BitReader, output: Output): Output {
  try {
    yield* output;
  } catch (error) {
    throw error instanceof Bzip2Damage && bits.overrun ? damage('unexpected end of file') : error;
  }
}

function* decodeStreams(bits: BitReader, input: Input): Output {
  const block = new Block();
  for (let streams = 0; ; streams++) {
    yield* fill(bits, input);
    if (bits.available === 0 && streams > 0) return;
    const capacity = readStreamHeader(bits, streams);
    yield* decodeBlocks(bits, { input, block, capacity });
    bits.alignToByte();
  }
}

function readStreamHeader(bits: BitReader, streams: number): number {
  for (const character of 'BZh') {
    if (nextByte(bits) !== character.charCodeAt(0)) throw noStream(streams);
  }
  const level = nextByte(bits) - '0'.charCodeAt(0);
  if (level < 1 || level > 9) throw noStream(streams);
  return level * 100_000;
}

const noStream = (streams: number) => damage(streams === 0 ? 'incorrect header' : 'trailing bytes');

function nextByte(bits: BitReader): number {
  const byte = bits.read(8);
  checkOverrun(bits);
  return byte;
}

interface Stream {
  readonly input: Input;
  readonly block: Block;
  readonly capacity: number;
}

function* decodeBlocks(bits: BitReader, { input, block, capacity }: Stream): Output {
  for (let streamCrc = 0; ; ) {
    yield* fill(bits, input);
    const magic = [bits.read(16), bits.read(16), bits.read(16)];
    const crc = bits.read32();
    checkOverrun(bits);
    if (sameWords(magic, END_MAGIC)) {
      if (crc !== streamCrc >>> 0) throw damage('incorrect checksum');
      return;
    }
    if (!sameWords(magic, BLOCK_MAGIC)) throw damage('incorrect block header');
    block.readHeader(bits, capacity);
    while (!block.readSymbols(bits, input.finished)) {
      checkOverrun(bits);
      yield undefined;
    }
    checkOverrun(bits);
    const blockCrc = yield* writeBlock(block);
    if (blockCrc !== crc) throw damage('incorrect block checksum');
    streamCrc = combineCrc(streamCrc, blockCrc);
  }
}

/** Yields a block's bytes and returns their checksum. */
function* writeBlock(block: Block): Generator<Uint8Array, number, void> {
  block.link();
  const runs = createRunDecoder(block);
  let crc = -1;
  for (;;) {
    const bytes = Buffer.allocUnsafe(Math.min(OUTPUT_BYTES, block.length * LONGEST_RUN_BYTES));
    const length = runs.decodeInto(bytes);
    crc = updateCrc(crc, bytes.subarray(0, length));
    if (length > 0) yield bytes.subarray(0, length);
    if (length < bytes.length) return ~crc >>> 0;
  }
}

/** Until there is enough for any header, so that headers are read without a thought about chunks. */
function* fill(bits: BitReader, input: Input): Output {
  while (bits.available < HEADER_BYTES && !input.finished) yield undefined;
}

function checkOverrun(bits: BitReader): void {
  if (bits.overrun) throw damage('unexpected end of file');
}

const sameWords = (left: readonly number[], right: readonly number[]): boolean =>
  left.every((word, index) => word === right[index]);
