import {
  type Problem,
  type ProblemCode,
  type ProblemFacts,
  problem,
  REASONS,
  type Reason,
} from './problem.ts';

/** The one error class: a problem that stops what is going on. `code` is stable; see shop/errors.ts. */
export class PasserelleError extends Error {
  readonly problem: Problem;

  constructor(failure: Problem, options?: { cause?: unknown }) {
    super(`${failure.reason} ${JSON.stringify(failure)}`, options);
    this.name = 'PasserelleError';
    this.problem = failure;
  }

  get code(): ProblemCode {
    const code = REASONS[this.problem.reason];
    return code === 'warning' ? 'internal' : code;
  }

  /** Whether the same call may succeed later without any change. */
  get retryable(): boolean {
    return this.code === 'store_unavailable' || this.code === 'rate_limited';
  }
}

/** `throw fail('not_a_number', { field: 'stock' })` */
export const fail = (reason: Reason, facts: ProblemFacts = {}, cause?: unknown): PasserelleError =>
  new PasserelleError(problem(reason, facts), cause === undefined ? undefined : { cause });
