import { Command } from 'commander';
import type { OpenedShop } from '../../composition/opened-shop.ts';
import { fail } from '../../domain/error.ts';
import type { ExchangeRun, ExchangeSummary } from '../../shop/journal.ts';
import { knownExchange } from '../../shop/known-exchange.ts';
import { interruption } from '../interruption.ts';
import { followJournal } from '../journal/follow.ts';
import { type FormatOptions, formatExchange } from '../journal/format.ts';
import { formatRun } from '../journal/format-run.ts';
import { formatWhole } from '../journal/format-whole.ts';
import { filterFromOptions, type SelectOptions, sinceOption } from '../journal/select-options.ts';
import { writeLine } from '../terminal.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';
import { type CommandContext, onStoredShop, type ShopCommand } from './context.ts';

interface ListOptions extends SelectOptions {
  readonly follow?: boolean;
  readonly limit?: string;
  readonly json?: boolean;
}

export function createJournalCommand(context: CommandContext): Command {
  const { help } = JOURNAL_WORDING[context.language];
  return new Command('journal')
    .description(help.journal)
    .option('--follow', help.follow)
    .option('--since <moment>', help.since)
    .option('--resource <name>', help.resource)
    .option('--reference <key>', help.reference)
    .option('--outcome <outcomes>', help.outcome)
    .option('--run <id>', help.run)
    .option('--limit <number>', help.limit)
    .option('--json', help.json)
    .action((options: ListOptions, command: Command) =>
      onStoredShop(context, command, (opened, shopCommand) => list(opened, shopCommand, options)),
    )
    .addCommand(createShowCommand(context))
    .addCommand(createRunsCommand(context));
}

const createShowCommand = (context: CommandContext): Command =>
  new Command('show')
    .description(JOURNAL_WORDING[context.language].help.show)
    .argument('<id>', JOURNAL_WORDING[context.language].help.id)
    .action((id: string, _options: unknown, command: Command) =>
      onStoredShop(context, command, async ({ journal }, shopCommand) => {
        const exchange = await knownExchange(journal, id);
        const { json } = command.optsWithGlobals<ListOptions>();
        const text = json ? JSON.stringify(exchange) : formatWhole(exchange, formatOptions(shopCommand));
        await writeLine(shopCommand.terminal.output, text);
      }),
    );

const createRunsCommand = (context: CommandContext): Command =>
  new Command('runs')
    .description(JOURNAL_WORDING[context.language].help.runs)
    .action((_options: unknown, command: Command) =>
      onStoredShop(context, command, (opened, shopCommand) =>
        listRuns(opened, shopCommand, command.optsWithGlobals<ListOptions>()),
      ),
    );

async function listRuns({ journal }: OpenedShop, command: ShopCommand, options: ListOptions): Promise<void> {
  const { output, errors } = command.terminal;
  const wording = JOURNAL_WORDING[command.language];
  const limit = limitOption(command, options);
  const format = formatOptions(command);
  const newestFirst: ExchangeRun[] = [];
  for await (const batch of journal.runs({ ...sinceOption(command, options), limit: limit + 1 }))
    newestFirst.push(...batch);
  for (const run of newestFirst.slice(0, limit).reverse())
    await writeLine(output, options.json ? JSON.stringify(run) : formatRun(run, format));
  if (newestFirst.length > limit) await writeLine(errors, wording.more(limit));
  if (newestFirst.length === 0) await writeLine(errors, wording.empty);
}

const formatOptions = ({ language, shop }: ShopCommand): FormatOptions => ({
  language,
  timeZone: shop.timeZone,
  wording: JOURNAL_WORDING[language],
});

async function list({ journal }: OpenedShop, command: ShopCommand, options: ListOptions): Promise<void> {
  const { output, errors } = command.terminal;
  const wording = JOURNAL_WORDING[command.language];
  const filter = filterFromOptions(options);
  const since = sinceOption(command, options);
  const limit = limitOption(command, options);
  const format = formatOptions(command);
  const show = (exchange: ExchangeSummary): Promise<void> =>
    writeLine(output, options.json ? JSON.stringify(exchange) : formatExchange(exchange, format));

  // One more than is shown tells whether there is more.
  const newestFirst: ExchangeSummary[] = [];
  for await (const batch of journal.exchanges({ ...filter, ...since, limit: limit + 1 }))
    newestFirst.push(...batch);
  const shown = newestFirst.slice(0, limit).reverse();
  for (const exchange of shown) await show(exchange);
  if (newestFirst.length > limit) await writeLine(errors, wording.more(limit));
  if (options.follow) await followJournal(journal, { filter, shown, show, signal: interruption() });
  else if (shown.length === 0) await writeLine(errors, wording.empty);
}

const DEFAULT_LIMIT = 50;
const DEFAULT_LIMIT_SINCE = 1000;

function limitOption({ language }: CommandContext, { limit, since }: ListOptions): number {
  if (limit === undefined) return since === undefined ? DEFAULT_LIMIT : DEFAULT_LIMIT_SINCE;
  if (/^[1-9]\d{0,6}$/.test(limit)) return Number(limit);
  const { limitExpected: expected } = JOURNAL_WORDING[language];
  throw fail('option_invalid', { field: '--limit', value: limit, expected });
}
