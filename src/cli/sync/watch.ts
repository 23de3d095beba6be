import { setTimeout } from 'node:timers/promises';

/** Calls `run` at once and then every `minutes`, counted from the start of each, until the signal. Gives the last result. */
export async function watch<Result>(
  run: () => Promise<Result>,
  { minutes, signal, onWait }: WatchOptions,
): Promise<Result> {
  for (;;) {
    const started = Date.now();
    const result = await run();
    if (signal.aborted) return result;
    const wait = Math.max(0, started + minutes * MINUTE - Date.now());
    onWait(new Date(Date.now() + wait));
    await setTimeout(wait, undefined, { signal }).catch(() => {});
    if (signal.aborted) return result;
  }
}

const MINUTE = 60_000;

interface WatchOptions {
  readonly minutes: number;
  readonly signal: AbortSignal;
  onWait(next: Date): void;
}
