import type { HttpReply } from '../http/exchange.ts';
import { childNamed, childText, type XmlElement } from '../xml/element.ts';
import type { ReadDocument } from '../xml/read-document.ts';

/** A reply, read once for every judgement, beside what reports show of it. */
export interface Reply {
  /** The request in a few words. */
  readonly what: string;
  /** Shortened, the key masked. */
  readonly sent: string;
  readonly received: string;
  /** Undefined when nothing came. */
  readonly http?: HttpReply;
  readonly document?: ReadDocument;
  /** Of a well-formed document whose root is `<connecteur>`. */
  readonly root?: XmlElement;
  /** Text of the `<error>`; undefined when there is none. */
  readonly error?: string;
}

/** Data, or the page of a web server, are told by the beginning of a reply. */
const LOOKED_AT = 100_000;

export function rootOf(document: ReadDocument | undefined): Pick<Reply, 'root' | 'error'> {
  const root = document?.root;
  if (root?.name !== 'connecteur') return {};
  const error = childText(root, 'error');
  return error === undefined ? { root } : { root, error };
}

/** An `<error>`, or what can only be meant as one: {@link isTextRefusal}. */
export const isRefused = (reply: Reply): boolean => reply.error !== undefined || isTextRefusal(reply);

/**
 * No XML document and no data, as `Erreur : mauvaise clef`: the caller takes nothing from it. That it is no XML is said by
 * `transport.xml-reply` and `error.shape`.
 */
export function isTextRefusal(reply: Reply): boolean {
  const { http, document } = reply;
  if (!http || http.truncated || document?.root || isRedirect(http.status)) return false;
  const begun = http.body.includes('<connecteur') && !http.body.includes('<error>');
  return !begun && !isWebPage(http.body) && !showsData(reply);
}

/**
 * What a web server answers where no webservice is: a page, a redirect, that there is nothing or nothing for a POST. An error
 * that a webservice says as text is none of these.
 */
export function isElsewhere({ http, document }: Reply): boolean {
  if (!http || http.truncated) return false;
  if (isWebPage(http.body) || isRedirect(http.status)) return true;
  return document?.root === undefined && NOTHING_THERE.includes(http.status);
}

const NOTHING_THERE = [404, 405, 501];

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** What a refusal says; empty when the reply is none. */
export function refusalText(reply: Reply): string {
  if (reply.error !== undefined) return reply.error;
  return isTextRefusal(reply) ? beginningOf(reply.http?.body) : '';
}

/** A `<connecteur>` without `<error>`, as a success. */
export const isAccepted = ({ root, error, http }: Reply): boolean =>
  root !== undefined && error === undefined && (http?.status ?? 0) < 400;

/** A well-formed document that is no error: how a write is acknowledged exactly is a requirement of its own. */
export function isTaken({ http, document }: Reply): boolean {
  const root = document?.root;
  if (!http || !root || http.status >= 300 || isWebPage(http.body)) return false;
  return root.name !== 'error' && childNamed(root, 'error') === undefined;
}

/** Accepted, with the element that says so. */
export const acknowledges = (reply: Reply, name: string): boolean =>
  isAccepted(reply) && childNamed(reply.root, name) !== undefined;

/** Whether a reply that need not be XML says that something went wrong, whatever its status is. */
export const saysError = ({ http }: Reply): boolean =>
  /<error\b|^\s*(erreur|error|fatal error)\b/i.test(beginningOf(http?.body));

/** An id, a reference or a person's name, as an element or in JSON. */
const DATA =
  /<(id|reference|product_reference|email|lastname)\b[^>]*>\s*(<!\[CDATA\[)?\s*[^<\s]|"reference"\s*:\s*"[^"]/i;

/** Whether the reply shows anything of the shop. */
export const showsData = ({ http }: Reply): boolean => DATA.test(beginningOf(http?.body));

/** Whether it is HTML, whatever its type says: the page of a shop, of a login, of a proxy. */
export const isWebPage = (body: Buffer): boolean =>
  /^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<(!doctype\s+html|html)\b/i.test(beginningOf(body));

const beginningOf = (body: Buffer | undefined): string => body?.toString('utf8', 0, LOOKED_AT) ?? '';
