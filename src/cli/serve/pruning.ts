import type { JournalBounds } from '../../shop/backoffice.ts';
import type { HeldShop } from './held-shop.ts';

const EVERY_MS = 10 * 60_000;

/** Keeps the journals within their bounds while the server runs. */
export function startPruning(
  shops: readonly Pick<HeldShop, 'isOpen' | 'store'>[],
  { bounds, onError }: { readonly bounds: JournalBounds; onError(error: unknown): void },
): { stop(): void } {
  const prune = async (): Promise<void> => {
    for (const { isOpen, store } of shops)
      if (isOpen()) await store().backoffice.pruneJournal(bounds).catch(onError);
  };
  const timer = setInterval(() => void prune(), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
