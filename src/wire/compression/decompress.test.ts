import { setImmediate as nextTurn } from 'node:timers/promises';
import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import { compress, compressAll } from './compress.ts';
import { decompress, decompressAll } from './decompress.ts';

const MIB = 1024 * 1024;
const XML = Buffer.from('<?xml version="1.0"?><connecteur><reference>É&amp;O-1</reference></connecteur>');
/** The same through `bzip2 -9`. */
const XML_BZIP2 = Buffer.from(
  'QlpoOTFBWSZTWTKDH50AAAcdxFED4A+AAKsn30AAIAgAIABIapo09NR6mIeoBkwNU2piaGNTQYQ9IVDpFHhMk8iTLu+PVZeea7uCtIchoMDofzBCcqSRg0BBHjK4M3YG0EL8/T/F3JFOFCQMoMfnQA==',
  'base64',
);
/** `bzip2 -9` of 45,899,235 zeros: one block. */
const BZIP2_BOMB = Buffer.from('QlpoOTFBWSZTWQ4J4t8BX45AAMAAAAggADCATUZCoCWpCoCXF3JFOFCQDgni3w==', 'base64');

async function* chunksOf(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return Buffer.concat(collected);
}

async function outcome(action: () => Promise<unknown> | unknown): Promise<unknown> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof PasserelleError) return error.problem;
    throw error;
  }
}

const FORMATS: [name: string, code: string, packed: Buffer][] = [
  ['zlib', '1', deflateSync(XML)],
  ['bzip2', '2', XML_BZIP2],
  ['deflate', '3', deflateRawSync(XML)],
];

describe('decompress', () => {
  test.each([undefined, '', '0', ' 0 '])('%j means plain', async (code) => {
    expect(await read(decompress(chunksOf(XML), code, MIB))).toEqual(XML);
    expect(decompressAll(XML, code, MIB)).toBe(XML);
  });

  test.each(['4', 'gzip', '-1', '01', '__proto__', 'x'.repeat(500)])('%j is unknown', async (code) => {
    const expected = {
      reason: 'compression_unknown',
      field: 'compression',
      value: expect.stringMatching(/^.{1,80}$/),
    };
    expect(await outcome(() => decompress(chunksOf(XML), code, MIB))).toEqual(expected);
    expect(await outcome(() => decompressAll(XML, code, MIB))).toEqual(expected);
  });

  describe.each(FORMATS)('%s', (name, code, packed) => {
    const broken = (what: RegExp): Partial<Problem> => ({
      reason: 'compression_broken',
      expected: expect.stringMatching(new RegExp(`^${name}: ${what.source}`)),
    });
    const both = async (bytes: Uint8Array, maxBytes = MIB, size = 64 * 1024) => [
      await outcome(() => read(decompress(chunksOf(bytes, size), code, maxBytes))),
      await outcome(() => Buffer.from(decompressAll(bytes, code, maxBytes))),
    ];

    test('gives the bytes, whatever the chunks', async () => {
      for (const size of [1, 2, 5, 1000]) expect(await both(packed, MIB, size)).toEqual([XML, XML]);
    });

    test('every cut is found', async () => {
      for (let length = 0; length < packed.length; length++) {
        const cut = broken(/unexpected end of file/);
        expect(await both(packed.subarray(0, length), MIB, 16)).toEqual([
          expect.objectContaining(cut),
          expect.objectContaining(cut),
        ]);
      }
    });

    test('bytes behind the end are found, in the same chunk or a later one', async () => {
      const trailing = expect.objectContaining(broken(/trailing bytes/));
      for (const rubbish of ['x', 'more bytes', '\0\0\0\0\0\0\0']) {
        const bytes = Buffer.concat([packed, Buffer.from(rubbish)]);
        for (const size of [1, packed.length, 64 * 1024])
          expect(await both(bytes, MIB, size)).toEqual([trailing, trailing]);
      }
    });

    test('what is not compressed at all is named', async () => {
      const wrong = expect.objectContaining(broken(/.+/));
      expect(await both(XML)).toEqual([wrong, wrong]);
    });

    test('the limit is exact', async () => {
      expect(await both(packed, XML.length)).toEqual([XML, XML]);
      const tooLarge = { reason: 'decompressed_too_large', limit: XML.length - 1 };
      expect(await both(packed, XML.length - 1)).toEqual([tooLarge, tooLarge]);
    });

    test('errors of the source come through, and rubbish never does anything else than fail', async () => {
      const gone = new Error('client gone');
      async function* source() {
        yield packed.subarray(0, 20);
        throw gone;
      }
      await expect(read(decompress(source(), code, MIB))).rejects.toBe(gone);
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (rubbish) => {
          const [streamed, whole] = await both(rubbish);
          expect(streamed).toEqual(whole);
        }),
        { numRuns: 50 },
      );
    });
  });

  test.each<[name: string, code: string, bomb: Buffer]>([
    ['zlib', '1', deflateSync(Buffer.alloc(64 * MIB))],
    ['bzip2', '2', BZIP2_BOMB],
    ['deflate', '3', deflateRawSync(Buffer.alloc(64 * MIB))],
  ])('a bomb ends at the limit, in small chunks: %s', async (_name, code, bomb) => {
    let largest = 0;
    let total = 0;
    const run = async () => {
      for await (const chunk of decompress(chunksOf(bomb), code, 8 * MIB)) {
        total += chunk.length;
        largest = Math.max(largest, chunk.length);
      }
    };
    const tooLarge = { reason: 'decompressed_too_large', limit: 8 * MIB };
    expect(await outcome(run)).toEqual(tooLarge);
    expect(total).toBeGreaterThan(7 * MIB);
    expect(largest).toBeLessThanOrEqual(64 * 1024);
    expect(await outcome(() => decompressAll(bomb, code, 8 * MIB))).toEqual(tooLarge);
  });

  test.each<[name: string, code: string, packed: Buffer]>([
    ['plain', '0', Buffer.alloc(8 * MIB, 'x')],
    ['zlib', '1', deflateSync(Buffer.alloc(8 * MIB, 'x'), { level: 0 })],
    ['bzip2', '2', Buffer.concat(Array.from({ length: 20_000 }, () => XML_BZIP2))],
  ])(
    'asks for no more than it can hand on, and stops when its reader does: %s',
    async (_name, code, packed) => {
      let asked = 0;
      let closed = false;
      async function* source() {
        try {
          for await (const chunk of chunksOf(packed)) {
            asked += chunk.length;
            yield chunk;
          }
        } finally {
          closed = true;
        }
      }
      const chunks = decompress(source(), code, 100 * MIB)[Symbol.asyncIterator]();
      await chunks.next();
      await chunks.next();
      for (let turn = 0; turn < 20; turn++) await nextTurn();
      expect(asked).toBeLessThanOrEqual(4 * 64 * 1024);
      await chunks.return?.();
      expect(closed).toBe(true);
      expect(await chunks.next()).toEqual({ done: true, value: undefined });
    },
  );
});

describe('compress', () => {
  test.each(['0', '1', '3'] as const)('%s comes back', async (code) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5000 }),
        fc.integer({ min: 1, max: 1000 }),
        async (array, size) => {
          const bytes = Buffer.from(array);
          const packed = await read(compress(chunksOf(bytes, size), code));
          expect(await read(decompress(chunksOf(packed), code, MIB))).toEqual(bytes);
          expect(Buffer.from(decompressAll(compressAll(bytes, code), code, MIB))).toEqual(bytes);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('the source’s error comes through', async () => {
    const gone = new Error('disk');
    async function* source() {
      yield XML;
      throw gone;
    }
    await expect(read(compress(source(), '1'))).rejects.toBe(gone);
  });
});
