import { type Field, type FormBody, multipartForm, urlencodedForm } from '../http/form.ts';
import type { Texts } from '../texts.ts';

/** How variables are written in a request's body. */
export type FormKind = 'multipart' | 'urlencoded';

/** A request in the connector's terms. Its fields go into POST variables and into the XML, as the connector sends them. */
export interface Message {
  readonly resource?: string;
  /** Instead of the right key; null for none. */
  readonly key?: string | null;
  readonly fields?: Readonly<Record<string, string>>;
  /** Stands in the XML only, after the fields. */
  readonly xml?: string;
  /** The whole of `data`, instead of the XML that the fields make; null for no `data`. */
  readonly data?: string | Uint8Array | null;
  /** Further variables and files that stand in POST only. */
  readonly post?: readonly Field[];
  /** Where key, resource and fields stand; both by default. */
  readonly heading?: 'both' | 'post' | 'xml';
  readonly declaration?: string;
  /** By default as the session prefers. */
  readonly form?: FormKind;
  readonly dataFirst?: true;
  /** Announces the body with `Expect: 100-continue`. */
  readonly expectContinue?: true;
  /** What is special, where the variables do not show it. */
  readonly note?: Texts;
  /** How the reply is judged: `document` is the reply to a pushed document, which need not be XML. */
  readonly reply?: 'xml' | 'document';
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

/** The variables of a message, in the order in which they are sent. */
export function messageFields(message: Message, rightKey: string): Field[] {
  const { heading = 'both', dataFirst, post = [] } = message;
  const variables = headingOf(message, rightKey);
  const inPost = heading === 'xml' ? [] : variables.map(([name, value]) => ({ name, value }));
  const data = dataOf(message, heading === 'post' ? [] : variables);
  const dataField = data === null ? [] : [{ name: 'data', value: data }];
  return dataFirst ? [...dataField, ...post, ...inPost.toReversed()] : [...inPost, ...post, ...dataField];
}

function headingOf({ key, resource, fields = {} }: Message, rightKey: string): [string, string][] {
  const sentKey = key === undefined ? rightKey : key;
  return [
    ...(sentKey === null ? [] : ([['key', sentKey]] satisfies [string, string][])),
    ...(resource === undefined ? [] : ([['resource', resource]] satisfies [string, string][])),
    ...Object.entries(fields),
  ];
}

function dataOf(message: Message, variables: readonly [string, string][]): string | Uint8Array | null {
  const { data, declaration = DECLARATION, xml = '' } = message;
  if (data !== undefined) return data;
  const inner = variables.map(([name, value]) => element(name, value)).join('');
  return `${declaration}<connecteur>${inner}${xml}</connecteur>`;
}

export const messageBody = (form: FormKind, fields: readonly Field[]): FormBody =>
  form === 'urlencoded' ? urlencodedForm(fields) : multipartForm(fields);
