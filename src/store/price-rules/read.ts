import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PriceRule } from '../../domain/price-rule.ts';
import type { Database, SqlValue } from '../database.ts';
import { placeholders } from '../products/columns.ts';
import { KEY, listed, OPTIONS, type PriceRuleRow, ruleFromRow } from './columns.ts';

const BATCH = 1000;

const page = (
  after: string,
): string => `SELECT ${listed([...KEY, 'kind', 'value', ...OPTIONS], 'p')}, p.retired_at,
  CASE WHEN p.follows_set = 1 AND s.seen_at > p.seen_at THEN s.seen_at ELSE p.seen_at END AS seen_at
  FROM price_rule p LEFT JOIN price_rule_set s ON s.source = p.source AND s.rule = p.rule
  ${after} ORDER BY ${listed(KEY, 'p')} LIMIT ${BATCH}`;
const FIRST = page('');
const NEXT = page(`WHERE (${listed(KEY, 'p')}) > (${placeholders(KEY.length)})`);

/** All rules, retired ones too, in the order of their keys. */
export async function* readPriceRules(database: Database): AsyncGenerator<readonly PriceRule[]> {
  let rows = await database.read.all<PriceRuleRow>(FIRST);
  for (;;) {
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(ruleFromRow);
    await nextTurn();
    rows = await database.read.all<PriceRuleRow>(NEXT, keyOf(last));
  }
}

const keyOf = (row: PriceRuleRow): SqlValue[] => [
  row.reference,
  row.customer,
  row.customer_group,
  row.from_quantity,
  row.currency,
  row.country,
  row.valid_from,
  row.source,
  row.rule,
];
