import { problem } from '../../domain/problem.ts';
import type { Findings } from '../../shop/findings.ts';
import { MOST_KEPT, NO_FINDINGS } from '../../shop/tally.ts';
import type { Sql } from '../database.ts';
import { equal } from '../sql-text.ts';
import { KEY } from './columns.ts';
import type { StagedRules } from './stage.ts';

// With `seq` last the question "is there a later one?" stays cheap, however often one key is repeated.
const INDEX = `CREATE INDEX suspect_rule_key ON suspect_rule (${KEY.join(', ')}, seq)`;
const FIND = `CREATE TEMP TABLE superseded_rule AS SELECT n.seq, n.source, n.rule, n.reference FROM named_rule n
  WHERE EXISTS (SELECT 1 FROM suspect_rule s WHERE ${equal(KEY, 's', 'n')} AND s.seq > n.seq)`;
const DROP = 'DELETE FROM named_rule WHERE seq IN (SELECT seq FROM superseded_rule)';
const DISCOUNT = `INSERT INTO named_rule_set (source, rule, named)
  SELECT source, rule, -count(*) FROM superseded_rule GROUP BY source, rule`;
const LIST = `SELECT reference FROM superseded_rule ORDER BY seq LIMIT ${MOST_KEPT}`;

/** Leaves the last row of each key in `named_rule`. */
export async function dropDuplicates(sql: Sql, { suspects }: StagedRules): Promise<Findings> {
  if (suspects === 0) return NO_FINDINGS;
  await sql.run(INDEX);
  await sql.run(FIND);
  await sql.run(DISCOUNT);
  const rows = await sql.all<{ reference: string }>(LIST);
  const count = await sql.run(DROP);
  return {
    count,
    kept: rows.map(({ reference }) =>
      problem('duplicate_in_message', { entity: 'price_rule', record: reference }),
    ),
  };
}

const SORT = [
  `CREATE TEMP TABLE sorted_rule AS SELECT * FROM named_rule ORDER BY ${KEY.join(', ')}`,
  'DROP TABLE named_rule',
  'ALTER TABLE sorted_rule RENAME TO named_rule',
];

/**
 * Puts `named_rule` into the order of the primary key, so that comparing and writing go through the stored rules once,
 * from one end to the other.
 */
export async function sortRules(sql: Sql): Promise<void> {
  for (const statement of SORT) await sql.run(statement);
}
