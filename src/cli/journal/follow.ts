import { setTimeout as sleep } from 'node:timers/promises';
import type { ExchangeFilter, ExchangeSummary, Journal } from '../../shop/journal.ts';

export interface FollowOptions {
  readonly filter: Omit<ExchangeFilter, 'after' | 'since' | 'limit'>;
  /** Exchanges that were shown already. */
  readonly shown: readonly ExchangeSummary[];
  readonly signal: AbortSignal;
  show(exchange: ExchangeSummary): Promise<void>;
  readonly everyMs?: number;
}

const EVERY_MS = 500;
/**
 * An exchange's id tells when it began, but it is recorded when it ends: each look goes back over this much, so that a
 * bulk message of some minutes is shown too.
 */
const LOOK_BACK_MS = 10 * 60_000;
const MOST_AT_ONCE = 5000;

/** Shows what is recorded from now on, until the signal. */
export async function followJournal(
  journal: Pick<Journal, 'exchanges'>,
  { filter, shown, signal, show, everyMs = EVERY_MS }: FollowOptions,
): Promise<void> {
  const started = Date.now();
  const seen = new Set(shown.map(({ id }) => id));
  while (!signal.aborted) {
    const since = new Date(Date.now() - LOOK_BACK_MS).toISOString();
    const fresh = await newExchanges(journal, { ...filter, since, limit: MOST_AT_ONCE }, seen);
    for (const exchange of fresh) {
      seen.add(exchange.id);
      // On the first look, what ended before the command began is no news.
      if (endOf(exchange) >= started - everyMs) await show(exchange);
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

const endOf = ({ at, durationMs }: ExchangeSummary): number => Date.parse(at) + durationMs;

/** Oldest first. */
async function newExchanges(
  journal: Pick<Journal, 'exchanges'>,
  filter: ExchangeFilter,
  seen: ReadonlySet<string>,
): Promise<readonly ExchangeSummary[]> {
  const fresh: ExchangeSummary[] = [];
  for await (const batch of journal.exchanges(filter)) fresh.push(...batch.filter(({ id }) => !seen.has(id)));
  return fresh.reverse();
}
