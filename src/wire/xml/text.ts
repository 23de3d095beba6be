import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { fromWindows1252 } from '../../parsing/windows-1252.ts';

/** Bytes to text, chunk by chunk; a character may be cut anywhere. A NUL, which no store takes, becomes U+FFFD. */
export interface TextDecoding {
  decode(chunk: Uint8Array): string;
  /** What was still held back. */
  end(): string;
  /** The encoding that was used instead of UTF-8 from some byte on. */
  readonly guessed: string | undefined;
}

/** A declaration that stands later than this is none. */
const HEAD = 1024;
const DECLARED = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;
/** A declared family that the bytes have already refuted. */
const UNICODE = /^(utf|unicode|ucs|iso-10646|x-unicode)/i;

/**
 * UTF-8 unless a byte order mark says otherwise. At the first invalid bytes the declared encoding is taken, else
 * Windows-1252, from the call that brought them on (docs/protocol.md). But where characters of several bytes outnumber
 * the invalid bytes, the text is UTF-8 in which a sender has cut a character: then only the stray bytes are read as
 * Windows-1252, so that one cut « é » does not spoil 100 MB.
 */
export function createTextDecoding(): TextDecoding {
  return new ChunkDecoding();
}

/** Bytes that are all there, in the same way. */
export function decodeText(bytes: Uint8Array): string {
  // Nearly every text, at a fraction of the cost.
  if (utf16From(bytes) === undefined && isUtf8(bytes))
    return withoutNul(utf8(bytes.subarray(hasUtf8Mark(bytes) ? 3 : 0)));
  const decoding = createTextDecoding();
  return decoding.decode(bytes) + decoding.end();
}

class ChunkDecoding implements TextDecoding {
  guessed: string | undefined;
  #started = false;
  #head = '';
  /** The start of a character that the last chunk cut. */
  #carry: Uint8Array = new Uint8Array(0);
  /** So far: characters of several bytes (at least), and bytes that belong to none. */
  #multibyte = 0;
  #strays = 0;
  #fallback: TextDecoder | undefined;

  decode(chunk: Uint8Array): string {
    return withoutNul(this.#decode(this.#carry.length === 0 ? chunk : joined(this.#carry, chunk), false));
  }

  end(): string {
    return withoutNul(this.#decode(this.#carry, true) + (this.#fallback?.decode() ?? ''));
  }

  #decode(bytes: Uint8Array, last: boolean): string {
    this.#carry = bytes.subarray(bytes.length);
    if (this.#fallback !== undefined) return this.#fallback.decode(bytes, { stream: true });
    if (!this.#started && bytes.length < 4 && !last) {
      this.#carry = new Uint8Array(bytes);
      return '';
    }
    return this.#started ? this.#utf8(bytes, last) : this.#start(bytes, last);
  }

  #start(bytes: Uint8Array, last: boolean): string {
    this.#started = true;
    const wide = utf16From(bytes);
    if (wide === undefined) return this.#utf8(bytes.subarray(hasUtf8Mark(bytes) ? 3 : 0), last);
    this.guessed = wide;
    this.#fallback = new TextDecoder(wide);
    return this.#fallback.decode(bytes, { stream: true });
  }

  #utf8(bytes: Uint8Array, last: boolean): string {
    const whole = last ? bytes.length : bytes.length - cutLength(bytes);
    const body = bytes.subarray(0, whole);
    if (this.#head.length < HEAD) this.#head += latin1(body.subarray(0, HEAD));
    if (!isUtf8(body)) return this.#invalid(bytes, whole);
    this.#carry = new Uint8Array(bytes.subarray(whole));
    const text = utf8(body);
    // A character of two or three bytes is one UTF-16 unit, one of four is two.
    this.#multibyte += Math.ceil((body.length - text.length) / 2);
    return text;
  }

  #invalid(bytes: Uint8Array, whole: number): string {
    const mended = mendUtf8(bytes.subarray(0, whole));
    this.#multibyte += mended.multibyte;
    this.#strays += mended.strays;
    if (this.#multibyte > this.#strays) {
      this.guessed = 'windows-1252';
      this.#carry = new Uint8Array(bytes.subarray(whole));
      return mended.text;
    }
    this.#fallback = declaredDecoder(this.#head);
    this.guessed = this.#fallback.encoding;
    return this.#fallback.decode(bytes, { stream: true });
  }
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const utf8 = (bytes: Uint8Array): string => view(bytes).toString('utf8');
const latin1 = (bytes: Uint8Array): string => view(bytes).toString('latin1');
const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array => Buffer.concat([head, tail]);
const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text);

const hasUtf8Mark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** By its mark, or by a first `<` of two bytes. */
function utf16From(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function declaredDecoder(head: string): TextDecoder {
  const label = DECLARED.exec(head)?.[1];
  if (label !== undefined && !UNICODE.test(label)) {
    try {
      return new TextDecoder(label);
    } catch {
      // Nobody knows that name.
    }
  }
  return new TextDecoder('windows-1252');
}

/** How many bytes a character has that starts with this one; 0 for a byte that starts none. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** The bytes at the end that may be the start of a character. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

/** UTF-8 with each byte that fits nowhere read as Windows-1252. */
function mendUtf8(bytes: Uint8Array): { text: string; multibyte: number; strays: number } {
  let text = '';
  let multibyte = 0;
  let strays = 0;
  let copied = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = sequenceLength(byte);
    if (length === 1) {
      at++;
    } else if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
      multibyte++;
      at += length;
    } else {
      strays++;
      text += utf8(bytes.subarray(copied, at)) + fromWindows1252(byte);
      copied = ++at;
    }
  }
  return { text: text + utf8(bytes.subarray(copied)), multibyte, strays };
}
