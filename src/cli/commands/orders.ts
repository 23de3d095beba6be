import { Command } from 'commander';
import { writeLine } from '../terminal.ts';
import { type CommandContext, onStoredShop } from './context.ts';

export function createOrdersCommand(context: CommandContext): Command {
  const { help } = context.wording;
  return new Command('orders').description(help.orders).addCommand(
    new Command('offer')
      .description(help.ordersOffer)
      .argument('<ids...>', help.orderIds)
      .action((ids: readonly string[], _options: unknown, command: Command) => offer(context, command, ids)),
  );
}

/** A confirmed order stays confirmed until a person says otherwise: this is how. */
const offer = (context: CommandContext, command: Command, ids: readonly string[]): Promise<void> =>
  onStoredShop(context, command, async ({ backoffice }, { terminal, wording }) => {
    for (const id of ids) {
      await backoffice.offerOrderAgain(id);
      await writeLine(terminal.errors, wording.orders.offered(id));
    }
  });
