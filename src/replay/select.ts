import { fail } from '../domain/error.ts';
import { REASONS } from '../domain/problem.ts';
import type { ExchangeFilter, ExchangeSummary, Journal } from '../shop/journal.ts';
import type { Selection } from '../shop/replay.ts';

export interface Bounds {
  /** How many there may be; any number by default. */
  readonly most?: number;
  /** Of what a filter finds, only what the connector sent: a replay is not replayed beside its own original. */
  readonly withoutReplays?: boolean;
}

/** The ids of a selection, each once, in their order of time. Rejects with `too_many_exchanges`. */
export async function idsOf(
  journal: Pick<Journal, 'exchanges'>,
  selection: Selection,
  bounds: Bounds = {},
): Promise<readonly string[]> {
  if ('filter' in selection) return selectExchanges(journal, selection.filter, bounds);
  const ids = [...new Set(selection.named)].sort();
  requireFew(ids.length, bounds);
  return ids;
}

/** The ids of exchanges that somebody with a key made, oldest first. Rejects with `too_many_exchanges`. */
export async function selectExchanges(
  journal: Pick<Journal, 'exchanges'>,
  filter: ExchangeFilter,
  bounds: Bounds = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const batch of journal.exchanges(filter)) {
    for (const exchange of batch)
      if (!isStrangers(exchange) && !(bounds.withoutReplays && exchange.replayOf !== undefined))
        ids.push(exchange.id);
    requireFew(ids.length, bounds);
  }
  return ids.reverse();
}

function requireFew(count: number, { most = Number.POSITIVE_INFINITY }: Bounds): void {
  if (count > most) throw fail('too_many_exchanges', { limit: most });
}

const isStrangers = ({ problem }: ExchangeSummary): boolean =>
  problem !== undefined && REASONS[problem.reason] === 'unauthorized';
