import { resolve } from 'node:path';
import { Argument, Command } from 'commander';
import { RECORD_KINDS, type RecordKind } from '../../records/kinds.ts';
import { EXPORTS } from '../export/lines.ts';
import { writeFileLines, writeLines } from '../export/write-lines.ts';
import { writeLine } from '../terminal.ts';
import { type CommandContext, onStoredShop } from './context.ts';

interface ExportCommandOptions {
  readonly output?: string;
  readonly withFiles?: boolean;
  readonly all?: boolean;
}

export function createExportCommand(context: CommandContext): Command {
  const { help } = context.wording;
  return new Command('export')
    .description(help.export)
    .addArgument(new Argument('<what>', help.exportWhat).choices(RECORD_KINDS))
    .option('--output <file>', help.exportOutput)
    .option('--with-files', help.exportFiles)
    .option('--all', help.exportAll)
    .addHelpText('after', help.exportExamples)
    .action((what: RecordKind, options: ExportCommandOptions, command: Command) =>
      onStoredShop(context, command, async (store, { terminal, wording }) => {
        const { withFiles = false, all = false, output } = options;
        const lines = EXPORTS[what](store, { withFiles, all });
        if (output === undefined) {
          await writeLines(terminal.output, lines);
          return;
        }
        const count = await writeFileLines(resolve(terminal.folder, output), lines);
        await writeLine(terminal.errors, wording.export.written(count, output));
      }),
    );
}
