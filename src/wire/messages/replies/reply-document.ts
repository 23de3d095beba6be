import type { Decoded } from '../../../domain/problem.ts';
import { readDocument } from '../../xml/document.ts';
import type { Shape, XmlElement } from '../../xml/element.ts';

/**
 * Reads a shop's reply as readDocument does, and also what other people's shops write: something before the document
 * (blank lines, a PHP warning), and a reply of which the one element is left open, as the specification prints some
 * (`<connecteur><add_customer></connecteur>`, seed §14 and §15).
 */
export function readReplyDocument(bytes: Uint8Array, shape: Shape): Decoded<XmlElement> {
  const document = bytes.subarray(Math.max(0, documentStart(bytes)));
  const read = readDocument(document, shape);
  if (read.ok || document.length > LONGEST_LEFT_OPEN) return read;
  const text = new TextDecoder().decode(document);
  const closed = text.replace(LEFT_OPEN, '$1<$2/></connecteur>');
  return closed === text ? read : readDocument(new TextEncoder().encode(closed), shape);
}

/** Whether there is anything in these bytes that a reply could begin with. */
export const holdsDocument = (bytes: Uint8Array): boolean => documentStart(bytes) >= 0;

/** The first words of what is no reply, for people: without markup, on one line. */
export function textOfPage(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, QUOTED_BYTES));
  return text.replace(NOT_SHOWN, ' ').replace(INLINE, '').replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
}

const LONGEST_LEFT_OPEN = 4096;
const LEFT_OPEN = /(<connecteur\s*>)\s*<\s*([A-Za-z_]+)\s*>\s*<\/\s*connecteur\s*>\s*$/i;

/** Bytes in which the document must begin. */
const LONGEST_PREAMBLE = 64 * 1024;
const STARTS_DOCUMENT = /<\?xml\s|<connecteur[\s>/\\]/i;

/** -1 where none begins. */
function documentStart(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LONGEST_PREAMBLE));
  return head.toString('latin1').search(STARTS_DOCUMENT);
}

const QUOTED_BYTES = 8 * 1024;
const NOT_SHOWN = /<(script|style|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const INLINE = /<\/?(?:a|b|em|i|span|strong)\b[^>]*>/gi;
const MARKUP = /<[^>]*>?/g;
