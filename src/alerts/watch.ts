import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Alert, AlertBook, AlertKind } from '../shop/alerts.ts';
import type { WebhookQueue } from '../shop/webhooks.ts';
import { createLeaseHolder } from '../webhooks/lease.ts';
import { bookChanges } from './book.ts';
import type { AlertSettings, AlertSources, Finding, Look } from './finding.ts';
import { heldRuns } from './look/holds.ts';
import { linkFindings } from './look/link.ts';
import { unconfirmedOrders } from './look/orders.ts';
import { contradictions } from './look/prices.ts';
import { refusedAgain } from './look/records.ts';

/** A shop as it is watched. */
interface WatchedShop extends AlertSources {
  /** Also who watches, of several servers. */
  readonly alerting: AlertBook & Pick<WebhookQueue, 'holdLease' | 'releaseLease'>;
}

export interface WatchOptions {
  /** Undefined while the shop's store is not open. */
  shop(): WatchedShop | undefined;
  readonly settings: AlertSettings;
  readonly timeZone: string;
  /** How long it takes until people are told again of what still holds. */
  readonly repeatMs: number;
  /** Tells people; what rejects is told again in the next round. */
  tell(alerts: readonly Alert[]): Promise<void>;
  onFailure(error: unknown): void;
  readonly everyMs?: number;
  readonly now?: () => Date;
}

export interface AlertWatch {
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;
const LEASE_MS = 180_000;
const LEASE = 'alerts';
const DAY_MS = 86_400_000;

type Watcher = (look: Look) => Promise<readonly Finding[]>;
const WATCHERS: readonly { readonly kinds: readonly AlertKind[]; readonly look: Watcher }[] = [
  { kinds: ['order_unconfirmed'], look: unconfirmedOrders },
  { kinds: ['link_silent', 'refusals_rising'], look: linkFindings },
  { kinds: ['refused_again'], look: refusedAgain },
  { kinds: ['run_held'], look: heldRuns },
];
/** It goes through all rules: once a day. */
const PRICES = { kinds: ['prices_contradict'], look: contradictions } as const;

/** Looks at a shop every minute, keeps what it finds in the book, and tells people of what is new. */
export function startAlerts(options: WatchOptions): AlertWatch {
  const { everyMs = EVERY_MS, now = () => new Date() } = options;
  const lease = createLeaseHolder({
    name: LEASE,
    owner: randomUUID(),
    leaseMs: LEASE_MS,
    now: () => performance.now(),
  });
  const stopping = new AbortController();
  let pricesAt = Number.NEGATIVE_INFINITY;

  async function round(shop: WatchedShop): Promise<void> {
    if (!(await lease.renew(shop.alerting))) return;
    const at = now();
    const withPrices = at.getTime() - pricesAt >= DAY_MS;
    const watchers = withPrices ? [...WATCHERS, PRICES] : WATCHERS;
    if (withPrices) pricesAt = at.getTime();
    await lookOnce(shop, watchers, { ...options, at });
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const shop = options.shop();
      await (shop ? round(shop) : Promise.resolve()).catch(options.onFailure);
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      const shop = options.shop();
      if (shop) await lease.release(shop.alerting).catch(options.onFailure);
    },
  };
}

interface Round extends Pick<WatchOptions, 'settings' | 'timeZone' | 'repeatMs' | 'tell'> {
  readonly at: Date;
}

async function lookOnce(shop: WatchedShop, watchers: typeof WATCHERS, round: Round): Promise<void> {
  const { settings, timeZone, at, repeatMs, tell } = round;
  const findings: Finding[] = [];
  for (const { look } of watchers)
    findings.push(...(await look({ sources: shop, settings, now: at, timeZone })));
  const open = await shop.alerting.openAlerts();
  const { alerts, toTell } = bookChanges(open, findings, {
    now: at.toISOString(),
    createId: () => randomUUID().slice(0, 8),
    looked: new Set(watchers.flatMap(({ kinds }) => kinds)),
    repeatMs,
  });
  // Told first: who is told twice is better off than who is never told.
  if (toTell.length > 0) await tell(toTell);
  if (alerts.length > 0) await shop.alerting.saveAlerts(alerts);
}
