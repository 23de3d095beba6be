import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A red PNG. */
export const png = (width: number, height: number): Buffer =>
  picture({ width, height, bits: 8, colours: 2 }, Buffer.alloc(width * 3, Buffer.from([200, 30, 60])));

/** A black PNG of one bit a pixel: however many pixels it claims, it takes few bytes. */
export const blackPng = (width: number, height: number): Buffer =>
  picture({ width, height, bits: 1, colours: 0 }, Buffer.alloc(Math.ceil(width / 8)));

interface Head {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** 0: grey; 2: red, green and blue. */
  readonly colours: number;
}

function picture({ width, height, bits, colours }: Head, row: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colours], 8);
  const filtered = Buffer.concat([Buffer.from([0]), row]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(filtered.length * height, filtered))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The width and height that a PNG claims. */
export const pngSize = (bytes: Uint8Array): readonly [number, number] => {
  const view = Buffer.from(bytes);
  return [view.readUInt32BE(16), view.readUInt32BE(20)];
};
