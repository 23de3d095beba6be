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
      // Two hashes (FNV-1a) in one pass over the texts.
      let one = 0x811c9dc5;
      let other = 0x2545f491;
      for (const part of parts) {
        for (let index = 0; index < part.length; index += 1) {
          const code = part.charCodeAt(index);
          one = Math.imul(one ^ code, 0x01000193);
          other = Math.imul(other ^ code, 0x01000193);
        }
        // A text's end, so that moving a letter to the next text makes a difference.
        one = Math.imul(one ^ 0xffff, 0x01000193);
        other = Math.imul(other ^ 0xffff, 0x01000193);
      }
      const first = mixed(one);
      // Odd, so that the probes differ.
      const step = mixed(other) | 1;
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

/** FNV-1a's last mixing, as its low bits alone are poor. */
function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
