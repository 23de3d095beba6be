import { fromWindows1252 } from '../../parsing/windows-1252.ts';

export type CsvEncoding = 'utf-8' | 'windows-1252';

/** UTF-8 has a byte-order mark, by which spreadsheets know it. What Windows-1252 does not have becomes `?`. */
export function encodeText(text: string, encoding: CsvEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(`\uFEFF${text}`);
  return Buffer.from(Array.from(text.normalize('NFC'), (character) => BYTES.get(character) ?? QUESTION));
}

const QUESTION = 0x3f;

const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : fromWindows1252(byte),
    byte,
  ]),
);
