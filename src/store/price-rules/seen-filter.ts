/** 2^26 bits: 8 MiB, of which a short message touches only a few pages. */
const BITS_LOG2 = 26;
const MASK = 2 ** BITS_LOG2 - 1;
const PROBES = 6;

/** Remembers texts within a fixed memory. */
export interface SeenFilter {
  /**
   * False: these texts were certainly not here before. True: perhaps they were (after a million others, wrongly so about
   * once in two million times). Remembers them.
   */
  seen(parts: readonly string[]): boolean;
}

/** A Bloom filter. With it, finding duplicates costs a message that has none no sorting. */
export function createSeenFilter(): SeenFilter {
  const words = new Uint32Array(2 ** (BITS_LOG2 - 5));
  return {
    seen(parts) {
      const first = hash(parts, 0x811c9dc5);
      // Odd, so that the probes differ.
      const step = hash(parts, 0x2545f491) | 1;
      let known = true;
      for (let probe = 0, at = first; probe < PROBES; probe += 1, at = (at + step) | 0) {
        const bit = at & MASK;
        const word = words[bit >>> 5] ?? 0;
        const flag = 1 << (bit & 31);
        if ((word & flag) === 0) {
          known = false;
          words[bit >>> 5] = word | flag;
        }
      }
      return known;
    },
  };
}

/** FNV-1a with a last mixing, as its low bits alone are poor. */
function hash(parts: readonly string[], seed: number): number {
  let value = seed;
  for (const part of parts) {
    for (let index = 0; index < part.length; index += 1) {
      value = Math.imul(value ^ part.charCodeAt(index), 0x01000193);
    }
    // A text's end, so that moving a letter to the next text makes a difference.
    value = Math.imul(value ^ 0xffff, 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
