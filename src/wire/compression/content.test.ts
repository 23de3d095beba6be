import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import { contentDecoding } from './content.ts';

const MIB = 1024 * 1024;
const BODY = Buffer.from('key=secret&resource=products_list&data=%3Cconnecteur%2F%3E');

async function* chunksOf(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const collected: Uint8Array[] = [];
  for await (const chunk of chunks) collected.push(chunk);
  return Buffer.concat(collected);
}

async function decode(
  encoding: string | undefined,
  bytes: Uint8Array,
  maxBytes = MIB,
  size?: number,
): Promise<unknown> {
  try {
    return await collect(contentDecoding(encoding, chunksOf(bytes, size), maxBytes));
  } catch (error) {
    if (error instanceof PasserelleError) return error.problem;
    throw error;
  }
}

const CODINGS: [encoding: string, encode: (bytes: Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['X-GZip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['deflate, gzip', (bytes) => gzipSync(deflateSync(bytes))],
  [' gzip ,identity,, deflate', (bytes) => deflateRawSync(gzipSync(bytes))],
];

describe('contentDecoding', () => {
  test.each([undefined, '', 'identity', 'Identity, identity'])('%j is plain', async (encoding) => {
    expect(await decode(encoding, BODY)).toEqual(BODY);
    expect(await decode(encoding, BODY, BODY.length - 1)).toEqual({
      reason: 'body_too_large',
      limit: BODY.length - 1,
    });
  });

  test.each(CODINGS)('%s', async (encoding, encode) => {
    const packed = encode(BODY);
    for (const size of [1, 3, 1000]) expect(await decode(encoding, packed, MIB, size)).toEqual(BODY);
    for (let length = 0; length < packed.length; length++) {
      expect(await decode(encoding, packed.subarray(0, length))).toMatchObject({
        reason: 'compression_broken',
        expected: expect.stringContaining('unexpected end of file'),
      });
    }
    expect(await decode(encoding, Buffer.concat([packed, Buffer.from('trailing')]))).toMatchObject({
      reason: 'compression_broken',
    });
  });

  test.each(CODINGS)('a bomb ends at the limit: %s', async (encoding, encode) => {
    expect(await decode(encoding, encode(Buffer.alloc(8 * MIB)))).toEqual({
      reason: 'body_too_large',
      limit: MIB,
    });
  });

  test('gzip members one after the other are one body', async () => {
    const members = Buffer.concat([gzipSync(BODY), gzipSync(BODY)]);
    for (const size of [1, gzipSync(BODY).length, 1000]) {
      expect(await decode('gzip', members, MIB, size)).toEqual(Buffer.concat([BODY, BODY]));
    }
  });

  test('a wrong checksum is damage', async () => {
    const packed = gzipSync(BODY);
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 1;
    expect(await decode('gzip', packed)).toMatchObject({
      reason: 'compression_broken',
      expected: 'gzip: incorrect data check',
    });
  });

  test.each(['compress', 'gzip, sdch', 'gzip;q=1', 'gzip,'.repeat(5), 'x'.repeat(9000)])(
    '%j is refused before a byte is read',
    (encoding) => {
      const call = () => contentDecoding(encoding, chunksOf(BODY), MIB);
      expect(call).toThrow(PasserelleError);
      expect(call).toThrow(/form_unreadable.*Content-Encoding: identity \| gzip/);
    },
  );
});
