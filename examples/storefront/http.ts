import type { IncomingMessage } from 'node:http';
import type { Html } from './html.ts';
import type { Session } from './session.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
  /** Replaces the visitor's. */
  readonly session?: Session;
}

const MOST_FORM_BYTES = 65_536;

export const page = ({ markup }: Html, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: markup,
});

/** After a form: the browser gets the page there, and does not send the form again when it is loaded anew. */
export const redirect = (location: string, session?: Session): Answer => ({
  status: 303,
  headers: { location },
  body: '',
  ...(session && { session }),
});

export const file = (type: string, body: string | Uint8Array): Answer => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': 'private, max-age=3600' },
  body,
});

/** On every answer: no script runs in these pages, whatever an ERP's text may hold. */
export const SECURITY: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Whether a page of this shop sent the form: browsers say where it comes from, and what says nothing is no browser. */
export function isOwnForm({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

/** Undefined when it is too long. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_FORM_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}
