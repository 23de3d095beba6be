import { fail } from '../../domain/error.ts';
import type { XmlElement } from './element.ts';

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** How a document begins: `full` names UTF-8, `bare` no encoding (UTF-8 then), `none` is left out. */
type Declaration = 'full' | 'bare' | 'none';

const DECLARATIONS: Readonly<Record<Declaration, string>> = {
  full: `${XML_DECLARATION}\n`,
  bare: '<?xml version="1.0"?>\n',
  none: '',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const TEXT_SPECIAL = /[&<>\r]/g;
const ATTRIBUTE_SPECIAL = /[&<>"\r\n\t]/g;
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** What a reader would take for something else in a name: markup, attributes, a closing or an empty tag. */
const NAME_SPECIAL = /[&<>="']|^[\s/!?]|[\s/\\]$/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const reference = (character: string): string => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`;

const legal = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '\ufffd');

/** What XML forbids becomes U+FFFD; a carriage return is written as a reference, or readers would drop it. */
export const escapeText = (text: string): string => legal(text).replace(TEXT_SPECIAL, reference);

/** For a value between double quotes. */
export const escapeAttribute = (text: string): string => legal(text).replace(ATTRIBUTE_SPECIAL, reference);

/** A name as it is when it is one, else (SKUs in gammes) so that our reader gives it back. */
function escapeName(name: string): string {
  if (PLAIN_NAME.test(name)) return name;
  if (name === '') throw fail('internal');
  return legal(name).replace(NAME_SPECIAL, reference);
}

/** Without white space of its own. An element without children and text is written `<name/>`. */
export function writeElement(element: XmlElement): string {
  const name = escapeName(element.name);
  let start = `<${name}`;
  for (const attribute in element.attributes) {
    start += ` ${escapeName(attribute)}="${escapeAttribute(element.attributes[attribute] ?? '')}"`;
  }
  const content = element.children.length === 0 ? escapeText(element.text) : writeAll(element.children);
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

function writeAll(elements: readonly XmlElement[]): string {
  let text = '';
  for (const element of elements) text += writeElement(element);
  return text;
}

export const writeDocument = (element: XmlElement, declaration: Declaration = 'full'): string =>
  `${DECLARATIONS[declaration]}${writeElement(element)}\n`;

/** A document whose root `<connecteur>` holds `head` and then what comes by. */
export async function* streamDocument(
  content: AsyncIterable<string>,
  { head, declaration }: { readonly head: readonly XmlElement[]; readonly declaration: Declaration },
): AsyncGenerator<string> {
  yield `${DECLARATIONS[declaration]}<connecteur>${writeAll(head)}`;
  yield* content;
  yield '</connecteur>\n';
}
