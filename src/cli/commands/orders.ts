import { Command } from 'commander';
import { fail } from '../../domain/error.ts';
import { writeLine } from '../terminal.ts';
import { ORDERS_WORDING } from '../wording/orders.ts';
import { type CommandContext, onStoredShop } from './context.ts';

export function createOrdersCommand(context: CommandContext): Command {
  const { help } = ORDERS_WORDING[context.language];
  return new Command('orders').description(help.orders).addCommand(
    new Command('offer')
      .description(help.offer)
      .argument('<ids...>', help.ids)
      .action((ids: readonly string[], _options: unknown, command: Command) => offer(context, command, ids)),
  );
}

/** A confirmed order stays confirmed until a person says otherwise: this is how. */
const offer = (context: CommandContext, command: Command, ids: readonly string[]): Promise<void> =>
  onStoredShop(context, command, async ({ offerOrderAgain }, { terminal, language }) => {
    if (!offerOrderAgain) throw fail('own_side_unsupported');
    for (const id of ids) {
      await offerOrderAgain(id);
      await writeLine(terminal.errors, ORDERS_WORDING[language].offered(id));
    }
  });
