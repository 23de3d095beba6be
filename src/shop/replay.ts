import type { RecordEffect } from '../domain/effect.ts';
import type { Problem } from '../domain/problem.ts';
import type { Exchange, ExchangeFilter, ExchangeSummary, RecordedExchange } from './journal.ts';

/** Exchanges of the journal: those that somebody names, by their ids, or those that a filter finds. */
export type Selection = { readonly named: readonly string[] } | { readonly filter: ExchangeFilter };

/** An exchange, and what became of the same request now. */
export interface Replay {
  readonly before: RecordedExchange;
  readonly after: Exchange;
  readonly sameReply: boolean;
  /** Outcome and problem. */
  readonly sameOutcome: boolean;
  /** What it did to records of the target. */
  readonly effect: readonly RecordEffect[];
}

/** What became of one of many: it was replayed, or it cannot or may not be. */
export type ReplayResult =
  | { readonly ok: true; readonly replay: Replay }
  | {
      readonly ok: false;
      readonly id: string;
      readonly exchange?: ExchangeSummary;
      readonly problem: Problem;
    };

/** What became of a selection of exchanges. */
export interface ReplayCounts {
  readonly replayed: number;
  /** Of these, with another outcome or another reply than before. */
  readonly different: number;
  /** Of these, that changed something. */
  readonly effective: number;
  /** That were not replayed. */
  readonly left: number;
}

export const NOTHING_REPLAYED: ReplayCounts = { replayed: 0, different: 0, effective: 0, left: 0 };

export function withResult(counts: ReplayCounts, result: ReplayResult): ReplayCounts {
  if (!result.ok) return { ...counts, left: counts.left + 1 };
  const { sameReply, sameOutcome, effect } = result.replay;
  return {
    ...counts,
    replayed: counts.replayed + 1,
    different: counts.different + (sameReply && sameOutcome ? 0 : 1),
    effective: counts.effective + (effect.length > 0 ? 1 : 0),
  };
}
