import type { ChangeEvent, NotedChange } from '../../domain/change-event.ts';
import { fail } from '../../domain/error.ts';
import {
  CHANGES_A_PAGE,
  type ChangeFeed,
  type ChangePage,
  type ChangeQuery,
  MOST_CHANGES_A_PAGE,
} from '../../shop/change-feed.ts';

export interface MemoryFeed extends ChangeFeed {
  note(change: NotedChange): void;
  kept(): readonly ChangeEvent[];
}

const DAY_MS = 86_400_000;

export function createFeed(now: () => Date): MemoryFeed {
  let kept: ChangeEvent[] = [];
  let last = 0;

  function read({ since, limit = CHANGES_A_PAGE, entities }: ChangeQuery): ChangePage {
    const from = since ?? last - kept.length;
    const facts = { value: String(from), expected: String(last) };
    if (from > last) throw fail('cursor_unknown', facts);
    if (from < last - kept.length) throw fail('cursor_expired', facts);
    const wanted = kept.filter(
      ({ sequence, entity }) => sequence > from && (entities?.includes(entity) ?? true),
    );
    const events = wanted.slice(0, Math.min(limit, MOST_CHANGES_A_PAGE));
    const isLast = events.length === wanted.length;
    const cursor = isLast ? last : (events.at(-1)?.sequence ?? from);
    return { events, cursor, more: cursor < last };
  }

  return {
    note(change) {
      last += 1;
      kept.push({ ...change, id: `evt_${last}_memory`, sequence: last });
    },
    kept: () => kept,
    changes: async (query) => read(query),
    async recentChanges({ limit, after, entities, key }) {
      const [before = last + 1] = after ?? [];
      const wanted = kept.filter(
        (event) =>
          event.sequence < Number(before) &&
          (entities?.includes(event.entity) ?? true) &&
          (key === undefined || event.key === key),
      );
      const items = wanted.toReversed().slice(0, limit);
      const end = items.at(-1)?.sequence;
      return { items, next: items.length < wanted.length && end !== undefined ? [end] : undefined };
    },
    newestChange: async () => last,
    async pruneChanges({ maxAgeDays, maxEvents }) {
      const before = new Date(now().getTime() - maxAgeDays * DAY_MS).toISOString();
      const isDue = ({ at, sequence }: ChangeEvent) =>
        sequence < last && (at < before || sequence <= last - maxEvents);
      const dropped = kept.findLastIndex(isDue);
      kept = kept.slice(dropped + 1);
      return dropped + 1;
    },
  };
}
