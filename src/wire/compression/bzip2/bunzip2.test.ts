import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PasserelleError } from '../../../domain/error.ts';
import { bunzip2Chunks, bunzip2Whole } from './decode.ts';

const whole = (bytes: Uint8Array) => Buffer.concat([...bunzip2Whole(bytes)]);

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return Buffer.concat(collected);
}

async function chunked(bytes: Buffer, size: number): Promise<Buffer> {
  async function* source() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return collect(bunzip2Chunks(source()));
}

function damageOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof PasserelleError && error.problem.reason === 'compression_broken')
      return error.problem.expected;
    throw error;
  }
  return undefined;
}

class BitWriter {
  readonly #bits: number[] = [];
  write(count: number, value: number): this {
    for (let bit = count - 1; bit >= 0; bit--) this.#bits.push(Math.floor(value / 2 ** bit) % 2);
    return this;
  }
  bytes(): Buffer {
    const bytes = Buffer.alloc(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, at) => {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
    });
    return bytes;
  }
}

const REVERSED = Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2),
);
/** bzip2's checksum is zlib's with the bits of every byte, and of the result, the other way round. */
function bzip2Crc(bytes: Buffer): number {
  const crc = crc32(bytes.map((byte) => REVERSED[byte] ?? 0));
  return Number.parseInt(crc.toString(2).padStart(32, '0').split('').reverse().join(''), 2);
}

/** One block in parts, so that a test can spoil any of them. */
interface Plan {
  randomised: number;
  origin: number;
  used: number[];
  tables: number[][];
  selectors: number[];
  symbols: number[];
  crc: number;
}

function runLengths(bytes: Buffer): number[] {
  const coded: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    let run = 1;
    while (run < 255 && bytes[at + run] === byte) run++;
    at += run;
    for (let copy = 0; copy < Math.min(run, 4); copy++) coded.push(byte);
    if (run >= 4) coded.push(run - 4);
  }
  return coded;
}

function planBlock(bytes: Buffer): Plan {
  const coded = runLengths(bytes);
  const turned = coded.map((_, start) => start);
  const at = (index: number) => coded[index % coded.length] ?? 0;
  turned.sort((left, right) => {
    for (let step = 0; step < coded.length; step++) {
      if (at(left + step) !== at(right + step)) return at(left + step) - at(right + step);
    }
    return left - right;
  });
  const lastColumn = turned.map((start) => at(start + coded.length - 1));
  const used = [...new Set(coded)].sort((left, right) => left - right);
  const symbols = toSymbols(lastColumn, used);
  const count = used.length + 2;
  const even = Array.from({ length: count }, () => Math.ceil(Math.log2(count)));
  const skewed = Array.from({ length: count }, (_, symbol) =>
    symbol === 0 ? 1 : 1 + Math.ceil(Math.log2(count - 1)),
  );
  const selectors = Array.from({ length: Math.ceil(symbols.length / 50) }, (_, group) => (group * 2) % 3);
  return {
    randomised: 0,
    origin: turned.indexOf(0),
    used,
    tables: [even, skewed, even],
    selectors,
    symbols,
    crc: bzip2Crc(bytes),
  };
}

function toSymbols(column: readonly number[], used: readonly number[]): number[] {
  const recent = [...used];
  const symbols: number[] = [];
  let run = 0;
  const endRun = () => {
    for (; run > 0; run = (run - 1) >> 1) symbols.push((run - 1) & 1);
    run = 0;
  };
  for (const byte of column) {
    const index = recent.indexOf(byte);
    if (index === 0) {
      run++;
      continue;
    }
    endRun();
    recent.splice(index, 1);
    recent.unshift(byte);
    symbols.push(index + 1);
  }
  endRun();
  return [...symbols, used.length + 1];
}

function writeBlock(bits: BitWriter, plan: Plan): void {
  bits.write(48, 0x314159265359).write(32, plan.crc).write(1, plan.randomised).write(24, plan.origin);
  const ranges = Array.from({ length: 16 }, (_, range) => plan.used.filter((byte) => byte >> 4 === range));
  for (const members of ranges) bits.write(1, members.length > 0 ? 1 : 0);
  for (const members of ranges.filter(({ length }) => length > 0)) {
    for (let low = 0; low < 16; low++) bits.write(1, members.some((byte) => (byte & 15) === low) ? 1 : 0);
  }
  bits.write(3, plan.tables.length).write(15, plan.selectors.length);
  const recent = plan.tables.map((_, table) => table);
  for (const selector of plan.selectors) {
    const index = recent.includes(selector) ? recent.indexOf(selector) : plan.tables.length;
    for (let one = 0; one < index; one++) bits.write(1, 1);
    bits.write(1, 0);
    recent.splice(index, 1);
    recent.unshift(selector);
  }
  for (const lengths of plan.tables) {
    let length = lengths[0] ?? 0;
    bits.write(5, length);
    for (const next of lengths) {
      for (; length < next; length++) bits.write(2, 2);
      for (; length > next; length--) bits.write(2, 3);
      bits.write(1, 0);
    }
  }
  plan.symbols.forEach((symbol, index) => {
    const lengths = plan.tables[plan.selectors[Math.floor(index / 50)] ?? 0] ?? [];
    bits.write(lengths[symbol] ?? 0, canonicalCode(lengths, symbol));
  });
}

function canonicalCode(lengths: readonly number[], symbol: number): number {
  const own = lengths[symbol] ?? 0;
  let code = 0;
  for (let length = 1; length <= own; length++) {
    code *= 2;
    code += lengths.filter((other, index) => other === length && (length < own || index < symbol)).length;
  }
  return code;
}

function encodeStream(plans: readonly Plan[], streamCrc?: number): Buffer {
  const bits = new BitWriter();
  bits.write(24, 0x425a68).write(8, '1'.charCodeAt(0));
  let crc = 0;
  for (const plan of plans) {
    writeBlock(bits, plan);
    crc = (((crc << 1) | (crc >>> 31)) ^ plan.crc) >>> 0;
  }
  return bits
    .write(48, 0x177245385090)
    .write(32, streamCrc ?? crc)
    .bytes();
}

const spoiled = (change: Partial<Plan>) =>
  encodeStream([{ ...planBlock(Buffer.from('Bague en or')), ...change }]);
/** `bzip2 -1` of 6,000 lines: three blocks. */
const LINE = '<grille src="cli_prodfam" ref="TF00002"/>\n';
const LINES = Buffer.from(
  [
    'QlpoMTFBWSZTWUdDUOkARB3fgEAQUADQBwEABACvptgAMAFYAFAAAGTIKAAAMmQFKqjZD1CZoMhM5IRiSEZyQjSSEayQjEkI',
    '5pIRlJCN9VRS6SQjjJCMSQjXzJCPEkI6yQjSSEYkhGskIzkhHySEbpIR7khHGSEbpIRpJCNpIR6UhGUkIyUhH4pCOckIwpCN',
    'pIRlJCNpIR9khHuSEfFIR9khH7JCP8xQVkmU1lJGiw7AHGIX4BAEFAA0AcBAAQAr6bYADABWABQAABkyCgAADJkBSqh6UzSe',
    'owGQykhGckIykhHVSEepIRnJCP1JCMSQj8qqKWkkI5SQjOSEd5IR2UhH9JCOkkI5SQjzJCMpIR7UhHCSEbSQjTaSEYkhHWSE',
    'ayQjzJCMSQjEkI3SQjSSEc5IRrJCMSQjWSEfFIRtJCPckI+SQjepCPpigrJMprMCIM4oACouvwCAIKABoA4CAAgBX02wAGAC',
    'cAFAAAGTIKAAAMmQFKqGQ0ABiMVCTJQkxUJPEhJ9UJMlCTnSEnHFQk4IlVdFCTJQkwkJPShJ5kJOqhJ3UJOKhJ8UJMVCTWQk',
    '3KEmihJpISblCTwoSZqEnyQkwUJMJCTZISc1CTKQkzUJMFCTNQk/SEmihJrISflCTbISfxdyRThQkA4pfMc=',
  ].join(''),
  'base64',
);

describe('bzip2', () => {
  test.each([
    ['<connecteur/>', 'QlpoOTFBWSZTWYkI0tMAAACZgAAAgAUKAZYAIAAiGmmjQQAw00VjDfBeLuSKcKEhEhGlpg=='],
    ['', 'QlpoORdyRThQkAAAAAA='],
  ])('reads what bzip2 writes: %j', (text, packed) => {
    expect(whole(Buffer.from(packed, 'base64')).toString()).toBe(text);
  });

  test.each([1, 7, 1000, 1_000_000])(
    'reads several blocks and streams, in chunks of %i bytes',
    async (size) => {
      const twice = Buffer.concat([LINES, LINES]);
      expect((await chunked(twice, size)).equals(Buffer.from(LINE.repeat(12_000)))).toBe(true);
    },
  );

  test('any bytes in any blocks come back', () => {
    const runs = fc.array(fc.tuple(fc.constantFrom(0, 65, 66, 255), fc.integer({ min: 1, max: 300 })), {
      minLength: 1,
      maxLength: 12,
    });
    const block = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      runs.map((all) => Buffer.concat(all.map(([byte, count]) => Buffer.alloc(count, byte)))),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), (blocks) => {
        expect(whole(encodeStream(blocks.map(planBlock))).equals(Buffer.concat(blocks))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('no part of a stream passes for the whole', () => {
    for (let length = 0; length < LINES.length; length += 5) {
      expect(damageOf(() => whole(LINES.subarray(0, length)))).toBe('bzip2: unexpected end of file');
    }
  });

  test('a wrong bit is found, or changes nothing', () => {
    const text = 'Bague en or, bague en argent';
    const stream = encodeStream([planBlock(Buffer.from(text))]);
    for (let bit = 0; bit < stream.length * 8; bit++) {
      const changed = Buffer.from(stream);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (128 >> (bit & 7));
      let decoded: string | undefined;
      const found = damageOf(() => {
        decoded = whole(changed).toString();
      });
      // What is left over: padding, the level, tables that no group uses.
      if (found === undefined) expect(decoded).toBe(text);
      else expect(found).toMatch(/^bzip2: /);
    }
  });

  test('rubbish is damage, whatever it is', () => {
    const head = Buffer.from('BZh1\x31\x41\x59\x26\x53\x59', 'latin1');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (rubbish) => {
        expect(damageOf(() => whole(Buffer.concat([head, rubbish])))).toMatch(/^bzip2: /);
      }),
    );
  });

  test.each<[what: string, bytes: Buffer, expected: string]>([
    ['no bzip2', Buffer.from('<connecteur/>'), 'incorrect header'],
    ['a level of 0', Buffer.concat([Buffer.from('BZh0'), LINES.subarray(4)]), 'incorrect header'],
    ['bytes behind the end', Buffer.concat([LINES, Buffer.from('more')]), 'trailing bytes'],
    ['a cut second stream', Buffer.concat([LINES, Buffer.from('BZ')]), 'unexpected end of file'],
    [
      'a block that is none',
      Buffer.concat([Buffer.from('BZh1'), Buffer.alloc(40)]),
      'incorrect block header',
    ],
    ['a wrong block checksum', spoiled({ crc: 1 }), 'incorrect block checksum'],
    ['a wrong stream checksum', encodeStream([planBlock(Buffer.from('a'))], 1), 'incorrect checksum'],
    ['a randomised block', spoiled({ randomised: 1 }), 'randomised block'],
    ['an origin outside', spoiled({ origin: 11 }), 'origin outside the block'],
    [
      'an empty block',
      spoiled({ symbols: [planBlock(Buffer.from('Bague en or')).used.length + 1] }),
      'origin outside the block',
    ],
    ['no bytes in use', spoiled({ used: [] }), 'block header'],
    ['one table', spoiled({ tables: [[4, 4]] }), 'block header'],
    ['no selectors', spoiled({ selectors: [] }), 'no selectors'],
    ['a selector of no table', spoiled({ selectors: [5] }), 'selector'],
    [
      'too few selectors',
      spoiled({ symbols: Array.from({ length: 60 }, (_, at) => 2 + (at % 2)) }),
      'too few selectors',
    ],
    [
      'a code length of 21',
      spoiled({ tables: Array.from({ length: 3 }, () => [...Array.from({ length: 10 }, () => 20), 21]) }),
      'code length',
    ],
    [
      'more codes than there are',
      spoiled({ tables: Array.from({ length: 3 }, () => Array.from({ length: 11 }, () => 2)) }),
      'code lengths',
    ],
    [
      'a run that counts beyond 32 bits',
      spoiled({ symbols: Array.from({ length: 40 }, () => 0) }),
      'run over the block’s size',
    ],
  ])('%s', (_what, bytes, expected) => {
    expect(damageOf(() => whole(bytes))).toBe(`bzip2: ${expected}`);
  });
});
