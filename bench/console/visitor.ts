import type { Address } from '../connection.ts';
import { VISITOR } from './large-shop.ts';

/** What came of a page's call. */
interface Visit {
  readonly ms: number;
  readonly bytes: number;
  readonly body: unknown;
}

/** Somebody who is logged in to the console, and asks what its pages ask. */
export interface Visitor {
  readonly cookie: string;
  /** Rejects where the answer is none of success, but for what the shop does not do. */
  visit(path: string): Promise<Visit>;
}

const UNSUPPORTED = 501;

export async function logIn({ host, port }: Address): Promise<Visitor> {
  const origin = `http://${host}:${port}`;
  const headers = {
    'x-passerelle-console': '1',
    'sec-fetch-site': 'same-origin',
    'accept-language': 'en',
    'content-type': 'application/json',
  };
  const login = await fetch(`${origin}/console/session`, {
    method: 'POST',
    headers: { ...headers, origin },
    body: JSON.stringify(VISITOR),
  });
  const [cookie] = (login.headers.getSetCookie()[0] ?? '').split(';');
  if (!login.ok || !cookie) throw new Error(`login: ${login.status} ${await login.text()}`);
  return {
    cookie,
    async visit(path) {
      const start = performance.now();
      const response = await fetch(`${origin}${path}`, { headers: { ...headers, cookie } });
      const text = await response.text();
      const ms = performance.now() - start;
      if (!response.ok && response.status !== UNSUPPORTED)
        throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
      return { ms, bytes: Buffer.byteLength(text), body: JSON.parse(text) };
    },
  };
}
