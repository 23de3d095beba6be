import type { Waiting } from './waiting.ts';

/** How long followers wait for other writes at least, unless several commit anyway. */
const FRESH_MS = 20;

/** Works that are worth no commit of their own: they come along with somebody else's. */
export interface Followers {
  add(entry: Waiting, withinMs: number): void;
  /** Those that go with a commit of so many writes. */
  takeAlong(writes: number): readonly Waiting[];
  /** All of them become writes of their own. */
  promote(): void;
}

/** Those that nobody took along in time are given to `write`. */
export function createFollowers(write: (entries: readonly Waiting[]) => void): Followers {
  let followers: Waiting[] = [];

  function takeAll(): readonly Waiting[] {
    const taken = followers;
    followers = [];
    return taken;
  }

  function promote(): void {
    if (followers.length === 0) return;
    write(takeAll().map((entry) => ({ ...entry, since: performance.now() })));
  }

  return {
    add(entry, withinMs) {
      if (followers.length === 0) setTimeout(promote, withinMs);
      followers.push(entry);
    },
    /** A write that is alone takes nothing along that came just now: with the next ones, it shares pages and calls. */
    takeAlong(writes) {
      const [oldest] = followers;
      const fresh = oldest !== undefined && performance.now() - oldest.since < FRESH_MS;
      return fresh && writes === 1 ? [] : takeAll();
    },
    promote,
  };
}
