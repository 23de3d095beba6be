import { decodeHTMLStrict } from 'entities';
import { fromWindows1252 } from '../../parsing/windows-1252.ts';

const REFERENCE = /&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,40});/g;
const NAME_REFERENCE = /&(#[0-9]+|#[xX][0-9a-fA-F]+|amp|lt|gt|quot|apos);/g;
const LINE_END = /\r\n?/g;
const ATTRIBUTE_SPACE = /\r\n|[\r\n\t]/g;
const REPLACEMENT = '\ufffd';

/** HTML names that have been met. Its size is bounded by HTML's own list. */
const known = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Line ends as XML has them, and references decoded, once. An unknown name and a bare `&` stay as they are. */
export function decodeText(raw: string): string {
  return decodeReferences(normalizeLines(raw));
}

export const normalizeLines = (raw: string): string =>
  raw.includes('\r') ? raw.replace(LINE_END, '\n') : raw;

export const decodeAttribute = (raw: string): string => decodeReferences(raw.replace(ATTRIBUTE_SPACE, ' '));

/** In names only XML's own five and numeric references: `R&D` and `R&amp;D` are one name. */
export const decodeName = (raw: string): string =>
  raw.includes('&') ? raw.replace(NAME_REFERENCE, decodeReference) : raw;

const decodeReferences = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, decodeReference) : text;

function decodeReference(reference: string, body: string): string {
  if (body.startsWith('#')) return characterFrom(codePointFrom(body));
  const found = known.get(body);
  if (found !== undefined) return found;
  const decoded = decodeHTMLStrict(reference);
  if (decoded !== reference) known.set(body, decoded);
  return decoded;
}

const codePointFrom = (body: string): number =>
  /^#[xX]/.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);

/**
 * What XML forbids becomes U+FFFD. `&#128;` to `&#159;` are read as Windows-1252, as HTML does and as whoever typed
 * `&#146;` for an apostrophe meant it: nobody sends the control characters that XML sees there.
 */
function characterFrom(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return fromWindows1252(code);
  if (code < 0x20) return code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : REPLACEMENT;
  const legal = code < 0xd800 || (code > 0xdfff && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
  return legal ? String.fromCodePoint(code) : REPLACEMENT;
}
