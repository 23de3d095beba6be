import type { Entity } from '../../domain/entity.ts';
import { PasserelleError } from '../../domain/error.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Read } from '../erp-source.ts';
import type { SentRecord } from '../state/sync-state.ts';
import { checkInterruption, type Run } from './run.ts';

/** One record on its way: what it is in the state, and how people call it. */
export interface Outgoing extends SentRecord {
  readonly entity: Entity;
  /** As reports name it. */
  readonly name: string;
  readonly operation: string;
}

/** The refusal of one record, or of many at once; throws again what is none and ends the run: nobody answers, or an error of our own. */
export function refusalOf(error: unknown, record?: Pick<Outgoing, 'entity' | 'name'>): Problem {
  if (!(error instanceof PasserelleError) || error.retryable) throw error;
  return { ...(record && { entity: record.entity, record: record.name }), ...error.problem };
}

/**
 * Brings one record to the other end and remembers it, or reports its refusal; says whether it is there. Never tries
 * twice: after a lost reply nobody knows what the other end has done, and the next run looks first.
 */
export async function sendOne(
  run: Run,
  record: Outgoing,
  write: () => Promise<{ readonly warnings: readonly Problem[] } | undefined>,
): Promise<boolean> {
  const { options, state, tally } = run;
  checkInterruption(run);
  try {
    const written = options.dryRun ? undefined : await write();
    tally.warn(...(written?.warnings ?? []));
  } catch (error) {
    tally.failed(refusalOf(error, record));
    return false;
  }
  state.markSent(record);
  tally.sent(record.operation, record.name);
  return true;
}

/** Whether a record is at the other end already, just as it is. */
export const isUnchanged = ({ options, state }: Run, record: SentRecord): boolean =>
  !options.everything && state.isSent(record);

/** The readable records of a source; the others are reported. */
export async function* readableBatches<T>(
  run: Run,
  batches: AsyncIterable<readonly Read<T>[]>,
): AsyncGenerator<readonly T[]> {
  for await (const batch of batches) {
    checkInterruption(run);
    const values: T[] = [];
    for (const read of batch) {
      if ('value' in read) values.push(read.value);
      else run.tally.failed(read.problem);
    }
    yield values;
  }
}

/** As readableBatches, one by one. */
export async function* readable<T>(run: Run, batches: AsyncIterable<readonly Read<T>[]>): AsyncGenerator<T> {
  for await (const values of readableBatches(run, batches)) {
    for (const value of values) {
      checkInterruption(run);
      yield value;
    }
  }
}
