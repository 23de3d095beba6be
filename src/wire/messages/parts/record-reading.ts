import type { Entity } from '../../../domain/entity.ts';
import { defined } from '../../../domain/optional.ts';
import {
  type Decoded,
  decoded,
  type Problem,
  type ProblemFacts,
  problem,
  quotable,
  type Reason,
  rejected,
} from '../../../domain/problem.ts';
import type { WireOptions } from '../codec.ts';

/**
 * The reading of one record: what is remarked on the way, and the first thing that makes it unacceptable. Decoders go
 * on after that, so that they need no branch behind every field; `concluded` gives the result.
 */
export interface RecordReading {
  readonly options: WireOptions;
  readonly entity: Entity;
  /** The record's own key, once it is known. */
  record?: string;
  /** Of a record in a bulk message. */
  readonly line?: number;
  readonly warnings: Problem[];
  problem?: Problem;
}

export const startReading = (entity: Entity, options: WireOptions, line = 0): RecordReading =>
  line > 0 ? { options, entity, line, warnings: [] } : { options, entity, warnings: [] };

export function refuse(reading: RecordReading, reason: Reason, facts: ProblemFacts): void {
  reading.problem ??= located(reading, reason, facts);
}

export function remark(reading: RecordReading, reason: Reason, facts: ProblemFacts): void {
  reading.warnings.push(located(reading, reason, facts));
}

function located({ entity, record, line }: RecordReading, reason: Reason, facts: ProblemFacts): Problem {
  const { value } = facts;
  return problem(reason, {
    entity,
    ...defined({ record: record === undefined ? undefined : quotable(record) }),
    ...facts,
    ...defined({ value: value === undefined ? undefined : quotable(value), line }),
  });
}

export const concluded = <T>(reading: RecordReading, value: T): Decoded<T> =>
  reading.problem ? rejected(reading.problem) : decoded(value, reading.warnings);
