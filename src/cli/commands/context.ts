import type { Command } from 'commander';
import type { OpenedShop } from '../../composition/opened-shop.ts';
import type { ConsoleAccounts } from '../../shop/console-accounts.ts';
import type { Language } from '../../shop/wording.ts';
import { loadConfiguration } from '../configuration/load.ts';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';
import { requireStored, shopNamed, withShop } from '../open-shop.ts';
import type { Terminal } from '../terminal.ts';

/** What every command is made with. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: Language;
}

interface GlobalOptions {
  readonly config?: string;
  readonly data?: string;
  readonly shop?: string;
  readonly lang?: Language;
}

/** The configuration, as the command's global options have it. */
export async function configurationOf(
  { terminal, language }: CommandContext,
  command: Command,
): Promise<Configuration> {
  const { config, data, lang } = command.optsWithGlobals<GlobalOptions>();
  return loadConfiguration({
    folder: terminal.folder,
    environment: terminal.environment,
    terminalLanguage: language,
    ...(config !== undefined && { file: config }),
    ...(data !== undefined && { data }),
    ...(lang !== undefined && { language: lang }),
  });
}

/** The shop that a command works on, and the command's context in the configured language. */
export interface ShopCommand extends CommandContext {
  readonly shop: ShopConfiguration;
  readonly configuration: Configuration;
}

/** The shop that `--shop` names, else the first one. */
export async function shopOf(context: CommandContext, command: Command): Promise<ShopCommand> {
  const configuration = await configurationOf(context, command);
  return {
    ...context,
    language: configuration.language,
    configuration,
    shop: shopNamed(configuration, command.optsWithGlobals<GlobalOptions>().shop),
  };
}

/** Runs `work` on the shop, whose store must be there already. */
export async function onStoredShop(
  context: CommandContext,
  command: Command,
  work: (opened: OpenedShop, command: ShopCommand) => Promise<void>,
): Promise<void> {
  const shopCommand = await shopOf(context, command);
  requireStored(shopCommand.shop);
  await withShop(shopCommand.shop, (opened) => work(opened, shopCommand));
}

/** Runs `work` on the people of the console: they are kept in the first shop's store, which must be there already. */
export async function onConsole(
  context: CommandContext,
  command: Command,
  work: (console: CommandContext & { readonly accounts: ConsoleAccounts }) => Promise<void>,
): Promise<void> {
  const { shops, language } = await configurationOf(context, command);
  requireStored(shops[0]);
  await withShop(shops[0], ({ consoleAccounts: accounts }) => work({ ...context, language, accounts }));
}
