import type { HttpReply } from '../http/exchange.ts';
import { childElements, childNamed, childText, type XmlElement } from '../xml/element.ts';
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

export function rootOf(document: ReadDocument | undefined): Pick<Reply, 'root' | 'error'> {
  const root = document?.root;
  if (root?.name !== 'connecteur') return {};
  const error = childText(root, 'error');
  return error === undefined ? { root } : { root, error };
}

export const isRefused = ({ error }: Reply): boolean => error !== undefined;

/** A `<connecteur>` without `<error>`, as a success. */
export const isAccepted = ({ root, error, http }: Reply): boolean =>
  root !== undefined && error === undefined && (http?.status ?? 0) < 400;

/** Accepted, with the element that says so. */
export const acknowledges = (reply: Reply, name: string): boolean =>
  isAccepted(reply) && childNamed(reply.root, name) !== undefined;

/** Whether the reply shows anything but an error. */
export const showsData = ({ root, http }: Reply): boolean =>
  root
    ? childElements(root).some(({ name }) => name !== 'error')
    : /<(product|option|order|customers)\b/.test(http?.body.toString('latin1', 0, 100_000) ?? '');
