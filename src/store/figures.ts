/**
 * What a store counts of itself, from its opening on, for whoever watches it. It only grows, but for what is under way
 * at the moment. Plain, so that it passes from thread to thread.
 */
export interface StoreFigures {
  /** `sqlite`, or `USER@HOST:PORT/NAME`: never a password. */
  readonly database: string;
  readonly writes: WriteFigures;
  /** Of PostgreSQL. */
  readonly connections?: ConnectionFigures;
}

/** Of the queue of commits. */
export interface WriteFigures {
  /** Works that wait for a transaction at this moment. */
  readonly waiting: number;
  /** Works that were refused because no transaction could be begun: a lock held for too long, a database away. */
  readonly refused: number;
  /** Transactions that came to nothing because the storage failed. */
  readonly failedCommits: number;
  /** Of each commit: how many works it made durable. */
  readonly works: Distribution;
  /** Of each commit: from holding the lock to being durable. */
  readonly seconds: Distribution;
  /** Of each commit: how long the first of its works had waited for the lock. */
  readonly waitSeconds: Distribution;
}

interface ConnectionFigures {
  readonly pool: PoolFigures;
  /** The connections of this shop's bulk messages. */
  readonly bulk: PlaceFigures;
}

export interface PoolFigures extends PlaceFigures {
  /** The same for all shops that share the pool. */
  readonly number: number;
  /** Open connections that nobody uses at this moment. */
  readonly idle: number;
}

/** Of a bounded number of places. */
export interface PlaceFigures {
  readonly limit: number;
  readonly inUse: number;
  readonly waiting: number;
  /** Those who waited until their patience ended. */
  readonly refused: number;
}

export interface Distribution {
  /** Upper bounds, rising. */
  readonly bounds: readonly number[];
  /** How many values were at most each bound and above the one before; last, how many were above all. */
  readonly counts: readonly number[];
  readonly sum: number;
}

export interface Tally {
  add(value: number): void;
  read(): Distribution;
}

export function createTally(bounds: readonly number[]): Tally {
  const counts = [...bounds, 0].map(() => 0);
  let sum = 0;
  return {
    add(value) {
      let place = 0;
      while (value > (bounds[place] ?? Number.POSITIVE_INFINITY)) place += 1;
      counts[place] = (counts[place] ?? 0) + 1;
      sum += value;
    },
    read: () => ({ bounds, counts: [...counts], sum }),
  };
}
