import type { PriceRule } from '../../domain/price-rule.ts';
import type { Database, SqlValue } from '../database.ts';
import { readPages } from '../pages.ts';
import { listed, placeholders } from '../sql-text.ts';
import { KEY, type PriceRuleRow, RULE_KEY, ruleFromRow, SAID_RULE, SEEN_AT } from './columns.ts';

const BATCH = 1000;

const page = (
  after: string,
): string => `SELECT ${SAID_RULE.selected('p.')}, p.retired_at AS "retiredAt", ${SEEN_AT} AS "seenAt"
  FROM price_rule p LEFT JOIN price_rule_set s ON s.source = p.source AND s.rule = p.rule
  ${after} ORDER BY ${listed(KEY, 'p')} LIMIT ${BATCH}`;
const FIRST = page('');
const NEXT = page(`WHERE (${listed(KEY, 'p')}) > (${placeholders(KEY.length)})`);

/** All rules, retired ones too, in the order of their keys. */
export const readPriceRules = ({ read: sql }: Database): AsyncGenerator<readonly PriceRule[]> =>
  readPages<PriceRule, readonly SqlValue[] | undefined>({
    from: undefined,
    async read(after) {
      const rows = await sql.all<PriceRuleRow>(after ? NEXT : FIRST, after);
      const last = rows.at(-1);
      return { items: rows.map(ruleFromRow), last: last && RULE_KEY.rowCells(last) };
    },
  });
