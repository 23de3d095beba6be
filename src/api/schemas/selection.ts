import { z } from 'zod';
import { fail } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import { EXCHANGE_OUTCOMES, type ExchangeFilter } from '../../shop/journal.ts';
import type { Selection } from '../../shop/replay.ts';
import { momentInput, readInstant } from './inputs.ts';
import { named } from './named.ts';

/** Which exchanges, by what they are; in a list's query and in a selection alike. */
export const EXCHANGE_FILTER = {
  since: momentInput()
    .exactOptional()
    .describe(
      'At this moment or later: `2026-01-31 14:05:00` or a day on the shop’s wall clock, or an instant.',
    ),
  resource: z
    .string()
    .exactOptional()
    .describe('Such as `update_product`; empty: where it could not be told.'),
  reference: z.string().exactOptional().describe('The record’s key; empty: lists and bulk messages.'),
  outcome: z.array(z.enum(EXCHANGE_OUTCOMES)).min(1).exactOptional().describe('With one of these.'),
  run: z.string().min(1).exactOptional().describe('The id of a run: only its exchanges.'),
};

const filter = z.strictObject(EXCHANGE_FILTER);

interface Where {
  readonly timeZone: string;
}

export const exchangeFilter = (
  { since, resource, reference, outcome, run }: z.output<typeof filter>,
  { timeZone }: Where,
): ExchangeFilter =>
  defined({
    since: since === undefined ? undefined : readInstant(since, timeZone),
    resource,
    reference,
    outcomes: outcome,
    run,
  });

const MOST_NAMED = 1000;

/** Of the body of a call about several exchanges. */
export const SELECTION = {
  exchanges: z
    .array(z.string().min(1))
    .min(1)
    .max(MOST_NAMED)
    .exactOptional()
    .describe('Ids of exchanges. Either these or `select`.'),
  select: named('ExchangeSelection', filter)
    .exactOptional()
    .describe('All that this finds, as in the list of exchanges, but for those of callers without a key.'),
};

const selection = z.object(SELECTION);

/** Throws `selection_missing`. */
export function selectionFrom({ exchanges, select }: z.output<typeof selection>, where: Where): Selection {
  if ((exchanges === undefined) === (select === undefined))
    throw fail('selection_missing', { expected: 'exchanges | select' });
  return exchanges ? { named: exchanges } : { filter: exchangeFilter(select ?? {}, where) };
}
