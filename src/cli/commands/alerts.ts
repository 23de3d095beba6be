import { Command } from 'commander';
import { alertText } from '../../alerts/message.ts';
import { alertingOf } from '../../composition/opened-shop.ts';
import { localDateTime } from '../../domain/dates.ts';
import type { Alert } from '../../shop/alerts.ts';
import { tellPeople } from '../serve/alerts.ts';
import { senderFor } from '../serve/webhooks.ts';
import { printable, writeLine } from '../terminal.ts';
import { ALERTS_WORDING } from '../wording/alerts.ts';
import { type CommandContext, onStoredShop, type ShopCommand, shopOf } from './context.ts';

export function createAlertsCommand(context: CommandContext): Command {
  const { help } = ALERTS_WORDING[context.language];
  return new Command('alerts')
    .description(help.alerts)
    .addCommand(createListCommand(context))
    .addCommand(createTestCommand(context));
}

const createListCommand = (context: CommandContext): Command =>
  new Command('list')
    .description(ALERTS_WORDING[context.language].help.list)
    .option('--json', ALERTS_WORDING[context.language].help.json)
    .action(({ json }: { readonly json?: boolean }, command: Command) =>
      onStoredShop(context, command, async (opened, shopCommand) => {
        const alerts = await alertingOf(opened).alerts();
        const { output, errors } = shopCommand.terminal;
        for (const alert of alerts.toReversed())
          await writeLine(output, json ? JSON.stringify(alert) : formatAlert(alert, shopCommand));
        const wording = ALERTS_WORDING[shopCommand.language];
        if (!shopCommand.shop.alerts) await writeLine(errors, wording.unwatched);
        else if (alerts.length === 0) await writeLine(errors, wording.none);
      }),
    );

function formatAlert(alert: Alert, { language, shop: { timeZone } }: ShopCommand): string {
  const { sentence, advice } = alertText(alert, { language, timeZone });
  const over = alert.resolvedAt === undefined ? '' : `  (${ALERTS_WORDING[language].over})`;
  const when = localDateTime(new Date(alert.raisedAt), timeZone);
  return `${when}  ${printable(sentence.replaceAll(/\s+/g, ' '))}${over}\n    ${printable(advice)}`;
}

const createTestCommand = (context: CommandContext): Command =>
  new Command('test')
    .description(ALERTS_WORDING[context.language].help.test)
    .action(async (_options: unknown, command: Command) => {
      const { shop, configuration, language, terminal } = await shopOf(context, command);
      const wording = ALERTS_WORDING[language];
      const { alerts: settings } = shop;
      if (!settings || (settings.emails.length === 0 && !settings.webhook)) {
        await writeLine(terminal.errors, wording.nobody);
        return;
      }
      const sender = senderFor(configuration);
      try {
        const log = { alert: () => {}, failure: () => {} };
        await tellPeople([testAlert(new Date())], { shop, settings, configuration, sender, log });
      } finally {
        sender.close();
      }
      await writeLine(terminal.output, wording.told);
    });

/** An order that nobody has. */
const testAlert = (now: Date): Alert => ({
  id: 'test',
  kind: 'order_unconfirmed',
  subject: 'TEST',
  facts: { readAt: now.toISOString() },
  raisedAt: now.toISOString(),
  seenAt: now.toISOString(),
});
