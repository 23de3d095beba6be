import type { Finding } from './report.ts';
import type { Language, ProfileName } from './requirement.ts';

export interface CheckOptions {
  /** The webservice's one URL. */
  readonly url: string;
  readonly key: string;
  readonly profile: ProfileName;
  readonly language: Language;
  /** Makes records of its own in the shop; without it nothing is ever written. */
  readonly write: boolean;
  /** An order of the shop that may be confirmed for good. */
  readonly order?: string;
  /** Begins every reference that is made: `PASSERELLE-CHECK-…` and a random part by default. */
  readonly prefix?: string;
  /** Longest wait for one reply, in milliseconds; 30,000 by default. */
  readonly timeoutMs?: number;
  /** Ids of requirements that are known to fail. */
  readonly baseline?: readonly string[];
  readonly onFinding?: (finding: Finding, done: number, total: number) => void;
  readonly signal?: AbortSignal;
}
