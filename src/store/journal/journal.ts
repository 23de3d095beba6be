import type { Backoffice } from '../../shop/backoffice.ts';
import type { Database } from '../database.ts';
import { addKey, readKeys, revokeKey } from './keys.ts';
import { pruneJournal } from './prune.ts';
import { readExchange, readExchanges } from './read.ts';
import { createRecorder } from './record.ts';

export type JournalPart = Pick<
  Backoffice,
  'recordExchange' | 'exchanges' | 'exchange' | 'pruneJournal' | 'keys' | 'addKey' | 'revokeKey'
>;

/** The journal of every exchange, and the access keys. */
export function createJournal(database: Database, now: () => Date): JournalPart {
  return {
    recordExchange: createRecorder(database),
    exchanges: (filter) => readExchanges(database.read, filter),
    exchange: (id) => database.snapshot((sql) => readExchange(sql, id)),
    pruneJournal: (bounds) => pruneJournal(database, bounds, now()),
    keys: () => readKeys(database.read),
    addKey: (key) => database.write((sql) => addKey(sql, key)),
    revokeKey: (id, at) => database.write((sql) => revokeKey(sql, id, at)),
  };
}
