import { decodeName } from './entities.ts';
import { CDATA, COMMENT, GREATER, isCut, NEED_MORE, nameEnd, TOO_LONG } from './scan.ts';
import { closes, type Tag } from './tag.ts';

/** How often a name with a trailing `/` opens and is closed in a block. */
interface Uses {
  opened: number;
  closed: number;
}

/** By `NAME/`, in one block of gammes. */
export type SlashedNames = ReadonlyMap<string, Uses>;

/** No real block has as many. */
const MOST_NAMES = 65_536;

/**
 * Whether `NAME/` is an element's whole name, in the block that it was counted in: if each `<NAME/>` has its
 * `</NAME/>` it is, if none has it is the empty element `NAME`, anything else is ambiguous.
 */
export function isWholeName(names: SlashedNames, source: string): boolean | 'ambiguous' {
  const uses = names.get(decodeName(source));
  if (uses === undefined || uses.closed === 0) return false;
  return uses.closed >= uses.opened || 'ambiguous';
}

/** The names with a trailing `/` from a position on to the end of their block, which may end beyond the text or be longer than `limit`. */
export function slashedNames(
  text: string,
  from: number,
  { block, limit }: { block: Tag; limit: number },
): SlashedNames | typeof NEED_MORE | typeof TOO_LONG {
  const uses = new Map<string, Uses>();
  let at = text.indexOf('<', from);
  while (at >= 0) {
    const jump = afterSection(text, at);
    if (jump === undefined) return NEED_MORE;
    if (jump === at) {
      const end = nameEnd(text, at + 1, text.length);
      if (end === NEED_MORE) return NEED_MORE;
      if (text.charCodeAt(end) === GREATER) {
        const name = text.slice(at + 1, end).trim();
        if (name.startsWith('/') && closes(block, name.slice(1))) return uses;
        note(uses, name);
        if (uses.size > MOST_NAMES || end - from > limit) return TOO_LONG;
      }
      at = text.indexOf('<', end);
    } else {
      at = text.indexOf('<', jump);
    }
  }
  return NEED_MORE;
}

function note(uses: Map<string, Uses>, source: string): void {
  if (!source.endsWith('/')) return;
  const closing = source.startsWith('/');
  const name = decodeName(closing ? source.slice(1).trimStart() : source);
  const known = uses.get(name) ?? { opened: 0, closed: 0 };
  if (closing) known.closed++;
  else known.opened++;
  uses.set(name, known);
}

/** Behind a comment or CDATA, the position itself where there is none, undefined where it does not end. */
function afterSection(text: string, at: number): number | undefined {
  const comment = text.startsWith(COMMENT, at);
  if (!comment && !text.startsWith(CDATA, at)) return isCut(text, at) ? undefined : at;
  const end = text.indexOf(comment ? '-->' : ']]>', at + (comment ? COMMENT : CDATA).length);
  return end < 0 ? undefined : end + 3;
}
