import type { ChangeFeed } from '../../shop/change-feed.ts';
import type { Database } from '../database.ts';
import { pruneChanges } from './prune.ts';
import { newestChange, readChanges } from './read.ts';

export const createChangeFeed = (database: Database, now: () => Date): ChangeFeed => ({
  changes: (query) => readChanges(database, query),
  newestChange: () => newestChange(database.read),
  pruneChanges: (bounds) => pruneChanges(database, bounds, now()),
});
