import { userInfo } from 'node:os';
import { Command } from 'commander';
import { guardDeskOf } from '../../composition/opened-shop.ts';
import { localDateTime } from '../../domain/dates.ts';
import { fail } from '../../domain/error.ts';
import type { GuardHold, HoldDecision } from '../../shop/guard-desk.ts';
import { writeLine } from '../terminal.ts';
import { formatTable } from '../text-table.ts';
import { GUARD_WORDING } from '../wording/guard.ts';
import { type CommandContext, onStoredShop, type ShopCommand } from './context.ts';

export function createGuardCommand(context: CommandContext): Command {
  const { help } = GUARD_WORDING[context.language];
  return new Command('guard')
    .description(help.guard)
    .addCommand(createListCommand(context))
    .addCommand(createDecideCommand(context, 'release', 'released'))
    .addCommand(createDecideCommand(context, 'refuse', 'refused'))
    .addCommand(createDecideCommand(context, 'lift', 'lifted'));
}

const createListCommand = (context: CommandContext): Command =>
  new Command('list')
    .description(GUARD_WORDING[context.language].help.list)
    .option('--json', GUARD_WORDING[context.language].help.json)
    .action(({ json }: { readonly json?: boolean }, command: Command) =>
      onStoredShop(context, command, async (opened, shopCommand) => {
        const holds = await guardDeskOf(opened).holds();
        const { output, errors } = shopCommand.terminal;
        if (json) for (const hold of holds) await writeLine(output, JSON.stringify(hold));
        else if (holds.length === 0) await writeLine(errors, GUARD_WORDING[shopCommand.language].none);
        else await writeLine(output, holdTable(holds, shopCommand));
      }),
    );

function holdTable(holds: readonly GuardHold[], { language, shop: { timeZone } }: ShopCommand): string {
  const wording = GUARD_WORDING[language];
  const rows = holds.map(({ id, at, kind, count, catalogue, exchange = '', status, decidedBy }) => [
    id,
    localDateTime(new Date(at), timeZone),
    wording.what(kind, count, catalogue),
    exchange,
    [wording.statuses[status], ...(decidedBy === undefined ? [] : [`(${decidedBy})`])].join(' '),
  ]);
  return formatTable([wording.columns, ...rows]);
}

const createDecideCommand = (
  context: CommandContext,
  name: 'release' | 'refuse' | 'lift',
  status: HoldDecision['status'],
): Command =>
  new Command(name)
    .description(GUARD_WORDING[context.language].help[name])
    .argument('<id>', GUARD_WORDING[context.language].help.id)
    .action((id: string, _options: unknown, command: Command) =>
      onStoredShop(context, command, async (opened, { language, terminal, shop: { timeZone } }) => {
        const hold = await guardDeskOf(opened).decideHold(id, { status, by: userInfo().username });
        if (!hold) throw fail('hold_unknown', { value: id });
        const until = hold.until && localDateTime(new Date(hold.until), timeZone);
        await writeLine(terminal.output, GUARD_WORDING[language].decided(hold.status, until));
      }),
    );
