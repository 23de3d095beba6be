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
    fr: 'Le webservice ne répond pas',
    en: 'The webservice does not answer',
  },
  aborted: { fr: 'La vérification a été interrompue', en: 'The check was interrupted' },
};

/** What to look at, by the code of the failure: Node's, or `TIMEOUT`. */
const HINTS: readonly (readonly [code: RegExp, hint: Texts])[] = [
  [
    /^ECONNREFUSED$/,
    {
      fr: 'rien n’écoute à cette adresse ; vérifiez le port et que le webservice est démarré',
      en: 'nothing listens there; check the port and that the webservice runs',
    },
  ],
  [
    /^(EPROTO|ERR_SSL_.*|ERR_TLS_.*)$/,
    { fr: 'ce n’est pas du TLS ; essayez http://', en: 'this is no TLS; try http://' },
  ],
  [
    /^HPE_/,
    {
      fr: 'ce n’est pas du HTTP en clair ; essayez https://, ou vérifiez le port',
      en: 'this is no plain HTTP; try https://, or check the port',
    },
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    { fr: 'ce nom d’hôte est introuvable', en: 'no host of this name can be found' },
  ],
  [
    /^TIMEOUT$/,
    {
      fr: 'aucune réponse complète dans le délai ; voyez --timeout',
      en: 'no complete reply within the time; see --timeout',
    },
  ],
  [
    /^ECONNRESET$/,
    {
      fr: 'la connexion a été fermée sans réponse ; vérifiez l’URL, son port, et http:// ou https://',
      en: 'the connection was closed without a reply; check the URL, its port, and http:// or https://',
    },
  ],
];

const OTHER_HINT: Texts = {
  fr: 'vérifiez l’URL et qu’il est démarré',
  en: 'check the URL and that it runs',
};

interface ErrorFacts {
  readonly url: string;
  /** Of `no_answer`: Node's code, or `TIMEOUT`. */
  readonly failure?: string;
}

const hintOf = (failure: string): Texts => HINTS.find(([code]) => code.test(failure))?.[1] ?? OTHER_HINT;

/** The check could not run at all; a webservice that answers wrongly is a finding instead. */
export class ConformanceError extends Error {
  readonly code: ConformanceErrorCode;

  constructor(code: ConformanceErrorCode, language: Language, { url, failure }: ErrorFacts) {
    const sentence = SENTENCES[code][language];
    const colon = language === 'fr' ? ' : ' : ': ';
    super(
      failure === undefined
        ? `${sentence} (${url})`
        : `${sentence}${colon}${hintOf(failure)[language]} (${url}${colon}${failure})`,
    );
    this.name = 'ConformanceError';
    this.code = code;
  }
}
