import { fail } from '../domain/error.ts';
import type { Journal, RecordedExchange } from './journal.ts';

/** The exchange of an id that somebody gave. Rejects with `exchange_unknown`. */
export async function knownExchange(
  journal: Pick<Journal, 'exchange'>,
  id: string,
): Promise<RecordedExchange> {
  const exchange = await journal.exchange(id);
  if (!exchange) throw fail('exchange_unknown', { value: id });
  return exchange;
}
