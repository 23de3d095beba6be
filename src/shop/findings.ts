import type { Problem } from '../domain/problem.ts';

/** Problems of one kind: all are counted, the first hundred kept. */
export interface Findings {
  readonly count: number;
  readonly kept: readonly Problem[];
}
