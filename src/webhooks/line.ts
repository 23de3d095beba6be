import type { Delivery, DisabledBecause, DueEvent, Webhook, WebhookParts } from '../shop/webhooks.ts';
import { messageOf, signedHeaders } from './message.ts';
import { deliveryFrom, reasonToDisable } from './outcome.ts';
import { PROBING_FROM, probePause } from './schedule.ts';
import type { Sender } from './send.ts';

/** The events of one webhook, on their way. */
export interface Line {
  /** One step: notes what came back, sends what is due, takes in what is new. Gives whether there may be more to do. */
  advance(webhook: Webhook, parts: WebhookParts): Promise<boolean>;
  /** Notes what came back. */
  settle(parts: WebhookParts): Promise<readonly Delivery[]>;
  /** Until all that was sent came back, or was broken off. */
  idle(): Promise<void>;
  /** Nothing is under way or waits to be noted. */
  isIdle(): boolean;
}

/** What a line tells of. */
export interface LineEvents {
  onDelivery(delivery: Delivery): void;
  onDisabled(webhook: Webhook, because: DisabledBecause): void;
  onMissed(webhook: Webhook, missed: number): void;
}

export interface LineOptions {
  readonly sender: Sender;
  /** Requests at the same time; each is about another record. */
  readonly concurrency: number;
  /** How long an address may fail before nothing more is sent there. */
  readonly disableAfterMs: number;
  /** Breaks off what is sent from now on: its events stay where they are. */
  signal(): AbortSignal;
  readonly events: LineEvents;
  now(): Date;
  random(): number;
  /** Something came back. */
  wake(): void;
}

export function createLine(options: LineOptions): Line {
  const { sender, concurrency, disableAfterMs, signal, events, now, random, wake } = options;
  /** By sequence: sent, and not noted yet. An event that is due stays so until then. */
  const open = new Map<number, Promise<void>>();
  let answered: Delivery[] = [];
  let failures = 0;
  let quietUntil = 0;

  async function send(webhook: Webhook, due: DueEvent): Promise<void> {
    const at = now();
    const message = messageOf(due.event);
    try {
      const headers = signedHeaders(message, webhook, at);
      const answer = await sender.send(webhook.url, { headers, body: message.body }, signal());
      const delivery = deliveryFrom(due, answer, { webhook: webhook.id, at, random });
      failures = delivery.outcome === 'delivered' ? 0 : failures + 1;
      quietUntil = now().getTime() + probePause(failures);
      answered.push(delivery);
      events.onDelivery(delivery);
    } catch {
      // It was broken off: whoever delivers next sends it again.
      open.delete(due.event.sequence);
    }
    wake();
  }

  async function settle(parts: WebhookParts): Promise<readonly Delivery[]> {
    const settling = answered;
    const [first] = settling;
    if (!first) return [];
    answered = [];
    try {
      await parts.settle(first.webhook, settling);
    } catch (error) {
      answered = [...settling, ...answered];
      throw error;
    }
    for (const { sequence } of settling) open.delete(sequence);
    return settling;
  }

  async function disable(webhook: Webhook, because: DisabledBecause, parts: WebhookParts): Promise<void> {
    const changes = { disabledAt: now().toISOString(), disabledBecause: because };
    await parts.changeWebhook(webhook.id, changes);
    events.onDisabled(webhook, because);
  }

  async function sendDue(webhook: Webhook, parts: WebhookParts): Promise<number> {
    const places = (failures < PROBING_FROM ? concurrency : 1) - open.size;
    if (places <= 0 || now().getTime() < quietUntil) return 0;
    const due = await parts.due(webhook.id, now().toISOString(), concurrency);
    const fresh = due.filter(({ event }) => !open.has(event.sequence)).slice(0, places);
    for (const each of fresh) open.set(each.event.sequence, send(webhook, each));
    return fresh.length;
  }

  return {
    async advance(webhook, parts) {
      const settled = await settle(parts);
      const because = reasonToDisable(webhook, settled, { now: now(), afterMs: disableAfterMs });
      if (because !== undefined) {
        await disable(webhook, because, parts);
        return true;
      }
      const sent = await sendDue(webhook, parts);
      const { seen, missed } = await parts.takeIn(webhook.id, now().toISOString());
      if (missed > 0) events.onMissed(webhook, missed);
      return settled.length + sent + seen > 0;
    },
    settle,
    idle: async () => void (await Promise.all(open.values())),
    isIdle: () => open.size === 0,
  };
}
