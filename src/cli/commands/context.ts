import type { Command } from 'commander';
import type { Language } from '../../shop/wording.ts';
import type { Store } from '../../store/open.ts';
import { loadConfiguration } from '../configuration/load.ts';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';
import { requireStored, shopNamed, withStore } from '../open-shop.ts';
import type { Terminal } from '../terminal.ts';
import { wordingOf } from '../wording/languages.ts';
import type { Wording } from '../wording/wording.ts';

/** What every command is made with. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly wording: Wording;
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
}

/** The shop that `--shop` names, else the first one. */
export async function shopOf(context: CommandContext, command: Command): Promise<ShopCommand> {
  const configuration = await configurationOf(context, command);
  const { language } = configuration;
  return {
    ...context,
    language,
    wording: wordingOf(language),
    shop: shopNamed(configuration, command.optsWithGlobals<GlobalOptions>().shop),
  };
}

/** Runs `work` on the shop's store, which must be there already. */
export async function onStoredShop(
  context: CommandContext,
  command: Command,
  work: (store: Store, command: ShopCommand) => Promise<void>,
): Promise<void> {
  const shopCommand = await shopOf(context, command);
  requireStored(shopCommand.shop);
  await withStore(shopCommand.shop, (store) => work(store, shopCommand));
}
