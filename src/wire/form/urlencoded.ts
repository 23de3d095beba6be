import {
  bufferOver,
  countPart,
  decodeName,
  type FormDecoder,
  type FormHandler,
  type FormLimits,
  nameTooLong,
  type PartSink,
} from './part.ts';

const AMPERSAND = 38;
const EQUALS = 61;
const EMPTY = Buffer.alloc(0);

/**
 * `application/x-www-form-urlencoded`. `end()` cannot tell a body that broke off: nothing marks its end but HTTP. Empty
 * pairs (`a=1&&b=2`) are no parts; a name without `=` is a part without bytes.
 */
export const createUrlencodedDecoder = (handler: FormHandler, limits: FormLimits): FormDecoder =>
  new UrlencodedDecoder(handler, limits);

class UrlencodedDecoder implements FormDecoder {
  readonly #handler: FormHandler;
  readonly #limits: FormLimits;
  #parts = 0;
  /** Of the pair that is being read; undefined while its name is. */
  #sink: PartSink | undefined;
  #name: Buffer[] = [];
  #nameBytes = 0;
  /** `%` or `%x` at the end of the last chunk. */
  #cutEscape: Buffer = EMPTY;

  constructor(handler: FormHandler, limits: FormLimits) {
    this.#handler = handler;
    this.#limits = limits;
  }

  write(chunk: Uint8Array): void {
    const bytes =
      this.#cutEscape.length === 0 ? bufferOver(chunk) : Buffer.concat([this.#cutEscape, bufferOver(chunk)]);
    const whole = bytes.length - cutEscapeLength(bytes);
    this.#read(bytes.subarray(0, whole));
    this.#cutEscape = Buffer.from(bytes.subarray(whole));
  }

  end(): void {
    this.#read(this.#cutEscape);
    this.#endPair();
  }

  #read(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) {
      const end = this.#sink === undefined ? this.#nameEnd(bytes, at) : indexOrEnd(bytes, AMPERSAND, at);
      this.#take(decodeSegment(bytes.subarray(at, end)));
      if (bytes[end] === EQUALS && this.#sink === undefined) this.#openPart();
      else if (bytes[end] === AMPERSAND) this.#endPair();
      at = end + 1;
    }
  }

  /** A name is short, so only its beginning is searched: a chunk of many names stays linear. */
  #nameEnd(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length && bytes[at] !== EQUALS && bytes[at] !== AMPERSAND) at++;
    return at;
  }

  #take(decoded: Buffer): void {
    if (decoded.length === 0) return;
    if (this.#sink !== undefined) {
      this.#sink.write(decoded);
      return;
    }
    this.#nameBytes += decoded.length;
    if (this.#nameBytes > this.#limits.maxNameBytes) throw nameTooLong(this.#limits);
    this.#name.push(decoded);
  }

  #openPart(): PartSink {
    this.#parts = countPart(this.#parts, this.#limits);
    const name = decodeName(Buffer.concat(this.#name));
    this.#name = [];
    this.#nameBytes = 0;
    this.#sink = this.#handler.onPart(name, undefined);
    return this.#sink;
  }

  #endPair(): void {
    if (this.#sink === undefined && this.#nameBytes === 0) return;
    const sink = this.#sink ?? this.#openPart();
    this.#sink = undefined;
    sink.end();
  }
}

const indexOrEnd = (bytes: Buffer, byte: number, from: number): number => {
  const found = bytes.indexOf(byte, from);
  return found === -1 ? bytes.length : found;
};

const PERCENT = 37;
const PLUS = 43;
const SPACE = 32;

/** The value of a hexadecimal digit's byte; 255 for every other byte. */
const HEX_VALUE = new Uint8Array(256).fill(255);
for (let digit = 0; digit < 16; digit++) {
  const lower = digit.toString(16);
  HEX_VALUE[lower.charCodeAt(0)] = digit;
  HEX_VALUE[lower.toUpperCase().charCodeAt(0)] = digit;
}
const NO_DIGIT = 255;

const hexValue = (byte: number | undefined): number =>
  byte === undefined ? NO_DIGIT : (HEX_VALUE[byte] ?? NO_DIGIT);

/** How many bytes at the end of a chunk may be an escape that the next chunk completes. */
function cutEscapeLength(bytes: Buffer): number {
  const length = bytes.length;
  if (bytes[length - 1] === PERCENT) return 1;
  return bytes[length - 2] === PERCENT && hexValue(bytes[length - 1]) !== NO_DIGIT ? 2 : 0;
}

/** A view where nothing is escaped. An escape that is none stays as it is. */
function decodeSegment(encoded: Buffer): Buffer {
  if (encoded.indexOf(PERCENT) === -1 && encoded.indexOf(PLUS) === -1) return encoded;
  const decoded = Buffer.allocUnsafe(encoded.length);
  let length = 0;
  for (let at = 0; at < encoded.length; at++) {
    const byte = encoded[at] ?? 0;
    if (byte === PERCENT) {
      const high = hexValue(encoded[at + 1]);
      const low = hexValue(encoded[at + 2]);
      if (high !== NO_DIGIT && low !== NO_DIGIT) {
        decoded[length++] = (high << 4) | low;
        at += 2;
        continue;
      }
    }
    decoded[length++] = byte === PLUS ? SPACE : byte;
  }
  return decoded.subarray(0, length);
}
