import { type QueryExecutorProvider, sql as raw } from 'kysely';
import { fieldNames } from '../../../domain/fields.ts';
import { type KeptPriceRules, PRICE_RULE_KEY, type PriceRuleChange } from '../../../domain/price-rule.ts';
import { type Problem, problem, quotable } from '../../../domain/problem.ts';
import type { PriceRuleBatch } from '../../../shop/shop.ts';
import type { BulkTally } from '../../../shop/tally.ts';
import { KEY_COLUMNS, LONGEST_TEXT, type StagedRule, setKey, stagedRule } from './columns.ts';

const TEXT = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
const KEY = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
const KEY_TEXTS = Object.values(KEY_COLUMNS);

const TABLES = {
  /** The message: of equal keys the last. `times`: how often it was said; `seq`: when last. */
  passerelle_named_rule: `(rule_key ${KEY} NOT NULL PRIMARY KEY, set_key ${KEY} NOT NULL, reference_key VARCHAR(255) ${TEXT} NOT NULL,
    ${KEY_TEXTS.map((name) => `${name} VARCHAR(255) ${TEXT} NOT NULL`).join(', ')},
    kind VARCHAR(16) ${TEXT} NOT NULL, value VARCHAR(64) ${TEXT} NOT NULL, valid_to VARCHAR(19) ${TEXT} NULL,
    parent VARCHAR(255) ${TEXT} NULL, base_price VARCHAR(64) ${TEXT} NULL, customer_emails TEXT ${TEXT} NULL,
    seq INT UNSIGNED NOT NULL, times INT UNSIGNED NOT NULL, KEY (reference_key(150)))`,
  passerelle_named_set: `(set_key ${KEY} NOT NULL PRIMARY KEY)`,
  /** What a full list must not retire; a text that is NULL is any. */
  passerelle_kept_rule: `(set_key ${KEY} NOT NULL, ${KEY_TEXTS.map((name) => `${name} VARCHAR(255) ${TEXT} NULL`).join(', ')}, KEY (set_key))`,
  /** References whose prices have to be worked out anew. */
  passerelle_touched: `(reference_key VARCHAR(255) ${TEXT} NOT NULL, KEY (reference_key(150)))`,
} as const;

/** Rows of one statement. */
const ROWS = 200;

/** Puts a message into temporary tables while it arrives, for the time of `work`: no transaction waits for a slow sender. */
export async function withStagedRules<T>(
  on: QueryExecutorProvider,
  message: { readonly batches: AsyncIterable<PriceRuleBatch>; readonly tally: BulkTally },
  work: () => Promise<T>,
): Promise<T> {
  const drop = async (): Promise<void> => {
    for (const name of Object.keys(TABLES))
      await raw`DROP TEMPORARY TABLE IF EXISTS ${raw.table(name)}`.execute(on);
  };
  await drop();
  for (const [name, definition] of Object.entries(TABLES))
    await raw.raw(`CREATE TEMPORARY TABLE ${name} ${definition} ENGINE=InnoDB`).execute(on);
  try {
    await stage(on, message);
    return await work();
  } finally {
    // Where the connection is lost, the tables are gone with it.
    await drop().catch(() => {});
  }
}

async function stage(
  on: QueryExecutorProvider,
  { batches, tally }: { readonly batches: AsyncIterable<PriceRuleBatch>; readonly tally: BulkTally },
): Promise<void> {
  let seq = 0;
  for await (const { rules, keep } of batches) {
    const refusals = rules.map((rule) => refusalOf(rule));
    for (const refusal of refusals) if (refusal) tally.refused.add(refusal);
    const kept = [...keep, ...rules.filter((_, index) => refusals[index])];
    const staged = rules.filter((_, index) => !refusals[index]).map(stagedRule);
    for (let start = 0; start < staged.length; start += ROWS) {
      const rows = staged.slice(start, start + ROWS);
      await stageRows(on, rows, seq);
      seq += rows.length;
    }
    await stageSets(on, [...staged.map((rule) => rule.set_key), ...kept.map(setKey)]);
    for (const one of kept) await stageKept(on, one);
  }
}

/** A rule with a text that the table would cut. */
function refusalOf(rule: PriceRuleChange): Problem | undefined {
  const field = fieldNames(PRICE_RULE_KEY).find((name) => rule[name].length > LONGEST_TEXT);
  if (field === undefined) return undefined;
  return problem('value_too_long', {
    ...{ entity: 'price_rule', record: quotable(rule.reference) },
    ...{ field, limit: LONGEST_TEXT },
  });
}

async function stageRows(
  on: QueryExecutorProvider,
  rows: readonly StagedRule[],
  before: number,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first) as readonly (keyof StagedRule)[];
  const values = rows.map(
    (row, index) => raw`(${raw.join(names.map((name) => row[name]))}, ${before + index + 1}, 1)`,
  );
  const said = names.map((name) => raw`${raw.ref(name)} = VALUES(${raw.ref(name)})`);
  await raw`INSERT INTO passerelle_named_rule (${raw.join(names.map((name) => raw.ref(name)))}, seq, times)
    VALUES ${raw.join(values)}
    ON DUPLICATE KEY UPDATE ${raw.join(said)}, seq = VALUES(seq), times = times + 1`.execute(on);
}

async function stageSets(on: QueryExecutorProvider, keys: readonly string[]): Promise<void> {
  const values = [...new Set(keys)].map((key) => raw`(${key})`);
  if (values.length > 0)
    await raw`INSERT IGNORE INTO passerelle_named_set VALUES ${raw.join(values)}`.execute(on);
}

async function stageKept(on: QueryExecutorProvider, kept: KeptPriceRules): Promise<void> {
  const names = fieldNames(PRICE_RULE_KEY);
  const columns = names.map((name) => raw.ref(KEY_COLUMNS[name]));
  const values = names.map((name) => kept[name]?.slice(0, LONGEST_TEXT) ?? null);
  await raw`INSERT INTO passerelle_kept_rule (set_key, ${raw.join(columns)})
    VALUES (${setKey(kept)}, ${raw.join(values)})`.execute(on);
}
