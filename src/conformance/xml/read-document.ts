import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import type { Texts } from '../texts.ts';

/** Bytes judged as an XML document in UTF-8. */
export interface ReadDocument {
  /** Of a well-formed document, whatever stands before it. */
  readonly root?: XmlElement;
  /** Why it is no well-formed document in UTF-8. */
  readonly malformed?: Texts;
  /** What stands before the document. */
  readonly before?: Texts;
}

/** A list of 130,000 customers; each element takes some hundred bytes of memory. */
const MOST_TAGS = 4_000_000;

const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/** Strict, but each fault is told apart: a blank line before the document does not make it malformed too. */
export function readDocument(bytes: Buffer): ReadDocument {
  const start = documentStart(bytes);
  const before = start === 0 ? {} : { before: describePrefix(bytes.subarray(0, start)) };
  return { ...before, ...readStrictly(bytes.subarray(start)) };
}

/** Where the declaration, else the first element stands; 0 when there is neither. */
function documentStart(bytes: Buffer): number {
  const declaration = bytes.indexOf('<?xml');
  if (declaration >= 0) return declaration;
  const element = bytes.indexOf('<connecteur');
  return element > 0 ? element : bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
}

function describePrefix(prefix: Buffer): Texts {
  if (prefix.equals(BYTE_ORDER_MARK)) {
    return { fr: 'une marque d’ordre des octets (BOM)', en: 'a byte order mark (BOM)' };
  }
  const shown = JSON.stringify(prefix.subarray(0, 200).toString());
  return {
    fr: `${prefix.length} octets avant le document : ${shown}`,
    en: `${prefix.length} bytes before the document: ${shown}`,
  };
}

function readStrictly(bytes: Buffer): Pick<ReadDocument, 'root' | 'malformed'> {
  if (bytes.length === 0) return { malformed: { fr: 'réponse vide', en: 'empty reply' } };
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)/.exec(bytes.toString('latin1', 0, 200))?.[1];
  if (declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared)) {
    return { malformed: { fr: `encodage déclaré : ${declared}`, en: `declared encoding: ${declared}` } };
  }
  if (hasTooManyTags(bytes)) return { malformed: TOO_MANY_TAGS };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const { root } = parseXml(text);
    return root ? { root } : { malformed: { fr: 'aucun élément', en: 'no element' } };
  } catch (error) {
    return { malformed: describeFault(error) };
  }
}

/** No tag is shorter than three bytes. */
function hasTooManyTags(bytes: Buffer): boolean {
  if (bytes.length < 3 * MOST_TAGS) return false;
  let tags = 0;
  for (const byte of bytes) if (byte === OPENING) tags++;
  return tags > MOST_TAGS;
}

const OPENING = '<'.charCodeAt(0);

const TOO_MANY_TAGS: Texts = {
  fr: `plus de ${MOST_TAGS} balises : le document n’est pas lu`,
  en: `more than ${MOST_TAGS} tags: the document is not read`,
};

function describeFault(error: unknown): Texts {
  if (error instanceof TypeError) {
    return { fr: 'des octets qui ne sont pas de l’UTF-8', en: 'bytes that are no UTF-8' };
  }
  const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0];
  return { fr: `XML mal formé : ${detail}`, en: `malformed XML: ${detail}` };
}
