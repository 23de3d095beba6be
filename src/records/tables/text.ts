import { TextDecoder } from 'node:util';
import { fail } from '../../domain/error.ts';
import { linesFromBytes } from '../byte-lines.ts';

const LONGEST_LINE = 16 * 2 ** 20;

/**
 * A table's text, whatever wrote it: UTF-8 with or without a byte-order mark, UTF-16 (Excel's "Unicode text"), or
 * Windows-1252. The encoding is told line by line: a line that is no valid UTF-8 is Windows-1252, and `onGuess` hears of
 * the first one. Every line comes with its line break.
 */
export async function* textFromBytes(
  chunks: AsyncIterable<Uint8Array>,
  onGuess: (encoding: string) => void,
): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const ansi = new TextDecoder('windows-1252');
  let guessed = false;
  const decode = (bytes: Buffer): string => {
    try {
      return utf8.decode(bytes);
    } catch {
      if (!guessed) onGuess('Windows-1252');
      guessed = true;
      return ansi.decode(bytes);
    }
  };
  for await (const lines of linesFromBytes(asBytesOfUtf8(chunks), LONGEST_LINE)) {
    yield lines.map(({ bytes, number }) => `${decode(checked(bytes, number))}\n`).join('');
  }
}

function checked(bytes: Buffer | undefined, line: number): Buffer {
  if (bytes) return bytes;
  throw fail('record_too_long', { line, limit: LONGEST_LINE });
}

/** UTF-16 is turned into UTF-8; everything else goes through as it is. */
async function* asBytesOfUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFromMark(chunk);
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
  if (decoder) yield Buffer.from(decoder.decode());
}

function decoderFromMark(chunk: Uint8Array): TextDecoder | null {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le');
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be');
  return null;
}
