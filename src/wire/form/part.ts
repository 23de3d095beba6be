import { fail } from '../../domain/error.ts';

/**
 * Where one part's bytes go. A chunk is a view on the chunk that was written to the decoder, or memory of its own; the
 * decoder never changes it afterwards. So a sink may keep it as long as the caller does not reuse its read buffer (Node's
 * sockets and files do not), and pays with the whole read chunk for a view on a few bytes of it: copy what is small and
 * kept for long. A sink must not write into it, and may transfer its ArrayBuffer only where the chunk is the whole of it:
 * of any other, parts belong to others.
 */
export interface PartSink {
  write(chunk: Uint8Array): void;
  /** The part is whole. Never called for a part that broke off. */
  end(): void;
}

export interface FormHandler {
  /** `filename` is undefined where the sender gave none, '' for an empty file field. Names may repeat. */
  onPart(name: string, filename: string | undefined): PartSink;
}

/**
 * Fed with a body as it comes. Every error is a PasserelleError, or what the handler or a sink threw; the decoder is of
 * no use afterwards.
 */
export interface FormDecoder {
  write(chunk: Uint8Array): void;
  /** The body is whole. Throws `body_incomplete` or `form_unreadable` where the form is not. */
  end(): void;
}

export interface FormLimits {
  readonly maxParts: number;
  /** Bytes of one part's header block, its empty line included. */
  readonly maxHeaderBytes: number;
  /** Bytes of a part's name as decoded. */
  readonly maxNameBytes: number;
}

export const DEFAULT_FORM_LIMITS: FormLimits = {
  maxParts: 500,
  maxHeaderBytes: 16 * 1024,
  maxNameBytes: 1024,
};

/** Returns the number of parts with the next one; throws `form_too_many_parts`. */
export function countPart(parts: number, limits: FormLimits): number {
  if (parts >= limits.maxParts) throw fail('form_too_many_parts', { limit: limits.maxParts });
  return parts + 1;
}

export const nameTooLong = (limits: FormLimits) =>
  fail('form_unreadable', {
    expected: `name="…" ≤ ${limits.maxNameBytes} bytes`,
    limit: limits.maxNameBytes,
  });

/** The same memory as a Buffer, whose searches run at memchr's speed. */
export const bufferOver = (chunk: Uint8Array): Buffer =>
  Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** Names come without a charset: UTF-8 if it is, else Windows-1252. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes);
  }
}
