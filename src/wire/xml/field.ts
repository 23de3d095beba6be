import { foldName } from './element.ts';
import { decodeText, normalizeLines } from './entities.ts';
import {
  CDATA,
  COMMENT,
  closingEnd,
  GREATER,
  isCut,
  LESS,
  LITERAL,
  NEED_MORE,
  nameEnd,
  TOO_LONG,
  tagEnd,
} from './scan.ts';
import { closes, type Tag } from './tag.ts';

export interface FieldScope {
  readonly tag: Tag;
  /** Characters of a tag that is looked at. */
  readonly limit: number;
  /** How many elements of the field's own name may be nested in it. */
  readonly depth: number;
}

export type ScannedField =
  | { readonly kind: 'whole'; readonly value: string; readonly close: number; readonly end: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'too deep'; readonly at: number };

const CUT: ScannedField = { kind: 'cut' };
const SPACE_OR_END = /[\s/>\\]/;

/**
 * The value of a text field whose content starts at `from`: everything up to its own closing tag, as text. Markup is
 * kept, references are decoded, CDATA is unwrapped, comments and processing instructions are dropped. Only elements of
 * the field's own name count as nested, so an unclosed `<br>` does no harm.
 */
export function scanField(text: string, from: number, scope: FieldScope): ScannedField {
  let value = '';
  let copied = from;
  let depth = 1;
  let at = text.indexOf('<', from);
  while (at >= 0) {
    const step = fieldStep(text, at, scope);
    if (step.end === NEED_MORE) return CUT;
    depth += step.depth;
    if (depth > scope.depth) return { kind: 'too deep', at };
    if (depth === 0)
      return { kind: 'whole', value: value + decodeText(text.slice(copied, at)), close: at, end: step.end };
    if (step.replacement !== undefined) {
      value += decodeText(text.slice(copied, at)) + step.replacement;
      copied = step.end;
    }
    at = text.indexOf('<', step.end);
  }
  return CUT;
}

interface Step {
  /** Where to go on. */
  readonly end: number;
  readonly depth: number;
  /** What stands for the markup in the value; undefined: itself. */
  readonly replacement?: string;
}

const NEEDS_MORE: Step = { end: NEED_MORE, depth: 0 };
const skipped = (end: number): Step => ({ end, depth: 0, replacement: '' });
const kept = (end: number): Step => ({ end, depth: 0 });

/** What the `<` at that place is. */
function fieldStep(text: string, at: number, scope: FieldScope): Step {
  switch (text[at + 1]) {
    case undefined:
      return NEEDS_MORE;
    case '/': {
      const end = closingEnd(text, at, scope);
      return end === LITERAL ? kept(at + 2) : { end, depth: -1 };
    }
    case '!':
      return section(text, at);
    case '?':
      return instruction(text, at);
    default:
      return scope.tag.verbatim ? nestedVerbatim(text, at, scope) : nested(text, at, scope);
  }
}

function section(text: string, at: number): Step {
  if (text.startsWith(COMMENT, at)) {
    const end = text.indexOf('-->', at + COMMENT.length);
    return end < 0 ? NEEDS_MORE : skipped(end + 3);
  }
  if (text.startsWith(CDATA, at)) {
    const end = text.indexOf(']]>', at + CDATA.length);
    if (end < 0) return NEEDS_MORE;
    return { end: end + 3, depth: 0, replacement: normalizeLines(text.slice(at + CDATA.length, end)) };
  }
  return isCut(text, at) ? NEEDS_MORE : kept(at + 2);
}

/** A `<?` that does not end before the next tag is text. */
function instruction(text: string, at: number): Step {
  const next = text.indexOf('<', at + 2);
  if (next < 0) return NEEDS_MORE;
  const end = text.slice(at + 2, next).indexOf('?>');
  return end < 0 ? kept(next) : skipped(at + 2 + end + 2);
}

/** Goes deeper if an element of the field's own name opens there. */
function nested(text: string, at: number, { tag, limit }: FieldScope): Step {
  const nameStop = at + 1 + tag.spelled.length;
  if (nameStop >= text.length) return NEEDS_MORE;
  const name = text.slice(at + 1, nameStop);
  if (name !== tag.spelled && foldName(name) !== tag.folded) return kept(at + 1);
  if (!SPACE_OR_END.test(text[nameStop] ?? '')) return kept(at + 1);
  const end = tagEnd(text, nameStop, limit);
  if (end === NEED_MORE) return NEEDS_MORE;
  if (end === TOO_LONG || text.charCodeAt(end) === LESS) return kept(at + 1);
  const opens = !/[/\\]\s*$/.test(text.slice(nameStop, end));
  return { end: end + 1, depth: opens ? 1 : 0 };
}

function nestedVerbatim(text: string, at: number, { tag, limit }: FieldScope): Step {
  const end = nameEnd(text, at + 1, limit);
  if (end === NEED_MORE) return NEEDS_MORE;
  const opens = end >= 0 && text.charCodeAt(end) === GREATER && closes(tag, text.slice(at + 1, end));
  return opens ? { end: end + 1, depth: 1 } : kept(at + 1);
}
