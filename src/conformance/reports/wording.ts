import type { Verdict } from '../report.ts';
import type { Language } from '../requirement.ts';

/** What the reports say beside the requirements' own sentences. */
export interface ReportWording {
  readonly title: Readonly<Record<'webservice' | 'connector', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly run: Readonly<Record<'passed' | 'failed', string>>;
  readonly sent: string;
  readonly received: string;
  readonly wanted: string;
  readonly source: string;
  readonly expectedFailure: string;
  readonly profile: string;
  readonly stale: string;
  readonly created: string;
  readonly readOnly: string;
  readonly withWrites: string;
  readonly allEvidence: string;
  requests(count: number, seconds: number): string;
  more(count: number): string;
}

const ENGLISH: ReportWording = {
  title: { webservice: 'Check of a webservice', connector: 'Check of a connector' },
  verdicts: {
    passed: 'passed',
    failed: 'failed',
    warning: 'warning',
    untested: 'untested',
    not_asked: 'not asked',
  },
  run: { passed: 'PASSED', failed: 'FAILED' },
  sent: 'sent',
  received: 'received',
  wanted: 'expected',
  source: 'specification',
  expectedFailure: 'known failure',
  profile: 'profile',
  stale: 'In the baseline, but no longer failing: take these out of it.',
  created: 'Made in the shop, and left there:',
  readOnly: 'read only',
  withWrites: 'with writes',
  allEvidence: 'observations',
  requests: (count, seconds) => `${count} requests in ${seconds} s`,
  more: (count) => `… and ${count} more`,
};

const FRENCH: ReportWording = {
  title: { webservice: 'Contrôle d’un webservice', connector: 'Contrôle d’un connecteur' },
  verdicts: {
    passed: 'conforme',
    failed: 'échec',
    warning: 'avertissement',
    untested: 'non vérifié',
    not_asked: 'non demandé',
  },
  run: { passed: 'RÉUSSI', failed: 'ÉCHEC' },
  sent: 'envoyé',
  received: 'reçu',
  wanted: 'attendu',
  source: 'spécification',
  expectedFailure: 'échec connu',
  profile: 'profil',
  stale: 'Dans la liste des échecs connus, mais plus en échec : à en retirer.',
  created: 'Créé dans la boutique, et laissé :',
  readOnly: 'lecture seule',
  withWrites: 'avec écritures',
  allEvidence: 'observations',
  requests: (count, seconds) => `${count} requêtes en ${seconds} s`,
  more: (count) => `… et ${count} autre(s)`,
};

const WORDINGS: Readonly<Record<Language, ReportWording>> = { en: ENGLISH, fr: FRENCH };

export const reportWording = (language: Language): ReportWording => WORDINGS[language];
