import type { ProfileName, Requirement } from './requirement.ts';

/** One observation that speaks for or against a requirement. */
export interface Evidence {
  /** What was looked at, in a few words: `products_list, limit=0,3`. */
  readonly what: string;
  readonly ok: boolean;
  /** The request: its variables and `data`, the key masked; shortened. */
  readonly sent: string;
  /** Status line and body as they came; shortened. */
  readonly received: string;
  /** What would have been right. */
  readonly expected: string;
}

/**
 * `failed`: a `must` that does not hold; `warning`: a `should` that does not. `untested`: asked for, but nothing could be
 * observed, which is red too: a check that cannot be made is not passed. `not_asked`: it needs `--write` or `--order`, or
 * belongs to another profile.
 */
export type Verdict = 'passed' | 'failed' | 'warning' | 'untested' | 'not_asked';

export interface Finding {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  /** Every observation; for reports, failing ones first. */
  readonly evidence: readonly Evidence[];
  /** Of `untested` and `not_asked`: why, in a sentence. */
  readonly reason?: string;
  /** Set where the baseline expects this failure: it then does not fail the run. */
  readonly expected?: true;
}

export interface CheckReport {
  /** The webservice's URL, or the URL that a connector was to call. */
  readonly target: string;
  readonly kind: 'webservice' | 'connector';
  readonly profile: ProfileName;
  readonly write: boolean;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly requests: number;
  readonly findings: readonly Finding[];
  /** Entries of the baseline that did not fail: each is a failure of the run. */
  readonly stale: readonly string[];
  /** References, customer codes, piece numbers that `--write` made and left in the shop. */
  readonly created: readonly string[];
}

/** Whether the run passed: nothing failed unexpectedly, nothing untested, nothing stale. */
export const hasPassed = ({ findings, stale }: CheckReport): boolean =>
  stale.length === 0 &&
  findings.every(({ verdict, expected }) => expected || (verdict !== 'failed' && verdict !== 'untested'));
