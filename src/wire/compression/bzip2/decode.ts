import { setImmediate as nextTurn } from 'node:timers/promises';
import { broken } from '../bounded.ts';
import { type Bunzip2, createBunzip2 } from './bunzip2.ts';
import { Bzip2Damage } from './damage.ts';

const FED_BYTES = 64 * 1024;

/** Decodes chunk by chunk, and lets others run between two steps: a block is some 20 ms of work. */
export async function* bunzip2Chunks(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  const decoder = createBunzip2();
  for await (const chunk of source) {
    for (const slice of slices(chunk)) {
      decoder.feed(slice);
      for (let bytes = step(decoder); bytes !== undefined; bytes = step(decoder)) {
        yield bytes;
        await nextTurn();
      }
      await nextTurn();
    }
  }
  decoder.finish();
  for (let bytes = step(decoder); bytes !== undefined; bytes = step(decoder)) {
    yield bytes;
    await nextTurn();
  }
}

/** The same at one go, for a body that is small; the chunks as they are decoded, so that a caller can bound them. */
export function* bunzip2Whole(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  const decoder = createBunzip2();
  for (const slice of slices(bytes)) {
    decoder.feed(slice);
    for (let decoded = step(decoder); decoded !== undefined; decoded = step(decoder)) yield decoded;
  }
  decoder.finish();
  for (let decoded = step(decoder); decoded !== undefined; decoded = step(decoder)) yield decoded;
}

/** The next decoded chunk, or undefined where input is wanted, or where all is decoded. */
function step(decoder: Bunzip2): Uint8Array | undefined {
  try {
    return decoder.output.next().value ?? undefined;
  } catch (error) {
    throw error instanceof Bzip2Damage ? broken('bzip2', error.message, error) : error;
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += FED_BYTES) yield bytes.subarray(at, at + FED_BYTES);
}
