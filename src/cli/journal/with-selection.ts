import type { Command } from 'commander';
import type { CommandContext } from '../commands/context.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';

/** Gives a command the arguments and options by which it knows its exchanges. */
export function withSelection(
  command: Command,
  { language }: CommandContext,
  help: Readonly<Record<'ids' | 'run', string>>,
): Command {
  const { help: journal } = JOURNAL_WORDING[language];
  return command
    .argument('[ids...]', help.ids)
    .option('--run <id>', help.run)
    .option('--since <moment>', journal.since)
    .option('--resource <name>', journal.resource)
    .option('--reference <key>', journal.reference)
    .option('--outcome <outcomes>', journal.outcome);
}
