import { Command } from 'commander';
import { fail } from '../../domain/error.ts';
import { copyStore } from '../../store/copy/copy-store.ts';
import { databaseKindOf, isDatabaseUrl } from '../../store/database-kinds.ts';
import { migrate } from '../../store/migrations/run.ts';
import { openDatabase } from '../../store/open.ts';
import { requireStored, withShop } from '../open-shop.ts';
import { storeOptions } from '../serve/settings.ts';
import { writeLine } from '../terminal.ts';
import { MIGRATE_WORDING } from '../wording/migrate.ts';
import { type CommandContext, type ShopCommand, shopOf } from './context.ts';

interface MigrateOptions {
  readonly to?: string;
  readonly toSchema?: string;
}

export function createMigrateCommand(context: CommandContext): Command {
  const { help } = MIGRATE_WORDING[context.language];
  return new Command('migrate')
    .description(help.migrate)
    .option('--to <url>', help.to)
    .option('--to-schema <name>', help.toSchema)
    .addHelpText('after', help.examples)
    .action(async ({ to, toSchema }: MigrateOptions, command: Command) => {
      const shopCommand = await shopOf(context, command);
      const { shop } = shopCommand;
      requireStored(shop);
      if (!isDatabaseUrl(shop.store)) await openForeign(to, shopCommand);
      else if (to === undefined) await applyMigrations(shopCommand);
      else
        await moveTo(
          { url: databaseKindOf(to).absolute(to, context.terminal.folder), schema: toSchema ?? shop.schema },
          shopCommand,
        );
    });
}

/** What is ours in other software's database is brought up to date whenever the shop is opened. */
async function openForeign(to: string | undefined, { shop, terminal, language }: ShopCommand): Promise<void> {
  if (to !== undefined) throw fail('move_unsupported', {});
  await withShop(shop, () => writeLine(terminal.errors, MIGRATE_WORDING[language].applied([])));
}

async function applyMigrations({ shop, terminal, language }: ShopCommand): Promise<void> {
  const database = await openDatabase(storeOptions(shop));
  try {
    await writeLine(terminal.errors, MIGRATE_WORDING[language].applied(await migrate(database)));
  } finally {
    await database.close();
  }
}

interface NewStore {
  readonly url: string;
  readonly schema: string;
}

async function moveTo({ url, schema }: NewStore, { shop, terminal, language }: ShopCommand): Promise<void> {
  const { errors, output } = terminal;
  const wording = MIGRATE_WORDING[language];
  const source = storeOptions(shop);
  const rows = await copyStore(source, { ...source, url, schema }, (step, table, count) => {
    if (step === 'copied') errors.write(`${wording.copied(table, count)}\n`);
  });
  await writeLine(errors, wording.compared(rows));
  await writeLine(errors, wording.setting);
  const { shown, hasSchemas } = databaseKindOf(url);
  await writeLine(output, `store: ${shown(url)}`);
  if (hasSchemas) await writeLine(output, `schema: ${schema}`);
}
