import { sessionBounds } from '../../../console/access/sessions.ts';
import type { ChangeBounds } from '../../../shop/change-feed.ts';
import type { JournalBounds } from '../../../shop/journal.ts';
import type { HeldShop } from './held-shop.ts';

const EVERY_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

export interface PruningOptions {
  readonly journal: JournalBounds;
  readonly changes: ChangeBounds;
  /** How long requests that may come again are remembered. */
  readonly requestHours: number;
  /** How long attempts at webhooks are kept. */
  readonly webhookDays: number;
  /** How long it is kept who did what in the console. */
  readonly auditDays: number;
  onError(error: unknown): void;
}

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

/** Keeps the journals, the feeds of changes and what is remembered beside them within their bounds while the server runs. */
export function startPruning(
  shops: readonly Pick<HeldShop, 'isOpen' | 'opened'>[],
  { journal, changes, requestHours, webhookDays, auditDays, onError }: PruningOptions,
): { stop(): void } {
  const prune = async (): Promise<void> => {
    for (const { isOpen, opened } of shops) {
      if (!isOpen()) continue;
      const shop = opened();
      await shop.journal.pruneJournal(journal).catch(onError);
      await shop.changeFeed?.pruneChanges(changes).catch(onError);
      await shop.orderDesk?.pruneOrderRequests(requestHours).catch(onError);
      await shop.webhooks?.pruneDeliveries(daysAgo(webhookDays)).catch(onError);
      await shop.consoleAccounts.pruneSessions(sessionBounds(Date.now())).catch(onError);
      await shop.auditTrail.pruneActions(daysAgo(auditDays)).catch(onError);
    }
  };
  const timer = setInterval(() => void prune(), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
