import type { BitReader } from './bits.ts';
import { damage } from './damage.ts';
import { createTables, type HuffmanTable, MAX_CODE_BITS, readTable } from './huffman.ts';

const GROUP_SIZE = 50;
/** One byte more than a group's longest form. */
const GROUP_BYTES = (GROUP_SIZE * MAX_CODE_BITS) / 8 + 1;
/** A bound of a block's header: 32,767 selectors of 6 bits, six tables of 258 lengths of 41 bits, and the rest. */
export const HEADER_BYTES = 36 * 1024;
const FIRST_COLUMN_ENTRIES = 64 * 1024;
const RUN_B = 1;

/**
 * One block: its symbols are decoded as its input comes, then it is turned back into its bytes. Memory is kept from block
 * to block and grows with the largest one seen, up to 3.6 MB.
 */
export class Block {
  /** After decoding: byte in the low 8 bits, and above them where the next one stands. */
  column: Int32Array = new Int32Array(FIRST_COLUMN_ENTRIES);
  length = 0;
  origin = 0;
  #capacity = 0;

  readonly #tables = createTables();
  readonly #selectors = new Uint8Array(2 ** 15);
  #selectorCount = 0;
  #group = 0;
  readonly #recent = new Uint8Array(256);
  #endSymbol = 0;
  #run = 0;
  #runUnit = 1;
  readonly #byteCounts = new Int32Array(256);

  /** Reads what stands between a block's checksum and its symbols. `capacity` is the most bytes that a block may have. */
  readHeader(bits: BitReader, capacity: number): void {
    if (bits.read(1) === 1) throw damage('randomised block');
    this.origin = (bits.read(12) << 12) | bits.read(12);
    this.#capacity = capacity;
    this.length = 0;
    this.#group = 0;
    this.#run = 0;
    this.#runUnit = 1;
    this.#byteCounts.fill(0);
    const used = this.#readUsedBytes(bits);
    this.#endSymbol = used + 1;
    const tableCount = bits.read(3);
    if (used === 0 || tableCount < 2 || tableCount > 6) throw damage('block header');
    this.#readSelectors(bits, tableCount);
    for (const table of this.#tables.slice(0, tableCount)) readTable(bits, used + 2, table);
  }

  #readUsedBytes(bits: BitReader): number {
    const ranges = bits.read(16);
    let used = 0;
    for (let range = 0; range < 16; range++) {
      if (((ranges >>> (15 - range)) & 1) === 0) continue;
      const members = bits.read(16);
      for (let member = 0; member < 16; member++) {
        if (((members >>> (15 - member)) & 1) === 1) this.#recent[used++] = range * 16 + member;
      }
    }
    return used;
  }

  #readSelectors(bits: BitReader, tableCount: number): void {
    this.#selectorCount = bits.read(15);
    if (this.#selectorCount === 0) throw damage('no selectors');
    const recent = [0, 1, 2, 3, 4, 5];
    for (let at = 0; at < this.#selectorCount; at++) {
      let index = 0;
      while (index < tableCount && bits.read(1) === 1) index++;
      if (index >= tableCount) throw damage('selector');
      const [table = 0] = recent.splice(index, 1);
      recent.unshift(table);
      this.#selectors[at] = table;
    }
  }

  /** Decodes groups of symbols while `bits` holds a whole one (`toTheEnd`: all there is). True once the block is whole. */
  readSymbols(bits: BitReader, toTheEnd: boolean): boolean {
    while (toTheEnd ? !bits.overrun : bits.available >= GROUP_BYTES) {
      const table = this.#tables[this.#selectors[this.#group] ?? 0];
      if (this.#group >= this.#selectorCount || table === undefined) throw damage('too few selectors');
      this.#group++;
      if (this.#readGroup(bits, table)) return true;
    }
    return false;
  }

  #readGroup(bits: BitReader, table: HuffmanTable): boolean {
    const { minLength, limits, offsets, symbols } = table;
    for (let count = 0; count < GROUP_SIZE; count++) {
      const word = bits.peek20();
      let length = minLength;
      while (word >= (limits[length] ?? 0)) if (++length > MAX_CODE_BITS) throw damage('code');
      bits.position += length;
      const symbol = symbols[(word >>> (MAX_CODE_BITS - length)) - (offsets[length] ?? 0)] ?? 0;
      if (symbol <= RUN_B) {
        this.#run += this.#runUnit << symbol;
        this.#runUnit <<= 1;
        if (this.#run > this.#capacity) throw damage('run over the block’s size');
        continue;
      }
      if (this.#run > 0) this.#endRun();
      if (symbol === this.#endSymbol) return true;
      this.#append(this.#toFront(symbol - 1), 1);
    }
    return false;
  }

  #endRun(): void {
    const run = this.#run;
    this.#run = 0;
    this.#runUnit = 1;
    this.#append(this.#recent[0] ?? 0, run);
  }

  #append(byte: number, count: number): void {
    const end = this.length + count;
    if (end > this.#capacity) throw damage('block over its size');
    if (end > this.column.length) this.#grow(end);
    if (count === 1) this.column[this.length] = byte;
    else this.column.fill(byte, this.length, end);
    this.length = end;
    this.#byteCounts[byte] = (this.#byteCounts[byte] ?? 0) + count;
  }

  #grow(needed: number): void {
    const grown = new Int32Array(Math.min(this.#capacity, Math.max(needed, this.column.length * 2)));
    grown.set(this.column.subarray(0, this.length));
    this.column = grown;
  }

  #toFront(index: number): number {
    const recent = this.#recent;
    const byte = recent[index] ?? 0;
    if (index < 16) for (let at = index; at > 0; at--) recent[at] = recent[at - 1] ?? 0;
    else recent.copyWithin(1, 0, index);
    recent[0] = byte;
    return byte;
  }

  /** Undoes the Burrows-Wheeler transform: links every byte to the one that follows it. */
  link(): void {
    if (this.origin >= this.length) throw damage('origin outside the block');
    const { column, length } = this;
    const next = this.#byteCounts;
    let sum = 0;
    for (let byte = 0; byte < 256; byte++) {
      const count = next[byte] ?? 0;
      next[byte] = sum;
      sum += count;
    }
    for (let at = 0; at < length; at++) {
      const byte = (column[at] ?? 0) & 0xff;
      const target = next[byte] ?? 0;
      next[byte] = target + 1;
      column[target] = (column[target] ?? 0) | (at << 8);
    }
  }
}
