import type { CheckOptions } from './options.ts';
import type { Finding } from './report.ts';
import type { Requirement } from './requirement.ts';
import type { Texts } from './texts.ts';

type Asked = Pick<CheckOptions, 'profile' | 'write' | 'order' | 'language' | 'baseline'>;
type Observed = Pick<Finding, 'evidence' | 'reason'>;

const NOT_ASKED: Readonly<Record<'write' | 'order' | 'profile', Texts>> = {
  write: { fr: 'Demande --write.', en: 'It needs --write.' },
  order: { fr: 'Demande --write et --order ID.', en: 'It needs --write and --order ID.' },
  profile: { fr: 'Ne concerne pas ce profil.', en: 'It is not asked in this profile.' },
};

const NOTHING_SEEN: Texts = {
  fr: 'Rien n’a permis de le constater.',
  en: 'Nothing showed it either way.',
};

/** What the observations of one requirement come to. */
export function conclude(requirement: Requirement, observed: Observed, asked: Asked): Finding {
  const barrier = barrierOf(requirement, asked);
  if (barrier) {
    return { requirement, verdict: 'not_asked', evidence: [], reason: NOT_ASKED[barrier][asked.language] };
  }
  const { evidence, reason } = observed;
  if (evidence.length === 0) {
    const why = reason ?? NOTHING_SEEN[asked.language];
    return { requirement, verdict: 'untested', evidence, reason: why, ...expectedIn(requirement, asked) };
  }
  if (evidence.every(({ ok }) => ok)) return { requirement, verdict: 'passed', evidence };
  const verdict = requirement.severity === 'should' ? 'warning' : 'failed';
  return { requirement, verdict, evidence, ...expectedIn(requirement, asked) };
}

function barrierOf({ needs, profiles }: Requirement, { profile, write, order }: Asked) {
  if (profiles !== undefined && !profiles.includes(profile)) return 'profile';
  if (needs === 'order' && !(write && order !== undefined)) return 'order';
  return needs === 'write' && !write ? 'write' : undefined;
}

const expectedIn = ({ id }: Requirement, { baseline = [] }: Asked): Pick<Finding, 'expected'> =>
  baseline.includes(id) ? { expected: true } : {};

/** Entries of the baseline that did not come true, or name nothing: a requirement that was not asked proves neither. */
export const staleEntries = (findings: readonly Finding[], baseline: readonly string[]): string[] =>
  baseline.filter((id) => {
    const finding = findings.find(({ requirement }) => requirement.id === id);
    return finding === undefined || (finding.expected !== true && finding.verdict !== 'not_asked');
  });
