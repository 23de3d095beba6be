import { createAddressRules } from '../../webhooks/addresses.ts';
import { type Dispatcher, startDispatcher } from '../../webhooks/dispatcher.ts';
import { createSender, type Sender } from '../../webhooks/send.ts';
import type { Configuration } from '../configuration/resolve.ts';
import { packageVersion } from '../version.ts';
import type { ServerLog } from './operations/log.ts';
import type { Metrics } from './operations/metrics.ts';
import type { WebhookReport } from './operations/webhook-metrics.ts';
import type { HeldShop } from './shops/held-shop.ts';

/** What delivers the events of all shops of a server. */
export interface WebhookDelivery {
  reports(): readonly WebhookReport[];
  stop(): Promise<void>;
}

export interface WebhookDeliveryOptions {
  readonly configuration: Configuration;
  readonly shops: readonly HeldShop[];
  readonly sender: Sender;
  readonly log: ServerLog;
  readonly metrics: Pick<Metrics, 'delivery' | 'missedEvents'>;
}

const DAY_MS = 86_400_000;

export const senderFor = ({ webhooks }: Pick<Configuration, 'webhooks'>): Sender =>
  createSender({
    rules: createAddressRules(webhooks.allow),
    timeoutMs: webhooks.timeoutSeconds * 1000,
    userAgent: `Passerelle/${packageVersion()}`,
  });

export function startWebhooks(options: WebhookDeliveryOptions): WebhookDelivery {
  const { configuration, shops } = options;
  const dispatchers = shops.map((shop) => ({
    shop: shop.served.name,
    dispatcher: dispatcherFor(shop, options),
  }));
  return {
    reports: () => dispatchers.map(({ shop, dispatcher }) => ({ shop, webhooks: dispatcher.webhooks() })),
    async stop() {
      const graceMs = configuration.drainSeconds * 1000;
      await Promise.all(dispatchers.map(({ dispatcher }) => dispatcher.stop(graceMs)));
    },
  };
}

function dispatcherFor(
  { served: { name: shop }, isOpen, opened }: HeldShop,
  { configuration, sender, log, metrics }: WebhookDeliveryOptions,
): Dispatcher {
  return startDispatcher({
    parts: () => (isOpen() ? opened().webhooks : undefined),
    sender,
    disableAfterMs: configuration.webhooks.disableAfterDays * DAY_MS,
    events: {
      onDelivery(delivery) {
        metrics.delivery(delivery, shop);
        log.delivery(delivery, shop);
      },
      onDisabled: (webhook, because) => log.webhookDisabled(webhook, { shop, because }),
      onMissed(webhook, missed) {
        metrics.missedEvents(missed, shop);
        log.eventsMissed(webhook, { shop, missed });
      },
      onFailure: log.failure,
    },
  });
}
