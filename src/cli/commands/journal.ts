import { Command } from 'commander';
import { fail } from '../../domain/error.ts';
import {
  EXCHANGE_OUTCOMES,
  type ExchangeFilter,
  type ExchangeOutcome,
  type ExchangeSummary,
} from '../../shop/backoffice.ts';
import type { Store } from '../../store/open.ts';
import { interruption } from '../interruption.ts';
import { followJournal } from '../journal/follow.ts';
import { type FormatOptions, formatExchange, formatWhole } from '../journal/format.ts';
import { parseSince } from '../journal/since.ts';
import { writeLine } from '../terminal.ts';
import { type CommandContext, onStoredShop, type ShopCommand } from './context.ts';

interface ListOptions {
  readonly follow?: boolean;
  readonly since?: string;
  readonly resource?: string;
  readonly reference?: string;
  readonly outcome?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

export function createJournalCommand(context: CommandContext): Command {
  const { help } = context.wording;
  return new Command('journal')
    .description(help.journal)
    .option('--follow', help.journalFollow)
    .option('--since <moment>', help.journalSince)
    .option('--resource <name>', help.journalResource)
    .option('--reference <key>', help.journalReference)
    .option('--outcome <outcomes>', help.journalOutcome)
    .option('--limit <number>', help.journalLimit)
    .option('--json', help.journalJson)
    .action((options: ListOptions, command: Command) =>
      onStoredShop(context, command, (store, shopCommand) => list(store, shopCommand, options)),
    )
    .addCommand(createShowCommand(context));
}

const createShowCommand = (context: CommandContext): Command =>
  new Command('show')
    .description(context.wording.help.journalShow)
    .argument('<id>', context.wording.help.exchangeId)
    .action((id: string, _options: unknown, command: Command) =>
      onStoredShop(context, command, async ({ backoffice }, shopCommand) => {
        const exchange = await backoffice.exchange(id);
        if (!exchange) throw fail('exchange_unknown', { value: id });
        const { json } = command.optsWithGlobals<ListOptions>();
        const text = json ? JSON.stringify(exchange) : formatWhole(exchange, formatOptions(shopCommand));
        await writeLine(shopCommand.terminal.output, text);
      }),
    );

const formatOptions = ({ language, wording, shop }: ShopCommand): FormatOptions => ({
  language,
  timeZone: shop.timeZone,
  wording: wording.journal,
});

async function list({ backoffice }: Store, command: ShopCommand, options: ListOptions): Promise<void> {
  const { output, errors } = command.terminal;
  const wording = command.wording.journal;
  const filter = filterFromOptions(options);
  const since = sinceOption(command, options);
  const limit = limitOption(command, options);
  const format = formatOptions(command);
  const show = (exchange: ExchangeSummary): Promise<void> =>
    writeLine(output, options.json ? JSON.stringify(exchange) : formatExchange(exchange, format));

  // One more than is shown tells whether there is more.
  const newestFirst: ExchangeSummary[] = [];
  for await (const batch of backoffice.exchanges({ ...filter, ...since, limit: limit + 1 }))
    newestFirst.push(...batch);
  const shown = newestFirst.slice(0, limit).reverse();
  for (const exchange of shown) await show(exchange);
  if (newestFirst.length > limit) await writeLine(errors, wording.more(limit));
  if (options.follow) await followJournal(backoffice, { filter, shown, show, signal: interruption() });
  else if (shown.length === 0) await writeLine(errors, wording.empty);
}

const DEFAULT_LIMIT = 50;
const DEFAULT_LIMIT_SINCE = 1000;

function limitOption({ wording }: CommandContext, { limit, since }: ListOptions): number {
  if (limit === undefined) return since === undefined ? DEFAULT_LIMIT : DEFAULT_LIMIT_SINCE;
  if (/^[1-9]\d{0,6}$/.test(limit)) return Number(limit);
  throw fail('option_invalid', { field: '--limit', value: limit, expected: wording.journal.limitExpected });
}

function sinceOption(
  { wording, shop: { timeZone } }: ShopCommand,
  { since }: ListOptions,
): Pick<ExchangeFilter, 'since'> {
  if (since === undefined) return {};
  const moment = parseSince(since, { now: new Date(), timeZone });
  if (moment !== undefined) return { since: moment };
  throw fail('option_invalid', { field: '--since', value: since, expected: wording.journal.sinceExpected });
}

function filterFromOptions({
  resource,
  reference,
  outcome,
}: ListOptions): Omit<ExchangeFilter, 'since' | 'limit'> {
  return {
    ...(resource !== undefined && { resource }),
    ...(reference !== undefined && { reference }),
    ...(outcome !== undefined && { outcomes: outcome.split(',').map(parseOutcome) }),
  };
}

function parseOutcome(text: string): ExchangeOutcome {
  const found = EXCHANGE_OUTCOMES.find((outcome) => outcome === text.trim());
  if (found) return found;
  throw fail('option_invalid', { field: '--outcome', value: text, expected: EXCHANGE_OUTCOMES.join(', ') });
}
