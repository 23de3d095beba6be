import type { ReplayResult, Selection } from '../shop/replay.ts';
import type { Language } from '../shop/wording.ts';

/** Sends exchanges of a shop's journal again, and packs them: what a server does, beside the ports. */
export interface Replays {
  /**
   * On a copy of the shop, which is gone at the end. Rejects with `too_many_exchanges`, `copy_unsupported` (the steps too)
   * and `replay_under_way`.
   */
  onCopy(asked: ReplayAsked): Promise<ReplayRun>;
  /**
   * In the shop itself. What hands orders over is sent only where it is named. Rejects with `too_many_exchanges`, and the
   * steps where the store fails.
   */
  forReal(asked: ReplayAsked): Promise<ReplayRun>;
  /** Rejects with `too_many_exchanges` and `exchange_unknown`. */
  bundle(asked: BundleAsked): Promise<Bundle>;
}

export interface ReplayAsked {
  readonly selection: Selection;
  /** Takes the place of the request. */
  readonly edited?: string;
  /** Aborted when nobody waits any more: what is not replayed by then is left. */
  readonly signal: AbortSignal;
}

export interface ReplayRun {
  /** How many exchanges there are. */
  readonly total: number;
  /** It goes on as far as they are read. */
  readonly steps: AsyncIterable<ReplayStep>;
}

export type ReplayStep =
  | { readonly kind: 'copied' }
  | { readonly kind: 'results'; readonly results: readonly ReplayResult[] };

export interface BundleAsked {
  readonly selection: Selection;
  /** Of its first page. */
  readonly language: Language;
  /** Without names, addresses and telephone numbers. */
  readonly isRedacted: boolean;
}

/** A zip as it comes into being. */
export interface Bundle {
  /** Of a file, without its ending. */
  readonly name: string;
  readonly total: number;
  readonly zip: AsyncIterable<Uint8Array>;
}
