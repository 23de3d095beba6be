import type { Language } from '../../shop/wording.ts';

/** The help of `serve`; what it prints at its start is in serve/announce.ts. */
export const SERVE_WORDING: Readonly<Record<Language, { readonly help: string }>> = {
  en: { help: 'start the webservice' },
  fr: { help: 'démarre le webservice' },
};
