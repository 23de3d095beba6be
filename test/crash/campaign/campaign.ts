import type { Ledger } from './ledger.ts';
import type { Servers } from './servers.ts';

/** What clients and disturbances of one campaign share. */
export interface Campaign {
  /** How many calls are made. */
  readonly calls: number;
  /** Of all that chance decides. */
  readonly seed: number;
  readonly servers: Servers;
  readonly ledger: Ledger;
  readonly tally: Tally;
  /** Aborted when something went wrong: everybody stops. */
  readonly signal: AbortSignal;
}

export interface Tally {
  begun: number;
  acknowledged: number;
  /** Not repeated after a failure: nobody knows what became of them. */
  givenUp: number;
  /** Failures by what was seen of them. */
  readonly failures: Map<string, number>;
  /** Who wants to know which server is the next one to acknowledge a call. */
  readonly listeners: ((url: string) => void)[];
}

export const createTally = (): Tally => ({
  begun: 0,
  acknowledged: 0,
  givenUp: 0,
  failures: new Map(),
  listeners: [],
});
