import { REASONS } from '../domain/problem.ts';
import type { ExchangeFilter, ExchangeSummary, Journal } from '../shop/journal.ts';

/** The ids of exchanges that somebody with a key made, oldest first. */
export async function selectExchanges(
  journal: Pick<Journal, 'exchanges'>,
  filter: ExchangeFilter,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const batch of journal.exchanges(filter))
    for (const exchange of batch) if (!isStrangers(exchange)) ids.push(exchange.id);
  return ids.reverse();
}

const isStrangers = ({ problem }: ExchangeSummary): boolean =>
  problem !== undefined && REASONS[problem.reason] === 'unauthorized';
