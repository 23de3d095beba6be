import { Command } from 'commander';
import { type BundleCommandOptions, writeBundle } from '../bundle/write-bundle.ts';
import { BUNDLE_WORDING } from '../wording/bundle.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';
import { type CommandContext, onStoredShop } from './context.ts';

export function createBundleCommand(context: CommandContext): Command {
  const { help } = BUNDLE_WORDING[context.language];
  const { help: journal } = JOURNAL_WORDING[context.language];
  return new Command('bundle')
    .description(help.bundle)
    .argument('[ids...]', help.ids)
    .option('--run <id>', help.run)
    .option('--since <moment>', journal.since)
    .option('--resource <name>', journal.resource)
    .option('--reference <key>', journal.reference)
    .option('--outcome <outcomes>', journal.outcome)
    .option('--output <file>', help.output)
    .option('--with-personal-data', help.personal)
    .addHelpText('after', help.examples)
    .action((ids: readonly string[], options: BundleCommandOptions, command: Command) =>
      onStoredShop(context, command, (opened, shopCommand) =>
        writeBundle(opened, shopCommand, { ids, ...options }),
      ),
    );
}
