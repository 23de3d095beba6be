import { Command, Option } from 'commander';
import { API_SCOPES, type ApiScope, type ApiToken } from '../../shop/api-tokens.ts';
import { addToken, revokeToken } from '../../shop/manage-tokens.ts';
import { withShop } from '../open-shop.ts';
import { writeLine } from '../terminal.ts';
import { formatTable } from '../text-table.ts';
import { TOKENS_WORDING, type TokensWording } from '../wording/tokens.ts';
import { type CommandContext, onStoredShop, shopOf } from './context.ts';

interface AddOptions {
  readonly label?: string;
  readonly scope: readonly ApiScope[];
}

export function createTokensCommand(context: CommandContext): Command {
  const { help } = TOKENS_WORDING[context.language];
  return new Command('tokens')
    .description(help.tokens)
    .addCommand(createListCommand(context), { isDefault: true })
    .addCommand(
      new Command('add')
        .description(help.add)
        .addOption(new Option('--scope <scope...>', help.scope).choices(API_SCOPES).default(['read']))
        .option('--label <text>', help.label)
        .action((options: AddOptions, command: Command) => add(context, command, options)),
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
    .description(TOKENS_WORDING[context.language].help.list)
    .action((_options: unknown, command: Command) =>
      onStoredShop(context, command, async ({ apiTokens }, { terminal, language }) => {
        const wording = TOKENS_WORDING[language];
        const tokens = await apiTokens.tokens();
        if (tokens.length === 0) await writeLine(terminal.errors, wording.none);
        else await writeLine(terminal.output, formatTokens(tokens, wording));
      }),
    );

/** Only the token itself goes to standard output. */
async function add(
  context: CommandContext,
  command: Command,
  { label = '', scope: scopes }: AddOptions,
): Promise<void> {
  const { shop, terminal, language } = await shopOf(context, command);
  const { timeZone } = shop;
  const { id, token } = await withShop(shop, ({ apiTokens }) =>
    addToken(apiTokens, { label, scopes: [...new Set(scopes)], timeZone }),
  );
  await writeLine(terminal.errors, TOKENS_WORDING[language].added(id));
  await writeLine(terminal.output, token);
}

const revoke = (context: CommandContext, command: Command, id: string): Promise<void> =>
  onStoredShop(context, command, async ({ apiTokens }, { shop, terminal, language }) => {
    await revokeToken(apiTokens, id, shop.timeZone);
    await writeLine(terminal.errors, TOKENS_WORDING[language].revoked(id));
  });

function formatTokens(tokens: readonly ApiToken[], wording: TokensWording): string {
  const rows = tokens.map(({ id, label, scopes, createdAt, lastUsedAt, revokedAt }) => [
    id,
    label,
    scopes.join(', '),
    createdAt,
    lastUsedAt === undefined ? wording.never : wording.inHour(lastUsedAt.slice(0, 13)),
    revokedAt === undefined ? wording.valid : wording.revokedAt(revokedAt),
  ]);
  return formatTable([wording.columns, ...rows]);
}
