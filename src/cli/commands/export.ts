import { resolve } from 'node:path';
import { Argument, Command } from 'commander';
import { readerOf } from '../../composition/opened-shop.ts';
import { RECORD_KINDS, type RecordKind } from '../../records/kinds.ts';
import { EXPORTS } from '../export/lines.ts';
import { writeFileLines, writeLines } from '../export/write-lines.ts';
import { writeLine } from '../terminal.ts';
import { EXPORT_WORDING } from '../wording/export.ts';
import { type CommandContext, onStoredShop } from './context.ts';

interface ExportCommandOptions {
  readonly output?: string;
  readonly withFiles?: boolean;
  readonly all?: boolean;
}

export function createExportCommand(context: CommandContext): Command {
  const { help } = EXPORT_WORDING[context.language];
  return new Command('export')
    .description(help.export)
    .addArgument(new Argument('<what>', help.what).choices(RECORD_KINDS))
    .option('--output <file>', help.output)
    .option('--with-files', help.files)
    .option('--all', help.all)
    .addHelpText('after', help.examples)
    .action((what: RecordKind, options: ExportCommandOptions, command: Command) =>
      onStoredShop(context, command, async (opened, { terminal, language }) => {
        const { withFiles = false, all = false, output } = options;
        const lines = EXPORTS[what]({ shop: opened.shop, reader: readerOf(opened) }, { withFiles, all });
        if (output === undefined) {
          await writeLines(terminal.output, lines);
          return;
        }
        const count = await writeFileLines(resolve(terminal.folder, output), lines);
        await writeLine(terminal.errors, EXPORT_WORDING[language].written(count, output));
      }),
    );
}
