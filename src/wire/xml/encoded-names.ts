import type { XmlElement } from './element.ts';

/**
 * Names that XML does not allow (SKUs in gammes: `7412 AB/L`), spelled so that every parser takes them: a character that
 * may not stand there is `_xHHHH_`, its UTF-16 code unit (ISO 9075-14, as databases and .NET do).
 */
export const encodedNames = (element: XmlElement): XmlElement => renamed(element, encode);

/** The other way round. */
export const decodedNames = (element: XmlElement): XmlElement => renamed(element, decode);

const renamed = (element: XmlElement, rename: (name: string) => string): XmlElement => ({
  ...element,
  name: rename(element.name),
  children: element.children.map((inner) => renamed(inner, rename)),
});

const PLAIN = /^(?!.*_x[\dA-F]{4}_)[\p{L}_][\p{L}\p{N}_.-]*$/u;
const NOT_PART = /[^\p{L}\p{N}_.-]|^[^\p{L}_]|_(?=x[\dA-F]{4}_)/gu;

const encode = (name: string): string => (PLAIN.test(name) ? name : name.replace(NOT_PART, escaped));

const escaped = (characters: string): string =>
  Array.from(
    { length: characters.length },
    (_, index) => `_x${characters.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`,
  ).join('');

const ESCAPED = /_x([\dA-F]{4})_/g;

const decode = (name: string): string =>
  name.includes('_x')
    ? name.replace(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : name;
