import { type Problem, type ProblemFacts, problem, type Reason } from '../../domain/problem.ts';

/** What was left out of one record, or changed in it. */
export interface Remarks {
  readonly about: Required<Pick<ProblemFacts, 'entity' | 'record'>>;
  readonly warnings: readonly Problem[];
  add(reason: Reason, facts: ProblemFacts): void;
  /** The same list, about a record inside this one. */
  inside(record: string): Remarks;
}

export function createRemarks(about: Remarks['about'], warnings: Problem[] = []): Remarks {
  return {
    about,
    warnings,
    add: (reason, facts) => warnings.push(problem(reason, { ...about, ...facts })),
    inside: (record) => createRemarks({ ...about, record }, warnings),
  };
}
