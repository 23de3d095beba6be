import type { Source } from './source.ts';
import { closes, type Tag } from './tag.ts';

/** The text ends before the token does. */
export const NEED_MORE = -1;
/** The token is longer than it may be. */
export const TOO_LONG = -2;
/** It only looked like a token: the `<` is text. */
export const LITERAL = -3;

export const LESS = 0x3c;
export const GREATER = 0x3e;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const EQUALS = 0x3d;
const SPACE = 0x20;

export const COMMENT = '<!--';
export const CDATA = '<![CDATA[';

/** Whether the text ends within what may become a comment or CDATA. */
export function isCut(text: string, at: number): boolean {
  if (text.length - at >= CDATA.length) return false;
  const rest = text.slice(at);
  return CDATA.startsWith(rest) || COMMENT.startsWith(rest);
}

/**
 * The index of the `>` that ends a tag, or of the `<` that shows that it is none. Both may stand inside a quoted
 * attribute value, and a quote opens one only behind `=` (`<prix d'achat>`).
 */
export function tagEnd(text: string, from: number, limit: number): number {
  const stop = Math.min(text.length, from + limit + 1);
  let quote = 0;
  let behindEquals = false;
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER || code === LESS) {
      return at;
    } else if (behindEquals && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) {
      quote = code;
      behindEquals = false;
    } else if (code > SPACE) {
      behindEquals = code === EQUALS;
    }
  }
  return stop - from > limit ? TOO_LONG : NEED_MORE;
}

/** The index of the first `>` or `<`, whatever stands before it. */
export function nameEnd(text: string, from: number, limit: number): number {
  const stop = Math.min(text.length, from + limit + 1);
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER || code === LESS) return at;
  }
  return stop - from > limit ? TOO_LONG : NEED_MORE;
}

/**
 * Where the closing tag at `<` ends, if it is one and closes `tag`. Its `>` may be missing before another tag. When
 * it closes something else: LITERAL.
 */
export function closingEnd(text: string, at: number, { tag, limit }: { tag: Tag; limit: number }): number {
  if (text.startsWith(tag.closing, at)) return at + tag.closing.length;
  if (at + 1 >= text.length) return NEED_MORE;
  if (text[at + 1] !== '/') return LITERAL;
  const end = nameEnd(text, at + 2, limit);
  if (end === TOO_LONG) return LITERAL;
  if (end < 0) return end;
  if (!closes(tag, text.slice(at + 2, end))) return LITERAL;
  return text.charCodeAt(end) === GREATER ? end + 1 : end;
}

const SPACED_TAG = /<\s{1,16}[A-Za-z_][\w.:-]*\s{0,16}[/\\]?>/y;
const SPACED_TAG_LENGTH = 1100;

/** The end of a tag whose name stands behind spaces, as the seed prints them (§12: `< set_order_exported>`). */
export function spacedTagEnd({ text, last }: Source, at: number): number {
  const part = text.slice(at, at + SPACED_TAG_LENGTH);
  SPACED_TAG.lastIndex = 0;
  if (SPACED_TAG.test(part)) return at + SPACED_TAG.lastIndex - 1;
  return part.length < SPACED_TAG_LENGTH && !last && !part.includes('>') ? NEED_MORE : LITERAL;
}
