import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { encodeGammeNames, gammeName } from './gamme-names.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text in it, trimmed. */
  readonly text: string;
}

/** The root, or the parser's complaint. Strict but for the names in `<gammes>`. */
export function parseElement(xml: string): Element | string {
  try {
    const { root } = parseXml(encodeGammeNames(xml));
    return root ? elementFromParsed(root) : '–';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const elementFromParsed = (parsed: XmlElement): Element => ({
  name: gammeName(parsed.name),
  attributes: parsed.attributes,
  children: parsed.children.filter((node) => node instanceof XmlElement).map(elementFromParsed),
  text: parsed.text.trim(),
});

/** The element's children of one of these names, whatever their case and accents. */
export const childrenOf = (element: Element | undefined, ...names: readonly string[]): readonly Element[] =>
  (element?.children ?? []).filter(({ name }) => names.includes(foldName(name)));

export const textOf = (element: Element | undefined, name: string): string | undefined =>
  childrenOf(element, name).at(-1)?.text;

export const foldName = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The element itself and all below it. */
export function* walk(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* walk(child);
}
