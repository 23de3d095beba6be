import { Command } from 'commander';
import { type ReplayOptions, replay } from '../replay/replay.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';
import { REPLAY_WORDING } from '../wording/replay.ts';
import { type CommandContext, onStoredShop } from './context.ts';

export function createReplayCommand(context: CommandContext): Command {
  const { help } = REPLAY_WORDING[context.language];
  const { help: journal } = JOURNAL_WORDING[context.language];
  return new Command('replay')
    .description(help.replay)
    .argument('[ids...]', help.ids)
    .option('--run <id>', help.run)
    .option('--since <moment>', journal.since)
    .option('--resource <name>', journal.resource)
    .option('--reference <key>', journal.reference)
    .option('--outcome <outcomes>', journal.outcome)
    .option('--edit <file>', help.edit)
    .option('--save-request <file>', help.saveRequest)
    .option('--for-real', help.forReal)
    .option('--yes', help.yes)
    .option('--json', help.json)
    .addHelpText('after', help.examples)
    .action((ids: readonly string[], options: ReplayOptions, command: Command) =>
      onStoredShop(context, command, (opened, shopCommand) =>
        replay(opened, shopCommand, { ids, ...options }),
      ),
    );
}
