import type { Language } from '../i18n/words.ts';

/** Of every call that rides on the session's cookie: a page of another site cannot send them without being asked first. */
const consoleHeaders = (shop: string, language: Language): Readonly<Record<string, string>> => ({
  'X-Passerelle-Console': '1',
  'Accept-Language': language,
  ...(shop !== '' && { 'X-Passerelle-Shop': shop }),
});

/** A call without an answer for so long fails: a page does not wait for ever. */
const PATIENCE_MS = 60_000;

/** What `fetch` does, with the console's headers. */
export const consoleFetch =
  (shop: string, language: Language): typeof fetch =>
  (input, init = {}) => {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(consoleHeaders(shop, language))) headers.set(name, value);
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience;
    return fetch(input, { ...init, headers, signal, credentials: 'same-origin' });
  };
