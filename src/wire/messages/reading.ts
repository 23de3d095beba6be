import {
  type Decoded,
  decoded,
  type Problem,
  type ProblemFacts,
  problem,
  quotable,
  type Reason,
  rejected,
} from '../../domain/problem.ts';
import type { WireOptions } from './codec.ts';

/**
 * The reading of one record: what is remarked on the way, and the first thing that makes it unacceptable. Decoders go
 * on after that, so that they need no branch behind every field; `concluded` gives the result.
 */
export interface Reading {
  readonly options: WireOptions;
  /** The record's kind in the wire's word. */
  readonly entity: string;
  /** The record's own key, once it is known. */
  record?: string;
  /** Of a record in a bulk message. */
  readonly line?: number;
  readonly warnings: Problem[];
  problem?: Problem;
}

export const startReading = (entity: string, options: WireOptions, line = 0): Reading =>
  line > 0 ? { options, entity, line, warnings: [] } : { options, entity, warnings: [] };

export function refuse(reading: Reading, reason: Reason, facts: ProblemFacts): void {
  reading.problem ??= located(reading, reason, facts);
}

export function remark(reading: Reading, reason: Reason, facts: ProblemFacts): void {
  reading.warnings.push(located(reading, reason, facts));
}

function located({ entity, record, line }: Reading, reason: Reason, facts: ProblemFacts): Problem {
  return problem(reason, {
    entity,
    ...(record === undefined ? {} : { record: quotable(record) }),
    ...facts,
    ...(facts.value === undefined ? {} : { value: quotable(facts.value) }),
    ...(line === undefined ? {} : { line }),
  });
}

export const concluded = <T>(reading: Reading, value: T): Decoded<T> =>
  reading.problem ? rejected(reading.problem) : decoded(value, reading.warnings);
