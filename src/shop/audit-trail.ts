import type { Reason } from '../domain/problem.ts';
import type { Page, PageQuery } from './pages.ts';

/** What users of the console did, or tried to do. */
export interface AuditTrail {
  /** Before it is done; `outcome` is told here only of what is refused at once. Gives the entry's id. */
  noteAction(action: NewAction): Promise<number>;
  settleAction(id: number, outcome: ActionOutcome): Promise<void>;
  /** Newest first. */
  actions(query: PageQuery): Promise<Page<AuditedAction>>;
  /** Drops what is older than `before`, in small steps. Gives how many. */
  pruneActions(before: string): Promise<number>;
}

export interface NewAction extends Partial<ActionOutcome> {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The user's name, or the one that was said where nobody was known. */
  readonly user: string;
  readonly remoteAddress: string;
  /** A stable name: `setOrderState`. */
  readonly action: string;
  /** The shop's name, where it is about one. */
  readonly shop?: string;
  /** What it is about: an order's id, a user's name. */
  readonly subject?: string;
}

export interface ActionOutcome {
  /** `refused`: the caller's error; `failed`: ours. */
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly reason?: Reason;
  /** What it was about, where that is known only now: what it made. */
  readonly subject?: string;
}

/** Without an outcome it was never told: the server ended meanwhile. */
export interface AuditedAction extends NewAction {
  readonly id: number;
}
