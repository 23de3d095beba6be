import { Command } from 'commander';
import { localDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import type { AccessKey } from '../../shop/backoffice.ts';
import { addKey, CONFIGURED, createKey } from '../keys.ts';
import { withStore } from '../open-shop.ts';
import { writeLine } from '../terminal.ts';
import type { KeysWording } from '../wording/wording.ts';
import { type CommandContext, onStoredShop, shopOf } from './context.ts';

export function createKeysCommand(context: CommandContext): Command {
  const { help } = context.wording;
  return new Command('keys')
    .description(help.keys)
    .addCommand(createListCommand(context), { isDefault: true })
    .addCommand(
      new Command('add')
        .description(help.keysAdd)
        .option('--label <text>', help.keyLabel)
        .action((options: { label?: string }, command: Command) =>
          add(context, command, options.label ?? ''),
        ),
    )
    .addCommand(
      new Command('revoke')
        .description(help.keysRevoke)
        .argument('<id>', help.keyId)
        .action((id: string, _options: unknown, command: Command) => revoke(context, command, id)),
    );
}

const createListCommand = (context: CommandContext): Command =>
  new Command('list')
    .description(context.wording.help.keysList)
    .action((_options: unknown, command: Command) =>
      onStoredShop(context, command, async ({ backoffice }, { terminal, wording }) => {
        const keys = await backoffice.keys();
        if (keys.length === 0) await writeLine(terminal.errors, wording.keys.none);
        else await writeLine(terminal.output, formatKeys(keys, wording.keys));
      }),
    );

/** Only the key itself goes to standard output. */
async function add(context: CommandContext, command: Command, label: string): Promise<void> {
  const { shop, terminal, wording } = await shopOf(context, command);
  const key = createKey();
  await withStore(shop, async (store) => {
    const { id } = await addKey(store, { key, label, timeZone: shop.timeZone });
    await writeLine(terminal.errors, wording.keys.added(id));
  });
  await writeLine(terminal.output, key);
}

const revoke = (context: CommandContext, command: Command, id: string): Promise<void> =>
  onStoredShop(context, command, async ({ backoffice }, { shop, terminal, wording }) => {
    const key = (await backoffice.keys()).find(
      (stored) => stored.id === id && stored.revokedAt === undefined,
    );
    if (!key) throw fail('access_key_unknown', { value: id });
    await backoffice.revokeKey(id, localDateTime(new Date(), shop.timeZone));
    await writeLine(terminal.errors, wording.keys.revoked(id));
    if (key.label === CONFIGURED) await writeLine(terminal.errors, wording.keys.configuredComesBack);
  });

function formatKeys(keys: readonly AccessKey[], wording: KeysWording): string {
  const rows = keys.map(({ id, label, createdAt, revokedAt }) => [
    id,
    label,
    createdAt,
    revokedAt === undefined ? wording.valid : wording.revokedAt(revokedAt),
  ]);
  return formatTable([wording.columns, ...rows]);
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widthOf(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
