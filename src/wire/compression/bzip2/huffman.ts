import type { BitReader } from './bits.ts';
import { damage } from './damage.ts';

export const MAX_CODE_BITS = 20;
const MAX_SYMBOLS = 258;

/** A canonical code: which symbol 20 bits of input begin with. */
export interface HuffmanTable {
  readonly minLength: number;
  /** By code length: the first 20-bit word that is no code of this length or a shorter one. */
  readonly limits: Int32Array;
  /** By code length: what to take from a code to have its index in `symbols`. */
  readonly offsets: Int32Array;
  /** Shortest code first. */
  readonly symbols: Uint16Array;
}

/** Six tables that every block fills anew, so that a stream of tiny blocks makes no garbage. */
export const createTables = (): readonly (HuffmanTable & { minLength: number })[] =>
  Array.from({ length: 6 }, () => ({
    minLength: 1,
    limits: new Int32Array(MAX_CODE_BITS + 2),
    offsets: new Int32Array(MAX_CODE_BITS + 1),
    symbols: new Uint16Array(MAX_SYMBOLS),
  }));

const lengths = new Uint8Array(MAX_SYMBOLS);
const counts = new Int32Array(MAX_CODE_BITS + 1);

export function readTable(
  bits: BitReader,
  symbolCount: number,
  table: HuffmanTable & { minLength: number },
): void {
  readLengths(bits, symbolCount);
  counts.fill(0);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    const length = lengths[symbol] ?? 0;
    counts[length] = (counts[length] ?? 0) + 1;
  }
  table.minLength = counts.findIndex((count) => count > 0);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    const count = counts[length] ?? 0;
    table.offsets[length] = code - index;
    code += count;
    index += count;
    table.limits[length] = code << (MAX_CODE_BITS - length);
    counts[length] = index - count;
    code <<= 1;
  }
  if (code > 2 ** (MAX_CODE_BITS + 1)) throw damage('code lengths');
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    const length = lengths[symbol] ?? 0;
    const at = counts[length] ?? 0;
    table.symbols[at] = symbol;
    counts[length] = at + 1;
  }
}

/** Each length is told as steps from the one before. More than 19 steps go back and forth, which no encoder does. */
function readLengths(bits: BitReader, symbolCount: number): void {
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    for (let steps = 0; ; steps++) {
      if (length < 1 || length > MAX_CODE_BITS || steps > MAX_CODE_BITS) throw damage('code length');
      if (bits.read(1) === 0) break;
      length += bits.read(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
}
