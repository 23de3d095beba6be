import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';
import { DASH, type DelimiterTail, delimiterTail, MAX_PADDING, partialDelimiterStart } from './delimiter.ts';
import { parseDisposition } from './disposition.ts';
import { createHeaderBlock, type HeaderBlock } from './header-block.ts';
import {
  bufferOver,
  countPart,
  type FormDecoder,
  type FormHandler,
  type FormLimits,
  nameTooLong,
  type PartSink,
} from './part.ts';

const PREAMBLE: PartSink = { write() {}, end() {} };

/** `multipart/form-data` with this boundary (latin-1, not empty, no line end). */
export const createMultipartDecoder = (
  boundary: string,
  handler: FormHandler,
  limits: FormLimits,
): FormDecoder => new MultipartDecoder(boundary, handler, limits);

/**
 * A part's data is searched with Buffer.indexOf and handed on as views. Only bytes at the end of a chunk that may belong
 * to a delimiter are held until the next chunk tells; these are the only bytes looked at one by one.
 *
 * The preamble is a part that nobody reads. The line end of the first delimiter decides for the whole body whether a
 * delimiter must follow CRLF or a lone LF, so that LF-only senders work and a lone LF in data never cuts a CRLF body.
 */
class MultipartDecoder implements FormDecoder {
  readonly #boundary: string;
  readonly #handler: FormHandler;
  readonly #limits: FormLimits;
  #state: 'preamble' | 'data' | 'header' | 'epilogue' = 'preamble';
  #parts = 0;
  #sink: PartSink = PREAMBLE;
  #header: HeaderBlock;
  #delimiter: Buffer;
  /** A delimiter's beginning; its first `#implied` bytes were not data (start of body, end of a header). */
  readonly #held: Buffer;
  #heldLength = 0;
  #implied = 0;

  constructor(boundary: string, handler: FormHandler, limits: FormLimits) {
    this.#boundary = boundary;
    this.#handler = handler;
    this.#limits = limits;
    this.#header = createHeaderBlock(limits.maxHeaderBytes);
    this.#delimiter = Buffer.from(`\n--${boundary}`, 'latin1');
    this.#held = Buffer.allocUnsafe(this.#delimiter.length + 1 + MAX_PADDING + 2);
    this.#implyLineEnd();
  }

  write(chunk: Uint8Array): void {
    const bytes = bufferOver(chunk);
    let at = 0;
    while (at < bytes.length && this.#state !== 'epilogue') {
      if (this.#state === 'header') at = this.#readHeader(bytes, at);
      else if (this.#heldLength > 0) at = this.#resolveHeld(bytes, at);
      else at = this.#readData(bytes, at);
    }
  }

  end(): void {
    if (this.#state === 'epilogue') return;
    if (this.#state === 'preamble' && this.#heldLength === 0) {
      throw fail('form_unreadable', { expected: `--${quotable(this.#boundary)}` });
    }
    throw fail('body_incomplete');
  }

  #readData(bytes: Buffer, from: number): number {
    let search = from;
    for (;;) {
      const found = bytes.indexOf(this.#delimiter, search);
      const tail = found === -1 ? undefined : delimiterTail(bytes, found + this.#delimiter.length);
      if (tail?.kind === 'data') {
        search = found + this.#delimiter.length;
        continue;
      }
      const dataEnd = found === -1 ? partialDelimiterStart(bytes, search, this.#delimiter) : found;
      if (dataEnd > from) this.#sink.write(bytes.subarray(from, dataEnd));
      if (tail?.kind === 'part' || tail?.kind === 'close') return this.#endPart(tail);
      if (dataEnd < bytes.length) this.#heldLength = bytes.copy(this.#held, 0, dataEnd);
      return bytes.length;
    }
  }

  #resolveHeld(bytes: Buffer, from: number): number {
    if (this.#heldLength === this.#implied && bytes[from] !== DASH) {
      this.#release();
      return from;
    }
    for (let at = from; at < bytes.length; at++) {
      this.#heldLength += bytes.copy(this.#held, this.#heldLength, at, at + 1);
      const tail = this.#heldTail();
      if (tail?.kind === 'pending') continue;
      if (tail?.kind === 'part' || tail?.kind === 'close') {
        this.#endPart(tail);
        return at + 1;
      }
      // No delimiter after all; the byte that told may begin one and is read again.
      const data = Buffer.from(this.#held.subarray(this.#implied, this.#heldLength - 1));
      this.#release();
      if (data.length > 0) this.#sink.write(data);
      return at;
    }
    return bytes.length;
  }

  #heldTail(): DelimiterTail {
    const length = this.#delimiter.length;
    const held = this.#held.subarray(0, this.#heldLength);
    if (held.length > length) return delimiterTail(held, length);
    return { kind: held[held.length - 1] === this.#delimiter[held.length - 1] ? 'pending' : 'data' };
  }

  #endPart(tail: Extract<DelimiterTail, { end: number }>): number {
    if (this.#state === 'preamble' && tail.kind === 'part' && tail.crlf) {
      this.#delimiter = Buffer.from(`\r\n--${this.#boundary}`, 'latin1');
    }
    this.#release();
    this.#state = tail.kind === 'part' ? 'header' : 'epilogue';
    this.#sink.end();
    this.#sink = PREAMBLE;
    return tail.end;
  }

  #readHeader(bytes: Buffer, from: number): number {
    const end = this.#header.read(bytes, from);
    if (end === -1) return bytes.length;
    const header = this.#header.take();
    this.#parts = countPart(this.#parts, this.#limits);
    const disposition = parseDisposition(header);
    if (disposition === undefined) {
      throw fail('form_unreadable', { expected: 'Content-Disposition: form-data; name="…"' });
    }
    if (Buffer.byteLength(disposition.name) > this.#limits.maxNameBytes) throw nameTooLong(this.#limits);
    this.#sink = this.#handler.onPart(disposition.name, disposition.filename);
    this.#state = 'data';
    this.#implyLineEnd();
    return end;
  }

  /** At a line's start: a delimiter here has its line end behind it already (RFC 2046 lets an empty part end so). */
  #implyLineEnd(): void {
    this.#implied = this.#delimiter.length - this.#boundary.length - '--'.length;
    this.#heldLength = this.#implied;
    for (let at = 0; at < this.#implied; at++) this.#held[at] = this.#delimiter[at] ?? 0;
  }

  #release(): void {
    this.#heldLength = 0;
    this.#implied = 0;
  }
}
