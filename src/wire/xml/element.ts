/**
 * An element as read or to be written. It has either children or text: in a text field the markup, if any, is part of
 * the text.
 */
export interface XmlElement {
  /** As the sender spelled it, trimmed; inside gammes it may hold spaces, slashes, digits first. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Entities decoded, CDATA unwrapped, white space kept. Empty for an element with children. */
  readonly text: string;
  /** From 1; 0 for an element that was not read. */
  readonly line: number;
}

/**
 * Which children of an element are structure, by folded name (see foldName), and what they hold in turn. A child that
 * is not listed is a text field: everything up to its own closing tag is its value, HTML included.
 */
export interface Shape {
  readonly children: Readonly<Record<string, Shape>>;
  /** The shape of every child that `children` does not name: structure, whatever its name (languages, SKUs' axes). */
  readonly others?: Shape;
  /** The children's names are free text up to `>`: SKUs in gammes. They have no attributes. */
  readonly verbatimNames?: boolean;
}

export const LEAVES: Shape = { children: {} };

export const shape = (
  children: Readonly<Record<string, Shape>>,
  more: Omit<Shape, 'children'> = {},
): Shape => ({
  children,
  ...more,
});

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

export const leaf = (name: string, text: string): XmlElement => ({
  name,
  attributes: NO_ATTRIBUTES,
  children: [],
  text,
  line: 0,
});

export const node = (
  name: string,
  children: readonly XmlElement[],
  attributes: Readonly<Record<string, string>> = NO_ATTRIBUTES,
): XmlElement => ({ name, attributes, children, text: '', line: 0 });

const ACCENTS = /[\u0300-\u036f]/g;
const PLAIN_NAME = /^[a-z0-9_-]*$/;

/** The key under which a name is looked up: without accents, lower case. `catégorietarifaire` is `categorietarifaire`. */
export function foldName(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  const known = folded.get(name);
  if (known !== undefined) return known;
  const made = name.normalize('NFD').replace(ACCENTS, '').toLowerCase();
  if (folded.size < MOST_FOLDED && name.length <= LONGEST_FOLDED) folded.set(ownText(name), made);
  return made;
}

/** The names with accents or capitals that were folded before: the protocol has few, and a message repeats them. */
const folded = new Map<string, string>();
const MOST_FOLDED = 2000;
const LONGEST_FOLDED = 64;

/** A name cut out of a message would keep the whole message in memory. */
const ownText = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** The first child of a folded name. */
export const child = (element: XmlElement, folded: string): XmlElement | undefined =>
  element.children.find((candidate) => foldName(candidate.name) === folded);

export const childrenNamed = (element: XmlElement, folded: string): readonly XmlElement[] =>
  element.children.filter((candidate) => foldName(candidate.name) === folded);
