import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy, storeFault } from './faults.ts';

/** How often a lock that another process or thread holds is asked for again, in ms. */
const RETRY_MS = 3;

/** Repeats while somebody else holds the lock, without blocking the event loop; then rejects with `store_unavailable`. */
export async function retryWhileBusy<T>(attempt: () => T | Promise<T>, patienceMs: number): Promise<T> {
  for (const start = performance.now(); ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > patienceMs) throw storeFault(error);
    }
    await sleep(RETRY_MS);
  }
}
