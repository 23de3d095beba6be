import type { Journal, RecordDepth } from '../../shop/journal.ts';
import type { Database } from '../database.ts';
import { pruneJournal } from './prune.ts';
import { readExchange, readExchanges } from './read.ts';
import { createRecorder } from './record.ts';
import { readRun, readRuns } from './runs.ts';

interface JournalOptions {
  readonly now: () => Date;
  readonly record: RecordDepth;
}

export const createJournal = (database: Database, { now, record }: JournalOptions): Journal => ({
  recordExchange: createRecorder(database, record),
  exchanges: (filter) => readExchanges(database.read, filter),
  runs: (filter) => readRuns(database.read, filter),
  run: (id) => readRun(database.read, id),
  exchange: (id) => database.snapshot((sql) => readExchange(sql, id)),
  pruneJournal: (bounds) => pruneJournal(database, bounds, now()),
});
