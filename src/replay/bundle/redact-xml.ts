import { decodeXML } from 'entities';
import { isPersonal, redactedValue } from './personal.ts';
import type { Pseudonyms } from './pseudonyms.ts';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** A tag, or CDATA; what is between two of them is text. XML that is broken or cut is read as far as it goes. */
const TOKEN = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[^<>]*(?:>|$)/g;
const OPENING = /^<([^\s/>!?]+)/;
const CDATA = /^(<!\[CDATA\[)([\s\S]*?)(\]\]>)?$/;
/** Anything else between brackets is no tag that could be trusted to hold nothing of a person. */
const TAG = /^<(?:\?xml\b[^<>]*|\/?[^\s/<>="']+(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*\/?)>$/;
const ATTRIBUTE = /(\s)([^\s=<>"']+)(\s*=\s*["'])([^"'<>]*)/g;

/** XML about people, with a pseudonym for each text that may be somebody's; comments go. */
export function redactedXml(xml: string, pseudonyms: Pseudonyms): string {
  const source = xml.replace(COMMENT, '');
  let name = '';
  let redacted = '';
  let from = 0;
  const text = (end: number): string => redactedPart(name, source.slice(from, end), pseudonyms);
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    redacted += text(index) + redactedToken(name, token, pseudonyms);
    from = index + token.length;
    name = OPENING.exec(token)?.[1] ?? (token.startsWith('</') ? '' : name);
  }
  return redacted + text(source.length);
}

function redactedToken(name: string, token: string, pseudonyms: Pseudonyms): string {
  const [, before = '', inner = '', after = ''] = CDATA.exec(token) ?? [];
  if (before !== '') return before + redactedPart(name, inner, pseudonyms) + after;
  if (!TAG.test(token)) return redactedValue('', token, pseudonyms);
  if (token.startsWith('<?')) return token;
  return token.replace(ATTRIBUTE, (_, space: string, attribute: string, is: string, value: string) =>
    [space, attribute, is, redactedPart(attribute, value, pseudonyms)].join(''),
  );
}

/** Where an element has ended, and no other begun, stands nothing that has a name. */
function redactedPart(name: string, text: string, pseudonyms: Pseudonyms): string {
  if (name === 'error') return pseudonyms.mentioned(text);
  const value = decodeXML(text);
  return isPersonal(name, value) ? redactedValue(name, value, pseudonyms) : text;
}
