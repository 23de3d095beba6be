/** Lets one who cannot go on wait until another wakes it. A wake that nobody waits for is not kept. */
export interface Signal {
  wait(): Promise<void>;
  /** Wakes all who wait. */
  wake(): void;
}

export function createSignal(): Signal {
  let waiting: PromiseWithResolvers<void> | undefined;
  return {
    wait() {
      waiting ??= Promise.withResolvers();
      return waiting.promise;
    },
    wake() {
      waiting?.resolve();
      waiting = undefined;
    },
  };
}
