import { setTimeout as sleep } from 'node:timers/promises';
import type { BulkFigures } from './protocol.ts';

/** What the thread for bulk messages counts, as far as the server's thread knows. */
export interface ToldFigures {
  /** Asks, and gives the answer; the last one while the thread is too busy to say. */
  ask(question: () => void): Promise<BulkFigures>;
  tell(figures: BulkFigures): void;
}

const PATIENCE_MS = 500;

export function createToldFigures(patienceMs = PATIENCE_MS): ToldFigures {
  let last: BulkFigures = {};
  let asked: PromiseWithResolvers<void> | undefined;
  return {
    async ask(question) {
      if (!asked) {
        asked = Promise.withResolvers();
        question();
      }
      await Promise.race([asked.promise, sleep(patienceMs, undefined, { ref: false })]);
      return last;
    },
    tell(figures) {
      last = figures;
      asked?.resolve();
      asked = undefined;
    },
  };
}
