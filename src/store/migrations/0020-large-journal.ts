import type { Migration } from './migration.ts';

/** `recorded`: what was kept of an exchange from the beginning; NULL is everything. */
export const LARGE_JOURNAL: Migration = {
  id: '0020-large-journal',
  sqlite: ['ALTER TABLE exchange ADD COLUMN recorded TEXT'],
};
