import { type QueryExecutorProvider, sql as raw } from 'kysely';
import type { PriceRule } from '../../../domain/price-rule.ts';
import { readPages } from '../../../store/pages.ts';
import type { SidePriceRule, SideSql } from '../tables.ts';
import type { WallClock } from '../wall-clock.ts';
import { ruleFromRow } from './columns.ts';

const BATCH = 1000;
const TOUCHED = 200;

export const readPriceRules = (sql: SideSql, clock: WallClock): AsyncGenerator<readonly PriceRule[]> =>
  readPages<PriceRule, string>({
    from: '',
    async read(after) {
      const rows = await sql
        .selectFrom('passerelle_price_rule')
        .selectAll()
        .where('rule_key', '>', after)
        .orderBy('rule_key')
        .limit(raw.lit(BATCH))
        .execute();
      return { items: rows.map((row) => ruleFromRow(row, clock)), last: rows.at(-1)?.rule_key };
    },
  });

/** The rules of these references, folded, retired ones too. */
export async function rulesOf(
  sql: SideSql,
  references: readonly string[],
): Promise<readonly SidePriceRule[]> {
  if (references.length === 0) return [];
  return sql
    .selectFrom('passerelle_price_rule')
    .selectAll()
    .where('reference_key', 'in', references)
    .orderBy('rule_key')
    .execute();
}

/** References, folded, for which these customers have rules. */
export async function referencesOfCustomers(
  sql: SideSql,
  codes: readonly string[],
): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const rows = await sql
    .selectFrom('passerelle_price_rule')
    .select('reference_key as key')
    .distinct()
    .where('customer', 'in', codes)
    .where('retired_at', 'is', null)
    .execute();
  return rows.map(({ key }) => key);
}

/** What a merge touched, page by page: references, folded; an empty one is that of rules for no product. */
export async function* readTouched(on: QueryExecutorProvider): AsyncGenerator<readonly string[]> {
  let behind = raw``;
  for (;;) {
    const { rows } = await raw<{
      key: string;
    }>`SELECT DISTINCT reference_key AS \`key\` FROM passerelle_touched
      ${behind} ORDER BY reference_key LIMIT ${raw.lit(TOUCHED)}`.execute(on);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ key }) => key);
    behind = raw`WHERE reference_key > ${last.key}`;
  }
}
