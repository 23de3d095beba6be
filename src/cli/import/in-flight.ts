/** Starts works up to a number at a time; works of one key go one after another, in the order they came. */
export interface InFlight {
  /** Resolves when there is room for more; rejects once a work has rejected. */
  add(key: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when all have ended; rejects with the first that rejected. */
  settled(): Promise<void>;
}

export function createInFlight(most: number): InFlight {
  const running = new Map<string, Promise<void>>();
  let count = 0;
  let failure: { readonly error: unknown } | undefined;
  const throwFailure = (): void => {
    if (failure) throw failure.error;
  };
  return {
    async add(key, work) {
      while (count >= most) await Promise.race(running.values());
      throwFailure();
      count++;
      const run = (running.get(key) ?? Promise.resolve())
        .then(() => (failure ? undefined : work()))
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .then(() => {
          count--;
          if (running.get(key) === run) running.delete(key);
        });
      running.set(key, run);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
      throwFailure();
    },
  };
}
