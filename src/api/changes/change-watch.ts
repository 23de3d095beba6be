import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeFeed } from '../../shop/change-feed.ts';

/** Lets calls wait for what changes next. */
export interface ChangeWatch {
  /**
   * Until something changed behind the cursor; until the signal at the latest, or until the server stops. Gives whether
   * something did.
   */
  past(feed: ChangeFeed, cursor: number, signal: AbortSignal): Promise<boolean>;
}

/** How often each feed is looked at while somebody waits, however many do. */
const LOOK_MS = 250;

export function createChangeWatch(stopping?: AbortSignal): ChangeWatch {
  const looks = new WeakMap<ChangeFeed, Promise<number>>();

  async function look(feed: ChangeFeed): Promise<number> {
    await sleep(LOOK_MS, undefined, { ref: false });
    looks.delete(feed);
    return feed.newestChange();
  }

  function nextLook(feed: ChangeFeed): Promise<number> {
    const shared = looks.get(feed) ?? look(feed);
    looks.set(feed, shared);
    return shared;
  }

  return {
    async past(feed, cursor, signal) {
      const ends = stopping ? [signal, stopping] : [signal];
      const ended = Promise.withResolvers<undefined>();
      const end = (): void => ended.resolve(undefined);
      for (const each of ends) each.addEventListener('abort', end);
      const isOver = (): boolean => ends.some(({ aborted }) => aborted);
      try {
        while (!isOver()) {
          const newest = await Promise.race([nextLook(feed), ended.promise]);
          if (newest !== undefined && newest > cursor) return true;
        }
        return false;
      } finally {
        for (const each of ends) each.removeEventListener('abort', end);
      }
    },
  };
}
