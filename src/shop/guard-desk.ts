import type { GuardedKind } from '../domain/guard.ts';

/** Runs of the ERP that were stopped before they did too much, and what people decided. Instants are ISO 8601 in UTC. */
export interface GuardDesk {
  /** Newest first, the hundred last ones. */
  holds(): Promise<readonly GuardHold[]>;
  /** Gives the hold as it is then; undefined when there is none of that id. */
  decideHold(id: string, decision: HoldDecision): Promise<GuardHold | undefined>;
}

export const HOLD_STATUSES = ['held', 'refused', 'released', 'lifted'] as const;
/**
 * `held`: nobody has decided, such changes are refused; `refused`: somebody has, and they still are; `released`: they go
 * through until a moment; `lifted`: it is over, and runs are counted from the beginning.
 */
export type HoldStatus = (typeof HOLD_STATUSES)[number];

export interface GuardHold {
  readonly id: string;
  readonly kind: GuardedKind;
  readonly status: HoldStatus;
  /** When it was put on. */
  readonly at: string;
  /** The exchange that would have gone beyond the limit, and the product that it was about. */
  readonly exchange?: string;
  readonly reference: string;
  /** How many products the run had done it to, how many it may, and how many there are. */
  readonly count: number;
  readonly limit: number;
  readonly catalogue: number;
  readonly decidedAt?: string;
  /** Who decided. */
  readonly decidedBy?: string;
  /** Of a released one. */
  readonly until?: string;
}

export interface HoldDecision {
  readonly status: Exclude<HoldStatus, 'held'>;
  readonly by: string;
}

/** How long a released run has to come again: the connector's next pass may be tomorrow's. */
export const RELEASED_HOURS = 24;
