import type { Migration } from './migration.ts';

/** Of an exchange that is another one sent again: the id of that one. */
export const REPLAY: Migration = {
  id: '0016-replay',
  sqlite: ['ALTER TABLE exchange ADD COLUMN replay_of TEXT'],
};
