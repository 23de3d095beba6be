import type { Language } from '../../i18n/words.ts';
import type { Tone } from '../../parts/tone.ts';

const VERDICTS = ['failed', 'untested', 'warning', 'passed', 'not_asked'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Finding {
  readonly requirement: {
    readonly id: string;
    readonly sentence: Readonly<Record<Language, string>>;
    readonly section: string;
  };
  readonly verdict: Verdict;
  readonly evidence: readonly {
    readonly what: string;
    readonly ok: boolean;
    readonly expected: string;
  }[];
  readonly reason?: string;
}

/** A line of the reply of `POST /console/connection/check`. */
export type CheckLine =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'report';
      readonly passed: boolean;
      readonly report: { readonly findings: readonly Finding[] };
    }
  | { readonly kind: 'problem'; readonly reason: string; readonly detail: string };

export const VERDICT_TONES: Readonly<Record<Verdict, Tone | undefined>> = {
  failed: 'error',
  untested: 'alert',
  warning: 'alert',
  passed: 'ok',
  not_asked: undefined,
};

/** What wants a look first. */
export const sortedFindings = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));

export const countOf = (findings: readonly Finding[], ...verdicts: readonly Verdict[]): number =>
  findings.filter(({ verdict }) => verdicts.includes(verdict)).length;
