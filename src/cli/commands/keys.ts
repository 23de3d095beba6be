import { Command } from 'commander';
import type { AccessKey } from '../../shop/access-keys.ts';
import { addKey, CONFIGURED, revokeKey } from '../../shop/manage-keys.ts';
import { createKey } from '../../shop/new-secrets.ts';
import { withShop } from '../open-shop.ts';
import { writeLine } from '../terminal.ts';
import { formatTable } from '../text-table.ts';
import { KEYS_WORDING, type KeysWording } from '../wording/keys.ts';
import { type CommandContext, onStoredShop, shopOf } from './context.ts';

export function createKeysCommand(context: CommandContext): Command {
  const { help } = KEYS_WORDING[context.language];
  return new Command('keys')
    .description(help.keys)
    .addCommand(createListCommand(context), { isDefault: true })
    .addCommand(
      new Command('add')
        .description(help.add)
        .option('--label <text>', help.label)
        .action((options: { label?: string }, command: Command) =>
          add(context, command, options.label ?? ''),
        ),
    )
    .addCommand(
      new Command('revoke')
        .description(help.revoke)
        .argument('<id>', help.id)
        .action((id: string, _options: unknown, command: Command) => revoke(context, command, id)),
    );
}

const createListCommand = (context: CommandContext): Command =>
  new Command('list')
    .description(KEYS_WORDING[context.language].help.list)
    .action((_options: unknown, command: Command) =>
      onStoredShop(context, command, async ({ accessKeys }, { terminal, language }) => {
        const wording = KEYS_WORDING[language];
        const keys = await accessKeys.keys();
        if (keys.length === 0) await writeLine(terminal.errors, wording.none);
        else await writeLine(terminal.output, formatKeys(keys, wording));
      }),
    );

/** Only the key itself goes to standard output. */
async function add(context: CommandContext, command: Command, label: string): Promise<void> {
  const { shop, terminal, language } = await shopOf(context, command);
  const key = createKey();
  await withShop(shop, async ({ accessKeys }) => {
    const { id } = await addKey(accessKeys, { key, label, timeZone: shop.timeZone });
    await writeLine(terminal.errors, KEYS_WORDING[language].added(id));
  });
  await writeLine(terminal.output, key);
}

const revoke = (context: CommandContext, command: Command, id: string): Promise<void> =>
  onStoredShop(context, command, async ({ accessKeys }, { shop, terminal, language }) => {
    const wording = KEYS_WORDING[language];
    const key = await revokeKey(accessKeys, id, shop.timeZone);
    await writeLine(terminal.errors, wording.revoked(id));
    if (key.label === CONFIGURED) await writeLine(terminal.errors, wording.configuredComesBack);
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
