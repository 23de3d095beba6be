import { fail } from '../../domain/error.ts';
import type { Delivery } from '../../shop/webhooks.ts';
import { requireWebhook, tryWebhook } from '../../webhooks/manage.ts';
import { isSuccess } from '../../webhooks/send.ts';
import { CommandExit } from '../exit.ts';
import { senderFor } from '../serve/webhooks.ts';
import { writeLine } from '../terminal.ts';
import { WEBHOOKS_WORDING } from '../wording/webhooks.ts';
import { answerText, formatDelivery } from './format.ts';
import { type ResendOptions, resendFromOptions } from './resend.ts';
import type { Work } from './work.ts';

export const test =
  (id: string): Work =>
  async (parts, { terminal, language, configuration }) => {
    const sender = senderFor(configuration);
    const answer = await tryWebhook(sender, await requireWebhook(parts, id), new Date());
    sender.close();
    const wording = WEBHOOKS_WORDING[language];
    const isDelivered = isSuccess(answer);
    const text = answerText(answer);
    await writeLine(terminal.errors, isDelivered ? wording.tried(text) : wording.failed(text));
    if (!isDelivered) throw new CommandExit(1);
  };

export const resend =
  (id: string, options: ResendOptions): Work =>
  async (parts, command) => {
    const count = await parts.resend(id, resendFromOptions(options, command), new Date().toISOString());
    await writeLine(command.terminal.errors, WEBHOOKS_WORDING[command.language].queued(count));
  };

export interface DeliveriesOptions {
  readonly failed?: boolean;
  readonly limit?: string;
  readonly json?: boolean;
}

const DEFAULT_LIMIT = '50';

export const deliveries =
  (id: string | undefined, { failed, limit = DEFAULT_LIMIT, json }: DeliveriesOptions): Work =>
  async (parts, { terminal, ...shown }) => {
    const wording = WEBHOOKS_WORDING[shown.language];
    if (!/^[1-9]\d{0,6}$/.test(limit))
      throw fail('option_invalid', { field: '--limit', value: limit, expected: wording.limitExpected });
    if (id !== undefined) await requireWebhook(parts, id);
    const newestFirst: Delivery[] = [];
    const filter = {
      limit: Number(limit),
      ...(id !== undefined && { webhook: id }),
      ...(failed && { outcomes: ['failed', 'gave_up'] as const }),
    };
    for await (const batch of parts.deliveries(filter)) newestFirst.push(...batch);
    for (const delivery of newestFirst.reverse())
      await writeLine(terminal.output, json ? JSON.stringify(delivery) : formatDelivery(delivery, shown));
    if (newestFirst.length === 0) await writeLine(terminal.errors, wording.noDelivery);
  };
