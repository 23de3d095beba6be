import { fail } from '../../domain/error.ts';
import { EXCHANGE_OUTCOMES, type ExchangeFilter, type ExchangeOutcome } from '../../shop/journal.ts';
import type { ShopCommand } from '../commands/context.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';
import { parseSince } from './since.ts';

/** Which exchanges a command is about. */
export interface SelectOptions {
  readonly since?: string;
  readonly resource?: string;
  readonly reference?: string;
  readonly outcome?: string;
  readonly run?: string;
}

export function sinceOption(
  { language, shop: { timeZone } }: Pick<ShopCommand, 'language' | 'shop'>,
  { since }: SelectOptions,
): Pick<ExchangeFilter, 'since'> {
  if (since === undefined) return {};
  const moment = parseSince(since, { now: new Date(), timeZone });
  if (moment !== undefined) return { since: moment };
  const { sinceExpected: expected } = JOURNAL_WORDING[language];
  throw fail('option_invalid', { field: '--since', value: since, expected });
}

export function filterFromOptions({
  resource,
  reference,
  outcome,
  run,
}: SelectOptions): Omit<ExchangeFilter, 'since' | 'limit'> {
  return {
    ...(resource !== undefined && { resource }),
    ...(reference !== undefined && { reference }),
    ...(run !== undefined && { run }),
    ...(outcome !== undefined && { outcomes: outcome.split(',').map(parseOutcome) }),
  };
}

function parseOutcome(text: string): ExchangeOutcome {
  const found = EXCHANGE_OUTCOMES.find((outcome) => outcome === text.trim());
  if (found) return found;
  throw fail('option_invalid', { field: '--outcome', value: text, expected: EXCHANGE_OUTCOMES.join(', ') });
}
