import type { Database } from '../database.ts';

/** Where effects are not kept, nobody is asked for them; the feed of changes is written as ever. */
export const withoutEffects = (database: Database): Database => ({
  ...database,
  write: (work) => database.write((sql, note) => work(sql, (change) => note(change))),
});
