import { fail } from '../../domain/error.ts';

const CR = 13;
const LF = 10;

/** Collects one part's header, up to and with its empty line, over any number of chunks. */
export interface HeaderBlock {
  /** The offset behind the empty line, or -1 if the chunk ends before it. Throws `form_unreadable` over the limit. */
  read(bytes: Buffer, from: number): number;
  /** The header that was read; the next one begins. */
  take(): Buffer;
}

export function createHeaderBlock(maxBytes: number): HeaderBlock {
  let pieces: Buffer[] = [];
  let length = 0;
  let lineIsEmpty = true;

  const add = (bytes: Buffer, from: number, end: number): void => {
    length += end - from;
    if (length > maxBytes) {
      throw fail('form_unreadable', { expected: `part header ≤ ${maxBytes} bytes`, limit: maxBytes });
    }
    pieces.push(bytes.subarray(from, end));
  };

  return {
    read(bytes, from) {
      // Byte by byte: a header is a few dozen bytes, fewer than a call of Buffer.indexOf is worth.
      for (let at = from; at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte === LF && lineIsEmpty) {
          add(bytes, from, at + 1);
          return at + 1;
        }
        if (byte === LF) lineIsEmpty = true;
        else if (byte !== CR) lineIsEmpty = false;
      }
      add(bytes, from, bytes.length);
      return -1;
    },
    take() {
      const [first] = pieces;
      const header = pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces);
      pieces = [];
      length = 0;
      lineIsEmpty = true;
      return header;
    },
  };
}
