import { Command } from 'commander';
import { webhooksOf } from '../../composition/opened-shop.ts';
import { type DeliveriesOptions, deliveries, resend, test } from '../webhooks/deliveries.ts';
import {
  type AddOptions,
  add,
  type ChangeOptions,
  change,
  disable,
  enable,
  list,
  remove,
  rotate,
} from '../webhooks/manage.ts';
import type { ResendOptions } from '../webhooks/resend.ts';
import type { Work } from '../webhooks/work.ts';
import { WEBHOOKS_WORDING } from '../wording/webhooks.ts';
import { type CommandContext, onStoredShop, shopOf } from './context.ts';

/** What needs nothing but an id. */
const ABOUT_ONE = [
  ['remove', remove],
  ['test', test],
  ['enable', enable],
  ['disable', disable],
] as const;

export function createWebhooksCommand(context: CommandContext): Command {
  const { help } = WEBHOOKS_WORDING[context.language];
  const on = (command: Command, work: Work): Promise<void> =>
    onStoredShop(context, command, (opened, shopCommand) => work(webhooksOf(opened), shopCommand));
  /** A command about one webhook. */
  const about = (name: string, description: string): Command =>
    new Command(name).description(description).argument('<id>', help.id);
  const webhooks = new Command('webhooks').description(help.webhooks);
  for (const [name, work] of ABOUT_ONE)
    webhooks.addCommand(
      about(name, help[name]).action((id: string, _: unknown, command: Command) => on(command, work(id))),
    );
  return webhooks
    .addCommand(
      new Command('list')
        .description(help.list)
        .option('--json', help.json)
        .action((options: { json?: boolean }, command: Command) => on(command, list(options))),
      { isDefault: true },
    )
    .addCommand(
      new Command('add')
        .description(help.add)
        .argument('<url>', help.url)
        .option('--kinds <kinds>', help.kinds)
        .option('--label <text>', help.label)
        .action((url: string, options: AddOptions, command: Command) =>
          shopOf(context, command).then((shopCommand) => add(shopCommand, { url, ...options })),
        ),
    )
    .addCommand(
      about('change', help.change)
        .option('--url <url>', help.url)
        .option('--kinds <kinds>', help.newKinds)
        .option('--label <text>', help.label)
        .action((id: string, options: ChangeOptions, command: Command) => on(command, change(id, options))),
    )
    .addCommand(
      about('resend', help.resend)
        .option('--event <id>', help.event)
        .option('--since <moment>', help.since)
        .option('--until <moment>', help.until)
        .option('--failed', help.failed)
        .action((id: string, options: ResendOptions, command: Command) => on(command, resend(id, options))),
    )
    .addCommand(
      new Command('deliveries')
        .description(help.deliveries)
        .argument('[id]', help.onlyId)
        .option('--failed', help.onlyFailed)
        .option('--limit <number>', help.limit)
        .option('--json', help.json)
        .action((id: string | undefined, options: DeliveriesOptions, command: Command) =>
          on(command, deliveries(id, options)),
        ),
    )
    .addCommand(
      about('rotate-secret', help.rotate)
        .option('--overlap <hours>', help.overlap)
        .action((id: string, options: { overlap?: string }, command: Command) =>
          on(command, rotate(id, options)),
        ),
    );
}
