import { Command, Option } from 'commander';
import { LANGUAGES } from '../shop/wording.ts';

import { createAlertsCommand } from './commands/alerts.ts';

import { createBundleCommand } from './commands/bundle.ts';

import { createChangesCommand } from './commands/changes.ts';
import { createCheckCommand } from './commands/check.ts';
import type { CommandContext } from './commands/context.ts';
import { createDemoCommand } from './commands/demo.ts';
import { createDoctorCommand } from './commands/doctor.ts';
import { createExportCommand } from './commands/export.ts';
import { createGuardCommand } from './commands/guard.ts';
import { createImportCommand } from './commands/import.ts';
import { createJournalCommand } from './commands/journal.ts';
import { createKeysCommand } from './commands/keys.ts';
import { createMigrateCommand } from './commands/migrate.ts';
import { createOrdersCommand } from './commands/orders.ts';
import { createPricesCommand } from './commands/prices.ts';
import { createProvenanceCommand } from './commands/provenance.ts';
import { createReplayCommand } from './commands/replay.ts';
import { createServeCommand } from './commands/serve.ts';
import { createSyncCommand } from './commands/sync.ts';
import { createTokensCommand } from './commands/tokens.ts';
import { createTransformCommand } from './commands/transform.ts';
import { createUsersCommand } from './commands/users.ts';
import { createWebhooksCommand } from './commands/webhooks.ts';
import { type Terminal, terminalLanguage } from './terminal.ts';
import { packageVersion } from './version.ts';
import { wordUsage } from './word-usage.ts';
import { PROGRAM_WORDING } from './wording/program.ts';

/** The whole command line. `parseAsync` rejects with what a command throws, and with a CommanderError; see run.ts. */
export function createProgram(terminal: Terminal): Command {
  const language = terminalLanguage(terminal);
  const context: CommandContext = { terminal, language };
  const { help } = PROGRAM_WORDING[language];
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
  createTokensCommand,
  createUsersCommand,
  createImportCommand,
  createExportCommand,
  createJournalCommand,
  createReplayCommand,
  createBundleCommand,
  createChangesCommand,
  createProvenanceCommand,
  createTransformCommand,
  createWebhooksCommand,
  createGuardCommand,
  createAlertsCommand,
  createOrdersCommand,
  createPricesCommand,
  createMigrateCommand,
  createSyncCommand,
  createCheckCommand,
  createDoctorCommand,
  createDemoCommand,
];
