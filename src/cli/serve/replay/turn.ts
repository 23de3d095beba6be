import { fail } from '../../../domain/error.ts';

/** Lets in one at a time. */
export interface Turn {
  /** Has it from now on, until `signal` is aborted or the steps end. Throws `replay_under_way` while another has it. */
  take(signal: AbortSignal): TakenTurn;
}

interface TakenTurn {
  /** Of one that does not come to its steps. */
  release(): void;
  /** The turn ends with the steps. None are made where it has ended before. */
  during<Step>(steps: AsyncGenerator<Step>): AsyncGenerator<Step>;
}

export function createTurn(): Turn {
  let holder: symbol | undefined;
  return {
    take(signal) {
      if (holder !== undefined) throw fail('replay_under_way');
      const own = Symbol('turn');
      const release = (): void => {
        if (holder === own) holder = undefined;
        signal.removeEventListener('abort', release);
      };
      holder = own;
      // A caller who leaves before the first step never asks for one, and never ends them.
      signal.addEventListener('abort', release);
      if (signal.aborted) release();
      return {
        release,
        async *during(steps) {
          if (holder !== own) return;
          // What is under way ends by itself, and the next one waits for that.
          signal.removeEventListener('abort', release);
          try {
            yield* steps;
          } finally {
            release();
          }
        },
      };
    },
  };
}
