import { PasserelleError } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';

/** What became of a record. `value` is the record as it came to the hook that ended it, or left the last one. */
export type Passage<Value> = { readonly kind: 'passed'; readonly value: Value } | Ended<Value>;

interface Ended<Value> {
  readonly kind: 'dropped' | 'refused';
  readonly value: Value;
  readonly problem: Problem;
  /** What the hook threw. */
  readonly cause?: unknown;
}

/** What a refused record rejects with; its cause has the hook's own stack. */
export const refusalOf = ({ problem: refused, cause }: Ended<unknown>): PasserelleError =>
  new PasserelleError(refused, cause === undefined ? undefined : { cause });
