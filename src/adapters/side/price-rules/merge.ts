import { type QueryExecutorProvider, type RawBuilder, sql as raw } from 'kysely';
import type { PriceRuleMode } from '../../../shop/shop.ts';
import type { BulkTally } from '../../../shop/tally.ts';
import { holdLock } from '../locks.ts';
import type { SideSql } from '../tables.ts';
import { KEY_COLUMNS, OPTION_COLUMNS } from './columns.ts';

const RULES = raw.table('passerelle_price_rule');
const KEY = Object.values(KEY_COLUMNS);
const OPTIONS = Object.values(OPTION_COLUMNS);

const columnsOf = (alias: string, names: readonly string[]): RawBuilder<unknown> =>
  raw.join(names.map((name) => raw.ref(`${alias}.${name}`)));
const namesOf = (names: readonly string[]): RawBuilder<unknown> =>
  raw.join(names.map((name) => raw.ref(name)));

/** Whether the stored rule says already what the message says; an option that is not said stays. */
const SAME = raw`(p.kind = n.kind AND p.value = n.value AND ${raw.join(
  OPTIONS.map(
    (name) =>
      raw`COALESCE(${raw.ref(`p.${name}`)}, '') = COALESCE(${raw.ref(`n.${name}`)}, ${raw.ref(`p.${name}`)}, '')`,
  ),
  raw` AND `,
)})`;
const IS_CHANGED = raw`(p.retired_at IS NOT NULL OR NOT ${SAME})`;
const NAMED = raw`passerelle_named_rule AS n LEFT JOIN ${RULES} AS p ON p.rule_key = n.rule_key`;

export interface Merge {
  readonly mode: PriceRuleMode;
  /** Unix seconds. */
  readonly now: number;
  readonly tally: BulkTally;
}

/** The staged message takes effect in this transaction; what has to be priced anew stands in `passerelle_touched`. */
export async function mergeRules(sql: SideSql, { mode, now, tally }: Merge): Promise<void> {
  await holdLock(sql, 'price_rules');
  const { rows } = await raw<{ created: string | null; updated: string | null; named: number }>`SELECT
      SUM(p.rule_key IS NULL) AS created, SUM(p.rule_key IS NOT NULL AND ${IS_CHANGED}) AS updated, COUNT(*) AS named
    FROM ${NAMED}`.execute(sql);
  const [created, updated] = [Number(rows[0]?.created ?? 0), Number(rows[0]?.updated ?? 0)];
  tally.count('created', created);
  tally.count('updated', updated);
  tally.count('unchanged', (rows[0]?.named ?? 0) - created - updated);
  await touchNamed(sql);
  await writeNamed(sql, now);
  if (mode === 'full') tally.retire(await retireUnnamed(sql, now));
}

/** Changed rules, and those that had no effect so far: their product, customer or group may be known by now. */
const touchNamed = (sql: QueryExecutorProvider) =>
  raw`INSERT INTO passerelle_touched SELECT DISTINCT n.reference_key FROM ${NAMED}
    LEFT JOIN ${raw.table('passerelle_rule_price')} AS x ON x.rule_key = n.rule_key
    WHERE p.rule_key IS NULL OR ${IS_CHANGED} OR x.rule_key IS NULL`.execute(sql);

async function writeNamed(sql: QueryExecutorProvider, now: number): Promise<void> {
  const plain = ['rule_key', 'set_key', 'reference_key', ...KEY, 'kind', 'value'];
  const options = OPTIONS.map(
    (name) => raw`NULLIF(COALESCE(${raw.ref(`n.${name}`)}, ${raw.ref(`p.${name}`)}), '')`,
  );
  const changed = ['kind', 'value', ...OPTIONS, 'seen_at', 'retired_at'].map(
    (name) => raw`${raw.ref(name)} = VALUES(${raw.ref(name)})`,
  );
  await raw`INSERT INTO ${RULES} (${namesOf([...plain, ...OPTIONS, 'seen_at', 'retired_at'])})
    SELECT ${columnsOf('n', plain)}, ${raw.join(options)}, ${now}, NULL FROM ${NAMED}
    ON DUPLICATE KEY UPDATE ${raw.join(changed)}`.execute(sql);
}

/** What a refused row did not say (its reference may be the very field that could not be read) matches any rule. */
const IS_KEPT = raw`EXISTS (SELECT 1 FROM passerelle_kept_rule AS k WHERE k.set_key = p.set_key AND ${raw.join(
  KEY.map(
    (name) => raw`(${raw.ref(`k.${name}`)} IS NULL OR ${raw.ref(`k.${name}`)} = ${raw.ref(`p.${name}`)})`,
  ),
  raw` AND `,
)})`;
const ABSENT = raw`${RULES} AS p JOIN passerelle_named_set AS s ON s.set_key = p.set_key
  LEFT JOIN passerelle_named_rule AS n ON n.rule_key = p.rule_key`;
const IS_ABSENT = raw`n.rule_key IS NULL AND p.retired_at IS NULL AND NOT ${IS_KEPT}`;

async function retireUnnamed(sql: QueryExecutorProvider, now: number): Promise<number> {
  await raw`INSERT INTO passerelle_touched SELECT DISTINCT p.reference_key FROM ${ABSENT} WHERE ${IS_ABSENT}`.execute(
    sql,
  );
  const { numAffectedRows = 0n } =
    await raw`UPDATE ${ABSENT} SET p.retired_at = ${now} WHERE ${IS_ABSENT}`.execute(sql);
  return Number(numAffectedRows);
}
