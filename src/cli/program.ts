import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { LANGUAGES } from '../shop/wording.ts';
import { createCheckCommand } from './commands/check.ts';
import type { CommandContext } from './commands/context.ts';
import { createDemoCommand } from './commands/demo.ts';
import { createExportCommand } from './commands/export.ts';
import { createImportCommand } from './commands/import.ts';
import { createJournalCommand } from './commands/journal.ts';
import { createKeysCommand } from './commands/keys.ts';
import { createMigrateCommand } from './commands/migrate.ts';
import { createOrdersCommand } from './commands/orders.ts';
import { createServeCommand } from './commands/serve.ts';
import { createSyncCommand } from './commands/sync.ts';
import { type Terminal, terminalLanguage } from './terminal.ts';
import { wordingOf } from './wording/languages.ts';
import { wordUsage } from './wording/usage.ts';

/** The whole command line. `parseAsync` rejects with what a command throws, and with a CommanderError; see run.ts. */
export function createProgram(terminal: Terminal): Command {
  const language = terminalLanguage(terminal);
  const wording = wordingOf(language);
  const context: CommandContext = { terminal, language, wording };
  const { help } = wording;
  const program = new Command('passerelle')
    .description(help.program)
    .version(packageVersion(), '-V, --version', help.version)
    .addOption(new Option('--config <file>', help.config))
    .addOption(new Option('--data <folder>', help.data))
    .addOption(new Option('--shop <name>', help.shop))
    .addOption(new Option('--lang <language>', help.lang).choices(LANGUAGES));
  for (const create of COMMANDS) program.addCommand(create(context));
  wordUsage(program, context);
  return program;
}

const COMMANDS = [
  createServeCommand,
  createKeysCommand,
  createImportCommand,
  createExportCommand,
  createJournalCommand,
  createOrdersCommand,
  createMigrateCommand,
  createSyncCommand,
  createCheckCommand,
  createDemoCommand,
];

function packageVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
