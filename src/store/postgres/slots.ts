import { fail } from '../../domain/error.ts';
import type { PlaceFigures } from '../figures.ts';

/** A bounded number of places; who finds none waits for its turn. */
export interface Slots {
  /** Rejects with `store_unavailable` when none became free in time. */
  take(patienceMs: number): Promise<void>;
  free(): void;
  figures(): PlaceFigures;
}

export function createSlots(limit: number): Slots {
  let left = limit;
  let refused = 0;
  const waiting = new Set<() => void>();

  return {
    take(patienceMs) {
      if (left > 0) {
        left -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(enter);
          refused += 1;
          reject(fail('store_unavailable'));
        }, patienceMs);
        const enter = (): void => {
          clearTimeout(timer);
          resolve();
        };
        waiting.add(enter);
      });
    },
    free() {
      const [next] = waiting;
      if (!next) {
        left += 1;
        return;
      }
      waiting.delete(next);
      next();
    },
    figures: () => ({ limit, inUse: limit - left, waiting: waiting.size, refused }),
  };
}
