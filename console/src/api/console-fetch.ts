import type { Language } from '../i18n/words.ts';

/** Of every call that rides on the session's cookie: a page of another site cannot send them without being asked first. */
const consoleHeaders = (shop: string, language: Language): Readonly<Record<string, string>> => ({
  'X-Passerelle-Console': '1',
  'Accept-Language': language,
  ...(shop !== '' && { 'X-Passerelle-Shop': shop }),
});

/** A call without an answer for so long fails: a page does not wait for ever. */
const PATIENCE_MS = 60_000;
/** What comes bit by bit may take its time once it has begun. */
const LONG = /^application\/(?:jsonl|zip)\b/;

/** What `fetch` does, with the console's headers. */
export const consoleFetch =
  (shop: string, language: Language): typeof fetch =>
  async (input, init = {}) => {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(consoleHeaders(shop, language))) headers.set(name, value);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new Error('no answer')), PATIENCE_MS);
    const signal = init.signal ? AbortSignal.any([init.signal, patience.signal]) : patience.signal;
    const response = await fetch(input, { ...init, headers, signal, credentials: 'same-origin' });
    if (LONG.test(response.headers.get('content-type') ?? '')) clearTimeout(timer);
    return response;
  };
