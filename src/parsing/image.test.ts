import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { readDocumentFile } from './document-file.ts';
import { readImage } from './image.ts';

const bytes = (head: string, length = 64): Uint8Array => {
  const all = new Uint8Array(length);
  all.set(Buffer.from(head, 'latin1'));
  return all;
};

const PICTURES = [
  ['image/jpeg', bytes('\xff\xd8\xff\xe0')],
  ['image/png', bytes('\x89PNG\r\n\x1a\n')],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF\x10\x00\x00\x00WEBPVP8 ')],
  ['image/bmp', bytes(`BM\x10\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28`)],
  ['image/tiff', bytes('II*\0')],
] as const;

test.each(PICTURES)('%s is recognised as bytes, as base64 and as a data URI', (type, picture) => {
  const base64 = encodeBase64(picture);
  const expected = { type, bytes: picture };
  expect(readImage(picture)).toEqual(expected);
  expect(readImage(base64)).toEqual(expected);
  expect(readImage(base64.replace(/(.{20})/g, '$1\r\n'))).toEqual(expected);
  expect(readImage(Buffer.from(base64))).toEqual(expected);
  expect(readImage(`data:image/whatever;base64,${base64}`)).toEqual(expected);
});

test.each([
  '',
  'photo.jpg',
  'BM, the shop',
  'http://shop/photo.jpg',
  encodeBase64(bytes('%PDF-1.4')),
  '====',
  'é',
])('%j is no image', (source) => {
  expect(readImage(source)).toBeUndefined();
  expect(readImage(Buffer.from(source))).toBeUndefined();
});

test('a document is a PDF or HTML, known by its content', () => {
  const pdf = bytes('%PDF-1.4');
  const html = Buffer.from('<html>Facture</html>');
  expect(readDocumentFile(pdf)).toEqual({ type: 'application/pdf', bytes: pdf });
  expect(readDocumentFile(encodeBase64(pdf))).toEqual({ type: 'application/pdf', bytes: pdf });
  expect(readDocumentFile(Buffer.from(encodeBase64(pdf)))).toEqual({ type: 'application/pdf', bytes: pdf });
  expect(readDocumentFile('<html>Facture</html>')).toEqual({
    type: 'text/html',
    bytes: new Uint8Array(html),
  });
  expect(readDocumentFile(encodeBase64(html))).toEqual({ type: 'text/html', bytes: new Uint8Array(html) });
  expect(readDocumentFile('pas du base64 !')).toBe('not_base64');
  expect(readDocumentFile(encodeBase64(bytes('\xff\xd8\xff')))).toBe('not_a_file');
});

test('base64 that is cut or foreign is not guessed at', () => {
  expect(decodeBase64('AAA*')).toBeUndefined();
  expect(decodeBase64('data:image/png,AAAA')).toBeUndefined();
});
