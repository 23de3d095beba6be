import { NO_ATTRIBUTES, parseAttributes } from './attributes.ts';
import { foldName, type Shape } from './element.ts';
import { decodeName } from './entities.ts';

/** What the elements of one name share in a document. */
export interface Tag {
  readonly name: string;
  readonly folded: string;
  /** The name as it stands in the document, entities included. */
  readonly spelled: string;
  /** Inside gammes: everything up to `>` is the name, and only the same name closes it. */
  readonly verbatim: boolean;
  /** The rest of an opening tag without attributes, behind its `<`. */
  readonly opening: string;
  /** The usual closing tag. */
  readonly closing: string;
  /** The tag that followed last time, most likely the next one now: records repeat themselves. */
  next: Tag | undefined;
  /** The shape where it was looked up last, and what was found. */
  parent: Shape | undefined;
  shape: Shape | undefined;
}

/** An opening tag. */
export interface Opening {
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly selfClosing: boolean;
  /** Where the text goes on. */
  readonly end: number;
}

export function createTag(spelled: string, verbatim: boolean): Tag {
  const name = decodeName(spelled);
  return {
    name,
    folded: foldName(name),
    spelled,
    verbatim,
    opening: `${spelled}>`,
    closing: `</${spelled}>`,
    next: undefined,
    parent: undefined,
    shape: undefined,
  };
}

/** `text` in memory of its own: a slice would keep its whole chunk alive for as long as the cache. */
const detached = (text: string): string => ` ${text}`.slice(1);

const CACHED_TAGS = 1024;

/** `createTag` with a memory: a document has few different names. */
export function createTagCache(): (spelled: string) => Tag {
  const tags = new Map<string, Tag>();
  return (spelled) => {
    const found = tags.get(spelled);
    if (found !== undefined) return found;
    if (tags.size >= CACHED_TAGS) tags.clear();
    const own = detached(spelled);
    const created = createTag(own, false);
    tags.set(own, created);
    return created;
  };
}

const FIRST_ATTRIBUTE = /\s[^\s=<>"']+\s*=\s*["']/;
const SELF_CLOSING = /[/\\]$/;

/**
 * The parts of what stands between `<` and `>`, however odd. A name may hold spaces (`<prix public>`) unless what
 * follows them are attributes `name="value"`; behind one of those, attributes without quotes or value are taken too.
 * `\` ends an empty element as `/` does (seed §7: `<update_product\>`). Undefined when there is something behind the
 * name that is none of this.
 */
export function parseTag(source: string): (Omit<Opening, 'tag' | 'end'> & { spelled: string }) | undefined {
  const inner = source.trim();
  const selfClosing = SELF_CLOSING.test(inner);
  const body = selfClosing ? inner.slice(0, -1).trimEnd() : inner;
  const first = body.search(FIRST_ATTRIBUTE);
  if (first < 0) return { spelled: body, attributes: NO_ATTRIBUTES, selfClosing };
  const attributes = parseAttributes(body.slice(first));
  return attributes && { spelled: body.slice(0, first).trimEnd(), attributes, selfClosing };
}

/** Whether a closing tag with this between `</` and `>` closes the element. */
export function closes(opened: Tag, source: string): boolean {
  const spelled = source.trim();
  if (spelled === opened.spelled) return true;
  const name = decodeName(spelled);
  return opened.verbatim ? name === opened.name : foldName(name) === opened.folded;
}
