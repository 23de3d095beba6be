import { fail, type PasserelleError } from '../../domain/error.ts';
import { type ProblemFacts, quotable, type Reason } from '../../domain/problem.ts';
import { NO_ATTRIBUTES, nameStop, readTagRest } from './attributes.ts';
import { exceedsBytes, type XmlLimits } from './limits.ts';
import {
  closingEnd,
  GREATER,
  LESS,
  LITERAL,
  NEED_MORE,
  nameEnd,
  spacedTagEnd,
  TOO_LONG,
  tagEnd,
} from './scan.ts';
import { isWholeName, type SlashedNames, slashedNames } from './slashed-names.ts';
import type { Source } from './source.ts';
import { createTag, type Opening, parseTag, type Tag } from './tag.ts';

/** LITERAL when the `<` opens nothing. */
export type OpeningFound = Opening | typeof NEED_MORE | typeof LITERAL;

/** An element whose children's names are free text. */
export interface Block {
  readonly tag: Tag;
  slashed: SlashedNames | undefined;
}

export const failAt = (
  source: Source,
  at: number,
  { reason, ...facts }: ProblemFacts & { reason: Reason },
): PasserelleError => {
  const line = source.lineAt(at);
  return fail(reason, { line, column: source.columnAt(at), ...facts });
};

const SPACE = 0x20;
const NAME_START = /[\p{L}\p{N}_:]/u;
const startsName = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || code >= 0x80 || NAME_START.test(String.fromCharCode(code));

export interface OpeningOptions {
  readonly limits: XmlLimits;
  tagOf(spelled: string): Tag;
}

/** Reads the opening tag at a `<`. */
export function readOpening(source: Source, at: number, options: OpeningOptions): OpeningFound {
  const { text } = source;
  const code = text.charCodeAt(at + 1);
  if (Number.isNaN(code)) return NEED_MORE;
  if (code > SPACE && !startsName(code)) return LITERAL;
  const stop = nameStop(text, at + 1);
  const rest = code > SPACE ? readRest(text, stop) : undefined;
  const opening = rest && { tag: options.tagOf(text.slice(at + 1, stop)), ...rest };
  const found = opening ?? readOddOpening(source, at, options);
  if (found !== NEED_MORE && found !== LITERAL) checkLength(source, at, { ...options, found });
  return found;
}

const readRest = (text: string, at: number) =>
  text.charCodeAt(at) === GREATER
    ? { attributes: NO_ATTRIBUTES, selfClosing: false, end: at + 1 }
    : readTagRest(text, at);

function readOddOpening(source: Source, at: number, { limits, tagOf }: OpeningOptions): OpeningFound {
  const { text } = source;
  const isSpaced = text.charCodeAt(at + 1) <= SPACE;
  const end = isSpaced ? spacedTagEnd(source, at) : tagEnd(text, at + 1, limits.tagLength);
  if (end === NEED_MORE || end === LITERAL) return end;
  if (end === TOO_LONG) throw tooLong(source, at, limits.tagLength);
  const inner = text.slice(at + 1, end);
  const parsed = parseTag(inner);
  if (text.charCodeAt(end) === LESS) {
    if (parsed === undefined || parsed.selfClosing) return LITERAL;
    return unfinished(text, end, { ...parsed, tag: tagOf(parsed.spelled), limit: limits.tagLength });
  }
  if (parsed === undefined) {
    throw failAt(source, at, { reason: 'xml_unreadable', expected: quotable(`<${inner}>`) });
  }
  const { spelled, attributes, selfClosing } = parsed;
  return { tag: tagOf(spelled), attributes, selfClosing, end: end + 1 };
}

/** Reads a tag whose name is everything up to `>`. */
export function readVerbatimOpening(
  source: Source,
  at: number,
  { limits, block }: { limits: XmlLimits; block: Block },
): OpeningFound {
  const { text } = source;
  const end = nameEnd(text, at + 1, limits.tagLength);
  if (end === NEED_MORE) return NEED_MORE;
  if (end === TOO_LONG) throw tooLong(source, at, limits.tagLength);
  const inner = text.slice(at + 1, end).trim();
  if (inner === '' || inner === '/') return LITERAL;
  const whole = { tag: createTag(inner, true), attributes: NO_ATTRIBUTES };
  if (text.charCodeAt(end) === LESS) return unfinished(text, end, { ...whole, limit: limits.tagLength });
  const selfClosing = inner.endsWith('/') ? isEmptyElement(source, at, { inner, block, limits }) : false;
  if (selfClosing === NEED_MORE) return NEED_MORE;
  const tag = selfClosing ? createTag(inner.slice(0, -1).trim(), true) : whole.tag;
  const found = { ...whole, tag, selfClosing, end: end + 1 };
  checkLength(source, at, { found, limits });
  return found;
}

/** What `<NAME/>` is can only be told from the rest of its block. */
function isEmptyElement(
  source: Source,
  at: number,
  { inner, block, limits }: { inner: string; block: Block; limits: XmlLimits },
): boolean | typeof NEED_MORE {
  if (block.slashed === undefined) {
    const names = slashedNames(source.text, at, { block: block.tag, limit: limits.fieldLength });
    if (names === NEED_MORE) return NEED_MORE;
    if (names === TOO_LONG) {
      const { fieldLength: limit } = limits;
      throw failAt(source, at, { reason: 'xml_field_too_long', field: block.tag.name, limit });
    }
    block.slashed = names;
  }
  const whole = isWholeName(block.slashed, inner);
  if (whole === 'ambiguous') {
    throw failAt(source, at, { reason: 'xml_ambiguous_name', value: quotable(inner) });
  }
  return !whole;
}

/** A tag without its `>`, directly before its own closing tag, is an empty element; before anything else it is text. */
function unfinished(
  text: string,
  at: number,
  { tag, attributes, limit }: Pick<Opening, 'tag' | 'attributes'> & { limit: number },
): OpeningFound {
  const end = closingEnd(text, at, { tag, limit });
  return end === NEED_MORE || end === LITERAL ? end : { tag, attributes, selfClosing: true, end };
}

function checkLength(
  source: Source,
  at: number,
  { found, limits }: { found: Opening; limits: XmlLimits },
): void {
  const { tag, end } = found;
  if (exceedsBytes(tag.name, limits.nameLength)) throw tooLong(source, at, limits.nameLength);
  if ((end - at) * 3 <= limits.tagLength) return;
  if (exceedsBytes(source.text.slice(at + 1, end), limits.tagLength))
    throw tooLong(source, at, limits.tagLength);
}

const tooLong = (source: Source, at: number, limit: number): PasserelleError =>
  failAt(source, at, { reason: 'xml_name_too_long', limit });
