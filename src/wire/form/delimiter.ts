const CR = 13;
const LF = 10;
export const DASH = 45;
const SPACE = 32;
const TAB = 9;

/** White space that may stand between a boundary and its line end (RFC 2046's transport padding); more is data. */
export const MAX_PADDING = 64;

/**
 * What the bytes after a delimiter make of it: `part` and `close` with the offset behind them, `data` if the line goes
 * on with something else (then it was none), `pending` if the bytes end before that is known.
 */
export type DelimiterTail =
  | { readonly kind: 'part'; readonly end: number; readonly crlf: boolean }
  | { readonly kind: 'close'; readonly end: number }
  | { readonly kind: 'data' }
  | { readonly kind: 'pending' };

const DATA: DelimiterTail = { kind: 'data' };
const PENDING: DelimiterTail = { kind: 'pending' };

export function delimiterTail(bytes: Uint8Array, from: number): DelimiterTail {
  let at = from;
  if (bytes[at] === DASH) {
    if (at + 1 === bytes.length) return PENDING;
    return bytes[at + 1] === DASH ? { kind: 'close', end: at + 2 } : DATA;
  }
  while (at - from < MAX_PADDING && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  const crlf = bytes[at] === CR;
  if (crlf) at++;
  if (at === bytes.length) return PENDING;
  return bytes[at] === LF ? { kind: 'part', end: at + 1, crlf } : DATA;
}

/**
 * Where the bytes that could be the beginning of a delimiter start at the end of `bytes`; its length if there are none.
 * A delimiter begins with a line end and holds no other, so only the last such byte can begin one.
 */
export function partialDelimiterStart(bytes: Buffer, from: number, delimiter: Buffer): number {
  const windowStart = Math.max(from, bytes.length - delimiter.length + 1);
  const start = bytes.subarray(windowStart).lastIndexOf(delimiter.subarray(0, 1));
  if (start === -1) return bytes.length;
  const candidate = bytes.subarray(windowStart + start);
  return candidate.equals(delimiter.subarray(0, candidate.length)) ? windowStart + start : bytes.length;
}
