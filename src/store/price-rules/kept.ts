import type { Sql } from '../database.ts';
import { KEY } from './columns.ts';

/**
 * Of one (source, rule, reference), this many refused rows are compared one by one; beyond it, every rule of that
 * reference is kept. It bounds the work that a list of refused rows can make, and retires nothing that it should not.
 */
const COMPARED = 100;

const OTHERS = KEY.filter((column) => !['source', 'rule', 'reference'].includes(column));

const STATEMENTS = [
  `CREATE TEMP TABLE crowded_rule AS SELECT source, rule, reference FROM kept_rule
     GROUP BY source, rule, reference HAVING count(*) > ${COMPARED}`,
  'CREATE INDEX crowded_rule_reference ON crowded_rule (source, rule, reference)',
  `DELETE FROM kept_rule WHERE EXISTS (SELECT 1 FROM crowded_rule c WHERE c.source = kept_rule.source
     AND c.rule = kept_rule.rule AND c.reference IS NOT DISTINCT FROM kept_rule.reference)`,
  'INSERT INTO kept_rule (source, rule, reference) SELECT source, rule, reference FROM crowded_rule',
  'CREATE INDEX kept_rule_reference ON kept_rule (source, rule, reference)',
];

/** Makes `kept_rule` ready for IS_KEPT. */
export async function prepareKept(sql: Sql): Promise<void> {
  for (const statement of STATEMENTS) await sql.run(statement);
}

const matching = (reference: string): string =>
  `EXISTS (SELECT 1 FROM kept_rule k WHERE k.source = p.source AND k.rule = p.rule AND ${reference} AND ${OTHERS.map(
    (column) => `(k.${column} IS NULL OR k.${column} = p.${column})`,
  ).join(' AND ')})`;

/** Whether rule `p` may be the predecessor of a refused row: what that row did not say matches any rule. */
export const IS_KEPT = `(${matching('k.reference = p.reference')} OR ${matching('k.reference IS NULL')})`;
