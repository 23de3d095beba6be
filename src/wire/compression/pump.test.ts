import type { Transform } from 'node:stream';
import { createDeflate, createInflate, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeChunks, encodeChunks } from './pump.ts';

const PACKED = deflateSync(Buffer.alloc(1024 * 1024));

async function* endless(chunk: Uint8Array) {
  for (;;) yield chunk;
}

function decodeWatched(source: AsyncIterable<Uint8Array>) {
  const streams: Transform[] = [];
  const open = () => {
    const stream = createInflate();
    streams.push(stream);
    return stream;
  };
  return { streams, chunks: decodeChunks(source, { name: 'zlib', open }) };
}

test('a reader that stops early frees the decoder', async () => {
  const { streams, chunks } = decodeWatched(endless(PACKED));
  for await (const _chunk of chunks) break;
  expect(streams.map((stream) => stream.destroyed)).toEqual([true]);
});

test('damage, and an error of the source, free the decoder', async () => {
  async function* failing() {
    yield PACKED.subarray(0, 100);
    throw new Error('client gone');
  }
  for (const source of [endless(Buffer.from('no zlib')), failing()]) {
    const { streams, chunks } = decodeWatched(source);
    await expect(async () => {
      for await (const _chunk of chunks);
    }).rejects.toThrow();
    expect(streams.map((stream) => stream.destroyed)).toEqual([true]);
  }
});

test('no decoder is opened before it is read', () => {
  expect(decodeWatched(endless(PACKED)).streams).toEqual([]);
});

test('a reader that stops early frees the encoder', async () => {
  const streams: Transform[] = [];
  const chunks = encodeChunks(endless(Buffer.alloc(1024 * 1024)), () => {
    const stream = createDeflate({ level: 0 });
    streams.push(stream);
    return stream;
  });
  for await (const _chunk of chunks) break;
  expect(streams.map((stream) => stream.destroyed)).toEqual([true]);
});
