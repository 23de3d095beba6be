import { setTimeout as sleep } from 'node:timers/promises';

/** Lets somebody sleep until there is something to do. */
export interface Waker {
  wake(): void;
  /** Until somebody wakes, or for so long. */
  wait(ms: number): Promise<void>;
}

export function createWaker(): Waker {
  let awake = false;
  let alarm = new AbortController();
  return {
    wake() {
      awake = true;
      alarm.abort();
    },
    async wait(ms) {
      if (!awake) await sleep(ms, undefined, { signal: alarm.signal, ref: false }).catch(() => {});
      awake = false;
      alarm = new AbortController();
    },
  };
}
