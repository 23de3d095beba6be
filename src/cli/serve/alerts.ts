import { alertMail, alertText } from '../../alerts/message.ts';
import { sendMail } from '../../alerts/tell/mail.ts';
import { callHook } from '../../alerts/tell/webhook.ts';
import { type AlertWatch, startAlerts } from '../../alerts/watch.ts';
import type { Alert } from '../../shop/alerts.ts';
import type { Sender } from '../../webhooks/send.ts';
import type { Configuration, ShopConfiguration } from '../configuration/resolve.ts';
import type { ServerLog } from './operations/log.ts';
import type { HeldShop } from './shops/held-shop.ts';

export interface AlertsOptions {
  readonly configuration: Configuration;
  readonly shops: readonly HeldShop[];
  readonly sender: Sender;
  readonly log: Pick<ServerLog, 'alert' | 'failure'>;
}

const HOUR_MS = 3_600_000;

/** Watches each shop that has `alerts`. */
export function startShopAlerts({ configuration, shops, sender, log }: AlertsOptions): AlertWatch {
  const watches = shops.flatMap((held) => {
    const shop = configuration.shops.find(({ name }) => name === held.served.name);
    return shop?.alerts ? [watchShop(held, { shop, settings: shop.alerts, configuration, sender, log })] : [];
  });
  return {
    async stop() {
      await Promise.all(watches.map((watch) => watch.stop()));
    },
  };
}

type ShopAlerts = NonNullable<ShopConfiguration['alerts']>;

interface Telling extends Pick<AlertsOptions, 'sender' | 'log'> {
  readonly shop: Pick<ShopConfiguration, 'name' | 'language' | 'timeZone'>;
  readonly settings: Pick<ShopAlerts, 'emails' | 'webhook'>;
  readonly configuration: Pick<Configuration, 'mail'>;
}

interface Watched extends Telling {
  readonly settings: ShopAlerts;
}

const watchShop = ({ isOpen, opened }: HeldShop, watched: Watched): AlertWatch =>
  startAlerts({
    shop() {
      if (!isOpen()) return undefined;
      const { alerting, ...sources } = opened();
      return alerting && { ...sources, alerting };
    },
    settings: watched.settings,
    timeZone: watched.shop.timeZone,
    repeatMs: watched.settings.repeatHours * HOUR_MS,
    tell: (alerts) => tellPeople(alerts, watched),
    onFailure: watched.log.failure,
  });

/** By every way that is configured. Rejects when one fails, so that all are told again. */
export async function tellPeople(
  alerts: readonly Alert[],
  { shop, settings: { emails, webhook }, configuration: { mail }, sender, log }: Telling,
): Promise<void> {
  const { name, language, timeZone } = shop;
  for (const alert of alerts) log.alert(alert, name);
  if (mail && emails.length > 0)
    await sendMail({ ...mail, to: emails }, alertMail(name, alerts, { language, timeZone }));
  if (!webhook) return;
  for (const alert of alerts) {
    const { sentence } = alertText(alert, { language, timeZone });
    await callHook(sender, webhook, { shop: name, alert, sentence });
  }
}
