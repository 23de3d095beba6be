import { Command } from 'commander';
import { quotesOf } from '../../composition/opened-shop.ts';
import { explainQuote } from '../../shop/price-wording.ts';
import { type ConflictsOptions, listConflicts } from '../prices/conflicts.ts';
import { formatExplanation } from '../prices/format.ts';
import { basketFromOptions, type QuoteOptions } from '../prices/quote-options.ts';
import { writeLine } from '../terminal.ts';
import { PRICES_WORDING } from '../wording/prices.ts';
import { type CommandContext, onStoredShop } from './context.ts';

export function createPricesCommand(context: CommandContext): Command {
  const { help } = PRICES_WORDING[context.language];
  return new Command('prices')
    .description(help.prices)
    .addCommand(createQuoteCommand(context))
    .addCommand(createConflictsCommand(context));
}

function createQuoteCommand(context: CommandContext): Command {
  const { help } = PRICES_WORDING[context.language];
  return new Command('quote')
    .description(help.quote)
    .argument('<reference>', help.reference)
    .option('--customer <code>', help.customer)
    .option('--group <category>', help.group)
    .option('--quantity <number>', help.quantity)
    .option('--currency <code>', help.currency)
    .option('--country <code>', help.country)
    .option('--date <date>', help.date)
    .option('--json', help.json)
    .action((reference: string, options: QuoteOptions & { readonly json?: boolean }, command: Command) =>
      onStoredShop(context, command, async (opened, { terminal, language }) => {
        const quote = await quotesOf(opened).quote(
          basketFromOptions(reference, options, PRICES_WORDING[language]),
        );
        const text = options.json
          ? JSON.stringify(quote)
          : formatExplanation(explainQuote(quote, language)).join('\n');
        await writeLine(terminal.output, text);
      }),
    );
}

function createConflictsCommand(context: CommandContext): Command {
  const { help } = PRICES_WORDING[context.language];
  return new Command('conflicts')
    .description(help.conflicts)
    .option('--limit <number>', help.limit)
    .option('--after <reference>', help.after)
    .option('--after-customer <code>', help.afterCustomer)
    .option('--json', help.jsonLines)
    .action((options: Omit<ConflictsOptions, 'terminal' | 'language'>, command: Command) =>
      onStoredShop(context, command, (opened, shopCommand) =>
        listConflicts(quotesOf(opened), { ...options, ...shopCommand }),
      ),
    );
}
