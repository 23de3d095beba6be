import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTextDecoding, decodeText } from './text.ts';

const decodeAll = (...chunks: readonly Uint8Array[]) => {
  const decoding = createTextDecoding();
  const text = chunks.map((chunk) => decoding.decode(chunk)).join('') + decoding.end();
  return { text, guessed: decoding.guessed };
};
const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const singly = (all: Uint8Array) => Array.from(all, (byte) => bytes(byte));

describe('UTF-8', () => {
  test('a character cut anywhere survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(40)), (text, cuts) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        const all = Buffer.from(text);
        const bounds = [0, ...cuts.filter((cut) => cut < all.length).sort((a, b) => a - b), all.length];
        const chunks = bounds.slice(1).map((end, index) => all.subarray(bounds[index], end));
        expect(decodeAll(...chunks)).toEqual({ text, guessed: undefined });
      }),
    );
  });

  test('its byte order mark is dropped, also byte by byte', () => {
    expect(decodeAll(...singly(Buffer.from('\ufeff<a>é€😀</a>'))).text).toBe('<a>é€😀</a>');
  });

  test('NUL becomes U+FFFD', () => {
    expect(decodeAll(bytes(0x61, 0, 0x62)).text).toBe('a\ufffdb');
  });

  test('a chunk whose memory is used again does not spoil the character that it cut', () => {
    const decoding = createTextDecoding();
    const chunk = Buffer.from('abcdé').subarray(0, 5);
    const start = decoding.decode(chunk);
    chunk.fill(0x7a);
    expect(start + decoding.decode(bytes(0xa9))).toBe('abcdé');
  });
});

describe('UTF-16', () => {
  const littleEndian = Buffer.from('<a>é😀</a>', 'utf16le');
  const bigEndian = Buffer.from(littleEndian).swap16();

  test.each([
    ['utf-16le', bytes(0xff, 0xfe), littleEndian],
    ['utf-16be', bytes(0xfe, 0xff), bigEndian],
    ['utf-16le', bytes(), littleEndian],
    ['utf-16be', bytes(), bigEndian],
  ])('%s, mark %j', (encoding, mark, content) => {
    const all = Buffer.concat([mark, content]);
    expect(decodeAll(all)).toEqual({ text: '<a>é😀</a>', guessed: encoding });
    expect(decodeAll(...singly(all)).text).toBe('<a>é😀</a>');
  });
});

describe('bytes that are not UTF-8', () => {
  test('are Windows-1252 without a declaration, or with one that cannot be true', () => {
    for (const head of [
      '',
      '<?xml version="1.0"?>',
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<?xml encoding="x-?"?>',
    ]) {
      const { text, guessed } = decodeAll(Buffer.concat([latin1(`${head}<a>été `), bytes(0x80, 0x92)]));
      expect(text).toBe(`${head}<a>été €’`);
      expect(guessed).toBe('windows-1252');
    }
  });

  test('are read in the declared encoding', () => {
    const head = '<?xml version="1.0" encoding="ISO-8859-2"?>';
    expect(decodeAll(latin1(head), bytes(0xb1))).toEqual({ text: `${head}ą`, guessed: 'iso-8859-2' });
  });

  test('a declared encoding of several bytes survives any cut', () => {
    const head = '<?xml version="1.0" encoding="Shift_JIS"?>';
    const all = Buffer.concat([latin1(head), bytes(0x93, 0xfa, 0x96, 0x7b)]);
    expect(decodeAll(...singly(all)).text).toBe(`${head}日本`);
  });

  test('a sequence that began in an earlier chunk is read again', () => {
    expect(decodeAll(latin1('<a>caf\xe9'), latin1(' au lait'))).toEqual({
      text: '<a>café au lait',
      guessed: 'windows-1252',
    });
    expect(decodeAll(latin1('<a>caf\xe9')).text).toBe('<a>café');
  });

  test('one cut character in UTF-8 spoils nothing behind it', () => {
    const head = Buffer.from('<a>Été à Orléans, crème brûlée ');
    const all = Buffer.concat([head, bytes(0xc3), Buffer.from('</a><b>été</b>')]);
    expect(decodeAll(all)).toEqual({
      text: '<a>Été à Orléans, crème brûlée Ã</a><b>été</b>',
      guessed: 'windows-1252',
    });
    expect(decodeAll(...singly(all)).text).toBe(decodeAll(all).text);
  });

  test('nothing whatever is too strange', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), (chunks) => {
        expect(decodeAll(...chunks).text).not.toContain('\0');
      }),
    );
  });
});

test('what is all there is read as what comes in pieces', () => {
  const wide = Buffer.from('<a>é</a>', 'utf16le');
  for (const start of [
    bytes(),
    bytes(0xef, 0xbb, 0xbf),
    bytes(0xff, 0xfe),
    bytes(0x3c, 0),
    bytes(0, 0x3c),
    wide,
  ])
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'grapheme' }).map(Buffer.from)), (rest) => {
        const all = Buffer.concat([start, rest]);
        expect(decodeText(all)).toBe(decodeAll(all).text);
      }),
    );
});
