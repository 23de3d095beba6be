import type { ChangeFeed } from '../../shop/change-feed.ts';
import type { Database } from '../database.ts';
import { pruneChanges } from './prune.ts';
import { newestChange, readChanges } from './read.ts';
import { readRecentChanges } from './recent.ts';

export const createChangeFeed = (database: Database, now: () => Date): ChangeFeed => ({
  changes: (query) => readChanges(database, query),
  recentChanges: (query) => readRecentChanges(database, query),
  newestChange: () => newestChange(database.read),
  pruneChanges: (bounds) => pruneChanges(database, bounds, now()),
});
