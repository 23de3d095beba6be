import type { Language } from './requirement.ts';
import type { Texts } from './texts.ts';

/** `bad_url`: no http(s) URL. `no_answer`: nothing came back to the first request. `aborted`: the caller's signal ended it. */
export type ConformanceErrorCode = 'bad_url' | 'no_answer' | 'aborted';

const SENTENCES: Readonly<Record<ConformanceErrorCode, Texts>> = {
  bad_url: {
    fr: 'Ce n’est pas une URL http ou https',
    en: 'This is no http or https URL',
  },
  no_answer: {
    fr: 'Le webservice ne répond pas ; vérifiez l’URL et qu’il est démarré',
    en: 'The webservice does not answer; check the URL and that it runs',
  },
  aborted: { fr: 'La vérification a été interrompue', en: 'The check was interrupted' },
};

/** The check could not run at all; a webservice that answers wrongly is a finding instead. */
export class ConformanceError extends Error {
  readonly code: ConformanceErrorCode;

  constructor(code: ConformanceErrorCode, language: Language, detail: string) {
    super(`${SENTENCES[code][language]} (${detail})`);
    this.name = 'ConformanceError';
    this.code = code;
  }
}
