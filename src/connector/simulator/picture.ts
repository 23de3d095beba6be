import { crc32 } from 'node:zlib';
import type { Dice } from './dice.ts';

const SIDE = 8;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** 8 bits a channel, true colour, no interlacing. */
const HEADER = Uint8Array.of(0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 2, 0, 0, 0);

/** A small PNG of two colours. Stored, not deflated: what zlib makes differs between its builds. */
export function pictureFrom(dice: Dice): Uint8Array {
  const colour = (topic: string) =>
    ['red', 'green', 'blue'].map((part) => dice.below(256, `${topic} ${part}`));
  const colours = [colour('front'), colour('back')];
  const rows = Array.from({ length: SIDE }, (_, y) => [
    0,
    ...Array.from({ length: SIDE }, (_, x) => colours[dice.below(2, `pixel ${x} ${y}`)] ?? []).flat(),
  ]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', HEADER),
    chunk('IDAT', storedZlib(Uint8Array.from(rows.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([bigEndian(content.length), body, bigEndian(crc32(body))]);
}

/** One stored block of at most 65,535 bytes (RFC 1950, RFC 1951). */
function storedZlib(content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt16LE(content.length, 0);
  length.writeUInt16LE(content.length ^ 0xffff, 2);
  return Buffer.concat([Uint8Array.of(0x78, 0x01, 0x01), length, content, bigEndian(adler32(content))]);
}

function adler32(content: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of content) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

function bigEndian(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
