import { type QueryExecutorProvider, type RawBuilder, sql as raw } from 'kysely';
import { type Problem, problem, quotable } from '../../../domain/problem.ts';
import { type BulkTally, type Collector, MOST_KEPT } from '../../../shop/tally.ts';

const PAGE = 500;

/** Warns of rules that the message said twice: the last one counted. */
export async function warnOfDuplicates(on: QueryExecutorProvider, { warnings }: BulkTally): Promise<void> {
  await warn(on, warnings, {
    condition: raw`n.times > 1`,
    count: raw`SUM(n.times - 1)`,
    warning: ({ reference }) => problem('duplicate_in_message', { entity: 'price_rule', record: reference }),
  });
}

/** Warns of rules for customers of whom the ERP has not spoken yet. */
export async function warnOfUnknownCustomers(
  on: QueryExecutorProvider,
  { warnings }: BulkTally,
): Promise<void> {
  await warn(on, warnings, {
    condition: raw`n.customer <> '' AND NOT EXISTS
      (SELECT 1 FROM ${raw.table('passerelle_customer')} AS c WHERE c.code = n.customer)`,
    count: raw`COUNT(*)`,
    warning: ({ reference, customer }) =>
      problem('parked_unknown_customer', {
        entity: 'price_rule',
        record: reference,
        value: quotable(customer),
      }),
  });
}

interface NamedRow {
  readonly reference: string;
  readonly customer: string;
}

interface Finding {
  readonly condition: RawBuilder<unknown>;
  readonly count: RawBuilder<unknown>;
  warning(row: NamedRow): Problem;
}

async function warn(
  on: QueryExecutorProvider,
  warnings: Collector,
  { condition, count, warning }: Finding,
): Promise<void> {
  const { rows: counts } = await raw<{ count: string | number | null }>`SELECT ${count} AS count
    FROM passerelle_named_rule AS n WHERE ${condition}`.execute(on);
  const found = Number(counts[0]?.count ?? 0);
  if (found === 0) return;
  const { rows } = await raw<NamedRow>`SELECT n.reference, n.customer FROM passerelle_named_rule AS n
    WHERE ${condition} ORDER BY n.seq LIMIT ${raw.lit(MOST_KEPT)}`.execute(on);
  warnings.addAll({ count: found, kept: rows.map(warning) });
}

/** Warns of rules for products that have not come yet. `known` gives the references that have, folded. */
export async function warnOfUnknownProducts(
  on: QueryExecutorProvider,
  { warnings }: BulkTally,
  known: (references: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await raw<{
      key: string;
      reference: string;
      count: number;
    }>`SELECT reference_key AS \`key\`,
        MIN(reference) AS reference, COUNT(*) AS count
      FROM passerelle_named_rule WHERE reference_key > ${after}
      GROUP BY reference_key ORDER BY reference_key LIMIT ${raw.lit(PAGE)}`.execute(on);
    const last = rows.at(-1);
    if (!last) return;
    const found = await known(rows.map(({ reference }) => reference));
    for (const { key, reference, count } of rows) {
      if (found.has(key)) continue;
      const value = quotable(reference);
      const warning = problem('parked_unknown_product', { entity: 'price_rule', record: reference, value });
      warnings.addAll({ count, kept: Array.from({ length: Math.min(count, MOST_KEPT) }, () => warning) });
    }
    after = last.key;
  }
}
