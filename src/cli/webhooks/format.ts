import { localDateTime } from '../../domain/dates.ts';
import type { Delivery, Webhook } from '../../shop/webhooks.ts';
import type { Answer } from '../../webhooks/send.ts';
import type { ShopCommand } from '../commands/context.ts';
import { printable } from '../terminal.ts';
import { formatTable } from '../text-table.ts';
import { WEBHOOKS_WORDING } from '../wording/webhooks.ts';

export type Shown = Pick<ShopCommand, 'language' | 'shop'>;

const momentIn = (instant: string, { shop: { timeZone } }: Shown): string =>
  localDateTime(new Date(instant), timeZone);

export function formatWebhooks(webhooks: readonly Webhook[], shown: Shown): string {
  const wording = WEBHOOKS_WORDING[shown.language];
  const rows = webhooks.map((webhook) => [
    webhook.id,
    printable(webhook.url),
    printable(webhook.label),
    webhook.kinds.join(', ') || wording.all,
    stateText(webhook, shown),
    `${webhook.waiting}${webhook.missed > 0 ? wording.missed(webhook.missed) : ''}`,
  ]);
  return formatTable([wording.columns, ...rows]);
}

function stateText({ disabledAt, disabledBecause = 'by_hand', failingSince }: Webhook, shown: Shown): string {
  const wording = WEBHOOKS_WORDING[shown.language];
  if (disabledAt !== undefined)
    return wording.disabled(momentIn(disabledAt, shown), wording.because[disabledBecause]);
  return failingSince === undefined ? wording.active : wording.failing(momentIn(failingSince, shown));
}

/** One line an attempt. */
export function formatDelivery(delivery: Delivery, shown: Shown): string {
  const wording = WEBHOOKS_WORDING[shown.language];
  const { at, webhook, event, type, key, attempt, outcome, retryAt } = delivery;
  const line = [
    momentIn(at, shown),
    webhook,
    event,
    type,
    key,
    `#${attempt}`,
    wording.outcomes[outcome],
    answerText(delivery),
    retryAt === undefined ? '' : wording.next(momentIn(retryAt, shown)),
  ];
  return singleLine(line.filter(Boolean).join('  '));
}

/** `204 in 12 ms`, with the first words of the body, or what kept an answer from coming. */
export function answerText({ status, error, durationMs, answer = '' }: Answer): string {
  const beginning = singleLine(answer).slice(0, 80);
  return [`${status ?? error ?? ''} (${Math.round(durationMs)} ms)`, beginning].filter(Boolean).join(' ');
}

const singleLine = (text: string): string => printable(text.replaceAll(/\s*[\r\n\t]+\s*/g, ' '));
