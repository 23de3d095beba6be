import type { Migration } from './migration.ts';

/**
 * `recorded`: what was kept of an exchange from the beginning; NULL is everything. Of the indexes, one has all exchanges, and the outcome
 * so that none need be read for it; those of problems have few, and cost an exchange that goes well nothing.
 */
export const LARGE_JOURNAL: Migration = {
  id: '0020-large-journal',
  sqlite: [
    'ALTER TABLE exchange ADD COLUMN recorded TEXT',
    'CREATE INDEX exchange_resource ON exchange (resource, id, outcome)',
    `CREATE INDEX exchange_problem ON exchange (outcome, id) WHERE outcome NOT IN ('success', 'unchanged')`,
    `CREATE INDEX exchange_resource_problem ON exchange (resource, outcome, id) WHERE outcome NOT IN ('success', 'unchanged')`,
  ],
};
