import type { Migration } from './migration.ts';

/** Of a change of the shop's own side: the token, or the console's user, that made it. */
export const CHANGE_CALLER: Migration = {
  id: '0022-change-caller',
  sqlite: ['ALTER TABLE change_event ADD COLUMN caller TEXT'],
};
