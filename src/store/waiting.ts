import type { Entry, EntryWork } from './batch.ts';
import type { Noted } from './database.ts';

/** A work that waits, and since when: `performance.now()`. */
export interface Waiting extends Entry {
  readonly since: number;
}

export function createEntry<T>(
  work: EntryWork<T>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Waiting {
  let settle = (): void => undefined;
  let noted: Noted[] = [];
  return {
    since: performance.now(),
    async run(sql) {
      noted = [];
      const value = await work(sql, (change, fields) => noted.push({ change, fields }));
      settle = () => resolve(value);
    },
    noted: () => noted,
    resolve: () => settle(),
    reject,
  };
}

/** Works in the order in which they came. */
export interface Line {
  add(...entries: readonly Waiting[]): void;
  /** The first of them, so many at most. */
  take(most: number): readonly Waiting[];
  /** Refuses those that have waited since before that moment; gives how many they were. */
  refuse(sinceBefore: number, error: unknown): number;
  length(): number;
}

export function createLine(): Line {
  let waiting: Waiting[] = [];
  return {
    add: (...entries) => void waiting.push(...entries),
    take: (most) => waiting.splice(0, most),
    refuse(sinceBefore, error) {
      const refused = waiting.filter(({ since }) => since < sinceBefore);
      waiting = waiting.filter(({ since }) => since >= sinceBefore);
      for (const entry of refused) entry.reject(error);
      return refused.length;
    },
    length: () => waiting.length,
  };
}
