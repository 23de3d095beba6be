import { Command } from 'commander';
import { type BundleCommandOptions, writeBundle } from '../bundle/write-bundle.ts';
import { withSelection } from '../journal/with-selection.ts';
import { BUNDLE_WORDING } from '../wording/bundle.ts';
import { type CommandContext, onStoredShop } from './context.ts';

export function createBundleCommand(context: CommandContext): Command {
  const { help } = BUNDLE_WORDING[context.language];
  return withSelection(new Command('bundle').description(help.bundle), context, help)
    .option('--output <file>', help.output)
    .option('--with-personal-data', help.personal)
    .addHelpText('after', help.examples)
    .action((ids: readonly string[], options: BundleCommandOptions, command: Command) =>
      onStoredShop(context, command, (opened, shopCommand) =>
        writeBundle(opened, shopCommand, { ids, ...options }),
      ),
    );
}
