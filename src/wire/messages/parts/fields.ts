import { parseNumber } from '../../../parsing/number.ts';
import { foldName, type XmlElement } from '../../xml/element.ts';
import type { WireRequest } from '../codec.ts';
import { isBlank } from './blank.ts';

/** A field as it came: its name as the sender spelled it. */
export interface WireField {
  readonly name: string;
  readonly text: string;
}

export interface TakenField extends WireField {
  /** The same field in another spelling, with another value, that lost. */
  readonly rival?: WireField;
}

/** The fields of one record, whatever way they came, looked up by folded name. */
export interface Fields {
  /**
   * The field that has one of these spellings. The XML beats the POST variables, an earlier spelling a later one; a
   * filled field beats an empty one whatever else holds. All of the spellings count as read then.
   */
  take(...spellings: readonly string[]): TakenField | undefined;
  /** As `take`, but the field is not read by that. */
  peek(...spellings: readonly string[]): TakenField | undefined;
  /** What nobody has taken. */
  rest(): readonly WireField[];
}

/** Never a field of a record: what routes the request, or goes beside it. */
const ROUTING = ['key', 'resource', 'data', 'compression', 'url'];

/** One lookup over the children of the request's root and its POST variables; `structures` are not fields. */
export function requestFields(request: WireRequest, structures: readonly string[] = []): Fields {
  const variables = Array.from(request.variables, ([name, text]) => ({ name, text }));
  const fields = createFields([request.document?.children ?? [], variables]);
  fields.take(...ROUTING, ...structures);
  return fields;
}

/** The children of an element that are text. */
export function elementFields(element: XmlElement, structures: readonly string[] = []): Fields {
  const fields = createFields([element.children]);
  if (structures.length > 0) fields.take(...structures);
  return fields;
}

/** One record that several elements repeat: the first of them wins, and what the others say differently is a rival. */
export const repeatedFields = (elements: readonly XmlElement[]): Fields =>
  createFields(
    elements.map(({ children }) => children),
    { equals: true },
  );

/** From the strongest source to the weakest; a value of a weaker one is a rival only among equals. */
function createFields(
  sources: readonly (readonly WireField[])[],
  { equals = false }: { readonly equals?: boolean } = {},
): Fields {
  const lookups = sources.map(byFoldedName);
  const taken = new Set<string>();

  const peek = (...spellings: readonly string[]): TakenField | undefined => {
    const names = spellings.map(foldName);
    const said = lookups.map((lookup) => names.flatMap((name) => lookup.get(name) ?? []));
    for (const candidates of equals ? [said.flat()] : said) {
      const [winner, ...others] = candidates.filter(({ text }) => !isBlank(text));
      if (!winner) continue;
      const rival = others.find(({ text }) => !isSame(text, winner.text));
      return rival ? { ...plain(winner), rival: plain(rival) } : plain(winner);
    }
    return said.flat().map(plain)[0];
  };

  return {
    peek,
    take(...spellings) {
      for (const name of spellings) taken.add(foldName(name));
      return peek(...spellings);
    },
    rest() {
      const untaken = new Map<string, WireField>();
      for (const [name, field] of lookups.flatMap((lookup) => [...lookup])) {
        if (taken.has(name)) continue;
        const stronger = untaken.get(name);
        if (!stronger || (isBlank(stronger.text) && !isBlank(field.text))) untaken.set(name, plain(field));
      }
      return [...untaken.values()];
    },
  };
}

/** Of a field that stands there twice, the first that is filled. */
function byFoldedName(fields: readonly WireField[]): ReadonlyMap<string, WireField> {
  const lookup = new Map<string, WireField>();
  for (const field of fields) {
    const name = foldName(field.name);
    const first = lookup.get(name);
    if (!first || (isBlank(first.text) && !isBlank(field.text))) lookup.set(name, field);
  }
  return lookup;
}

const plain = ({ name, text }: WireField): WireField => ({ name, text });

/** `10` and `10.00` contradict nobody. */
function isSame(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true;
  const number = parseNumber(a);
  return number !== undefined && number === parseNumber(b);
}
