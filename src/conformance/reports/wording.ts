import type { Verdict } from '../report.ts';
import type { Language, Severity } from '../requirement.ts';

/** What the reports say beside the requirements' own sentences. */
export interface ReportWording {
  readonly title: Readonly<Record<'webservice' | 'connector', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly run: Readonly<Record<'passed' | 'failed', string>>;
  readonly sent: string;
  readonly received: string;
  readonly wanted: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly expectedFailure: string;
  readonly profile: string;
  readonly stale: string;
  /** Of one entry. */
  readonly staleEntry: string;
  /** Ids of the baseline that no requirement has. */
  readonly unknown: string;
  readonly unknownEntry: string;
  readonly created: string;
  readonly readOnly: string;
  readonly withWrites: string;
  /** Where it is written: a requirement's section, or that the specification does not have it. */
  source(section: string): string;
  counted(count: number, verdict: Verdict): string;
  /** Of those counted as failed, untested or warnings, how many the baseline expects. */
  known(count: number): string;
  /** The run's verdict, then what it consists of. */
  sum(run: string, counts: string): string;
  observations(count: number): string;
  requests(count: number, seconds: number): string;
  more(count: number): string;
  moreCreated(count: number): string;
}

const LATER = 'later editions';

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
  severities: { must: 'must', should: 'should' },
  expectedFailure: 'known failure',
  profile: 'profile',
  stale: 'In the baseline, but no longer failing: take these out of it.',
  staleEntry: 'in the baseline, but no longer failing',
  unknown: 'In the baseline, but no requirement has such an id: look for a typing error.',
  unknownEntry: 'in the baseline, but no requirement has this id',
  created: 'Made in the shop, and left there:',
  readOnly: 'read only',
  withWrites: 'with writes',
  source: (section) =>
    section === LATER ? 'later editions (not in the specification V3.5)' : `specification ${section}`,
  counted: (count, verdict) =>
    verdict === 'warning' && count !== 1 ? `${count} warnings` : `${count} ${ENGLISH.verdicts[verdict]}`,
  known: (count) => `${count} of them known`,
  sum: (run, counts) => `${run}: ${counts}`,
  observations: (count) => (count === 1 ? '1 observation' : `${count} observations`),
  requests: (count, seconds) => `${count} ${count === 1 ? 'request' : 'requests'} in ${seconds} s`,
  more: (count) => `… and ${count} more`,
  moreCreated: (count) => `… and ${count} more; --html and --json list them all`,
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
  severities: { must: 'obligatoire', should: 'recommandé' },
  expectedFailure: 'échec connu',
  profile: 'profil',
  stale: 'Dans la liste des échecs connus, mais plus en échec : à en retirer.',
  staleEntry: 'dans la liste des échecs connus, mais plus en échec',
  unknown: 'Dans la liste des échecs connus, mais aucune exigence n’a cet identifiant : faute de frappe ?',
  unknownEntry: 'dans la liste des échecs connus, mais aucune exigence n’a cet identifiant',
  created: 'Créé dans la boutique, et laissé :',
  readOnly: 'lecture seule',
  withWrites: 'avec écritures',
  source: (section) =>
    section === LATER ? 'éditions ultérieures (hors spécification V3.5)' : `spécification ${section}`,
  counted: (count, verdict) => `${count} ${count > 1 ? FRENCH_PLURALS[verdict] : FRENCH.verdicts[verdict]}`,
  known: (count) => `dont ${count} ${count > 1 ? 'connus' : 'connu'}`,
  sum: (run, counts) => `${run} : ${counts}`,
  observations: (count) => `${count} ${count > 1 ? 'observations' : 'observation'}`,
  requests: (count, seconds) =>
    `${count} ${count > 1 ? 'requêtes' : 'requête'} en ${String(seconds).replace('.', ',')} s`,
  more: (count) => `… et ${count} ${count > 1 ? 'autres' : 'autre'}`,
  moreCreated: (count) =>
    `… et ${count} ${count > 1 ? 'autres' : 'autre'} ; --html et --json donnent toute la liste`,
};

const FRENCH_PLURALS: Readonly<Record<Verdict, string>> = {
  passed: 'conformes',
  failed: 'échecs',
  warning: 'avertissements',
  untested: 'non vérifiés',
  not_asked: 'non demandés',
};

const WORDINGS: Readonly<Record<Language, ReportWording>> = { en: ENGLISH, fr: FRENCH };

export const reportWording = (language: Language): ReportWording => WORDINGS[language];
