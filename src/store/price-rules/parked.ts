import { type Problem, problem, quotable, type Reason } from '../../domain/problem.ts';
import type { Findings } from '../../shop/findings.ts';
import { MOST_KEPT, NO_FINDINGS } from '../../shop/tally.ts';
import type { Sql } from '../database.ts';

interface Question {
  readonly reason: Reason;
  readonly count: string;
  readonly list: string;
}

const question = (reason: Reason, value: string, condition: string): Question => ({
  reason,
  count: `SELECT count(*) AS count FROM named_rule n WHERE ${condition}`,
  list: `SELECT n.reference, n.${value} AS value FROM named_rule n WHERE ${condition} ORDER BY n.seq LIMIT ${MOST_KEPT}`,
});

const QUESTIONS: readonly Question[] = [
  question(
    'parked_unknown_product',
    'reference',
    `n.reference <> '' AND NOT EXISTS (SELECT 1 FROM product p WHERE p.reference = n.reference)`,
  ),
  question(
    'parked_unknown_customer',
    'customer',
    `n.customer <> '' AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.code = n.customer)`,
  ),
];

/** Rules whose product or customer is not known yet: they are kept, and apply once it is. */
export async function findParked(sql: Sql): Promise<readonly Findings[]> {
  const findings: Findings[] = [];
  for (const asked of QUESTIONS) findings.push(await ask(sql, asked));
  return findings;
}

async function ask(sql: Sql, { reason, count: countAll, list }: Question): Promise<Findings> {
  const count = Number((await sql.get<{ count: number }>(countAll))?.count ?? 0);
  if (count === 0) return NO_FINDINGS;
  const rows = await sql.all<{ reference: string; value: string }>(list);
  return { count, kept: rows.map(({ reference, value }): Problem => warning(reason, reference, value)) };
}

const warning = (reason: Reason, reference: string, value: string): Problem =>
  problem(reason, { entity: 'price_rule', record: reference, value: quotable(value) });
