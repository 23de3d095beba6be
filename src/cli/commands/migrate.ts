import { resolve } from 'node:path';
import { Command } from 'commander';
import { copyStore } from '../../store/copy/copy-store.ts';
import { migrate } from '../../store/migrations/run.ts';
import { openDatabase } from '../../store/open.ts';
import { requireStored } from '../open-shop.ts';
import { storeOptions } from '../serve/settings.ts';
import { writeLine } from '../terminal.ts';
import { type CommandContext, type ShopCommand, shopOf } from './context.ts';

interface MigrateOptions {
  readonly to?: string;
  readonly toSchema?: string;
}

export function createMigrateCommand(context: CommandContext): Command {
  const { help } = context.wording.migrate;
  return new Command('migrate')
    .description(help.migrate)
    .option('--to <url>', help.to)
    .option('--to-schema <name>', help.toSchema)
    .addHelpText('after', help.examples)
    .action(async ({ to, toSchema }: MigrateOptions, command: Command) => {
      const shopCommand = await shopOf(context, command);
      const { shop } = shopCommand;
      requireStored(shop);
      if (to === undefined) await applyMigrations(shopCommand);
      else await moveTo({ url: absolute(to, context), schema: toSchema ?? shop.schema }, shopCommand);
    });
}

async function applyMigrations({ shop, terminal, wording }: ShopCommand): Promise<void> {
  const database = await openDatabase(storeOptions(shop));
  try {
    await writeLine(terminal.errors, wording.migrate.applied(await migrate(database)));
  } finally {
    await database.close();
  }
}

interface NewStore {
  readonly url: string;
  readonly schema: string;
}

async function moveTo({ url, schema }: NewStore, { shop, terminal, wording }: ShopCommand): Promise<void> {
  const { errors, output } = terminal;
  const source = storeOptions(shop);
  const rows = await copyStore(source, { ...source, url, schema }, (step, table, count) => {
    if (step === 'copied') errors.write(`${wording.migrate.copied(table, count)}\n`);
  });
  await writeLine(errors, wording.migrate.compared(rows));
  await writeLine(errors, wording.migrate.setting);
  await writeLine(output, `store: ${withoutPassword(url)}`);
  if (!url.startsWith(SQLITE)) await writeLine(output, `schema: ${schema}`);
}

const SQLITE = 'sqlite:';

const absolute = (url: string, { terminal }: CommandContext): string =>
  url.startsWith(SQLITE) ? `${SQLITE}${resolve(terminal.folder, url.slice(SQLITE.length))}` : url;

const withoutPassword = (url: string): string => url.replace(/^(postgres\w*:\/\/[^:/@]*):[^@]*@/, '$1:***@');
