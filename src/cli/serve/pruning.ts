import type { Backoffice, JournalBounds } from '../../shop/backoffice.ts';

const EVERY_MS = 10 * 60_000;

/** Keeps the journals within their bounds while the server runs. */
export function startPruning(
  journals: readonly Pick<Backoffice, 'pruneJournal'>[],
  { bounds, onError }: { readonly bounds: JournalBounds; onError(error: unknown): void },
): { stop(): void } {
  const prune = async (): Promise<void> => {
    for (const journal of journals) await journal.pruneJournal(bounds);
  };
  const timer = setInterval(() => void prune().catch(onError), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
