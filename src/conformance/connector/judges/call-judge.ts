import type { Call } from '../request/call.ts';
import type { Observation } from './observation.ts';

/** What a single call is held against. */
export interface CallContext {
  readonly key: string;
  /** Path and query that were announced. */
  readonly target: string;
  /** Ids of the orders that the shop has. */
  readonly isOrder: (id: string) => boolean;
}

/** Judges one call alone; gives nothing where the call has nothing of the kind. */
export type CallJudge = (call: Call, context: CallContext) => readonly Observation[];
