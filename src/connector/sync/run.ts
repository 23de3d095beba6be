import { fail } from '../../domain/error.ts';
import type { SyncState } from '../state/sync-state.ts';
import type { SyncOptions } from './options.ts';
import type { Tally } from './tally.ts';

/** One flow of one run: everything that it works with. */
export interface Run {
  readonly options: SyncOptions;
  readonly state: SyncState;
  readonly tally: Tally;
  /** The instant at which the flow began. */
  readonly startedAt: Date;
}

/** Between two records: throws `run_interrupted` once somebody has ended the run. */
export function checkInterruption({ options }: Run): void {
  if (options.signal?.aborted) throw fail('run_interrupted');
}
