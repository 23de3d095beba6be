import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Delivery, Webhook } from '../../../shop/webhooks.ts';

/** The webhooks of one shop, as last read. */
export interface WebhookReport {
  readonly shop: string;
  readonly webhooks: readonly Webhook[];
}

export interface WebhookCounts {
  delivery(delivery: Delivery, shop: string): void;
  missedEvents(count: number, shop: string): void;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];
const STATES = ['active', 'failing', 'disabled'] as const;

const stateOf = ({ disabledAt, failingSince }: Webhook): (typeof STATES)[number] =>
  disabledAt !== undefined ? 'disabled' : failingSince !== undefined ? 'failing' : 'active';

export function createWebhookMetrics(
  registry: Registry,
  read: () => readonly WebhookReport[],
): WebhookCounts {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'passerelle_webhook_deliveries_total',
    help: 'Attempts to deliver an event.',
    labelNames: ['shop', 'outcome'],
    registers,
  });
  const missed = new Counter({
    name: 'passerelle_webhook_events_missed_total',
    help: 'Changes that the feed dropped before a webhook was told of them.',
    labelNames: ['shop'],
    registers,
  });
  const durations = new Histogram({
    name: 'passerelle_webhook_delivery_duration_seconds',
    help: 'How long an attempt took.',
    buckets: SECONDS,
    registers,
  });
  addWebhookGauges(registers, read);
  return {
    delivery({ outcome, durationMs }, shop) {
      deliveries.inc({ shop, outcome });
      durations.observe(durationMs / 1000);
    },
    missedEvents: (count, shop) => missed.inc({ shop }, count),
  };
}

function addWebhookGauges(registers: Registry[], read: () => readonly WebhookReport[]): void {
  new Gauge({
    name: 'passerelle_webhooks',
    help: 'Webhooks by their state.',
    labelNames: ['shop', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { shop, webhooks } of read())
        for (const state of STATES)
          this.set({ shop, state }, webhooks.filter((webhook) => stateOf(webhook) === state).length);
    },
  });
  new Gauge({
    name: 'passerelle_webhook_events_waiting',
    help: 'Events that wait to be sent, or to be tried again.',
    labelNames: ['shop'],
    registers,
    collect() {
      this.reset();
      for (const { shop, webhooks } of read())
        this.set(
          { shop },
          webhooks.reduce((sum, { waiting }) => sum + waiting, 0),
        );
    },
  });
}
