import type { ChangedEntity, ChangeEvent } from '../domain/change-event.ts';
import type { Page, PageQuery } from './pages.ts';

/** Everything that changed, in the order in which it took effect. */
export interface ChangeFeed {
  /**
   * The changes behind a cursor, oldest first. Whoever goes on from each page's cursor gets every change once, whoever
   * writes meanwhile, in however many processes. Rejects with `cursor_expired` when changes behind the cursor are not
   * kept any more, `cursor_unknown` when it is ahead of the feed.
   */
  changes(query: ChangeQuery): Promise<ChangePage>;
  /**
   * The changes that match, newest first. A page may have fewer than were asked for, even none, and still a next one: only so
   * many are looked at for each.
   */
  recentChanges(query: RecentChangesQuery): Promise<Page<ChangeEvent>>;
  /** The newest change's cursor; 0 when nothing changed yet. */
  newestChange(): Promise<number>;
  /**
   * Drops changes that are too old, then the oldest beyond the number, in small steps; never the newest. Gives how many
   * were dropped.
   */
  pruneChanges(bounds: ChangeBounds): Promise<number>;
}

/** What a page holds where nothing else is said, and at most. */
export const CHANGES_A_PAGE = 100;
export const MOST_CHANGES_A_PAGE = 1000;

export interface ChangeQuery {
  /** The cursor of the last page; 0: from the very first change on. Absent: from the oldest that is kept. */
  readonly since?: number;
  /** 100 by default, 1,000 at most. */
  readonly limit?: number;
  /** All by default. */
  readonly entities?: readonly ChangedEntity[];
}

/** What the places of `recentChanges` are made of: a change's number. */
export const CHANGE_PLACES = ['number'] as const;

export interface RecentChangesQuery extends PageQuery {
  /** All by default. */
  readonly entities?: readonly ChangedEntity[];
  /** Of the records that have this key. */
  readonly key?: string;
}

export interface ChangePage {
  readonly events: readonly ChangeEvent[];
  /** Where to go on: behind all changes that were looked at, wanted or not. */
  readonly cursor: number;
  /** Whether there was more at the moment of asking. */
  readonly more: boolean;
}

export interface ChangeBounds {
  readonly maxAgeDays: number;
  readonly maxEvents: number;
}
