import { Command } from 'commander';
import { withSelection } from '../journal/with-selection.ts';
import { type ReplayOptions, replay } from '../replay/replay.ts';
import { REPLAY_WORDING } from '../wording/replay.ts';
import { type CommandContext, onStoredShop } from './context.ts';

export function createReplayCommand(context: CommandContext): Command {
  const { help } = REPLAY_WORDING[context.language];
  return withSelection(new Command('replay').description(help.replay), context, help)
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
