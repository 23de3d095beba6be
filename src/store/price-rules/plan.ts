import type { PriceRuleMode } from '../../shop/shop.ts';
import type { Sql } from '../database.ts';
import { equal, listed } from '../sql-text.ts';
import { KEY, OPTIONS, SEEN_AT } from './columns.ts';
import { type PlannedEffect, planEffects } from './effects.ts';
import { planEvents } from './events.ts';
import { IS_KEPT } from './kept.ts';
import { PLANNED } from './staged-tables.ts';

/** What the write transaction has to do; the rows are in the tables PLANNED. */
export interface RulePlan {
  readonly created: number;
  readonly updated: number;
  readonly retired: number;
  /** Whether rules of sets that do not move were named, so that each needs its own date. */
  readonly touches: boolean;
  readonly hasAbsent: boolean;
  /** Every named rule is to be written as it is, and `pending_rule` is empty: no set was known before. */
  readonly allNew: boolean;
  /** How many sets change. */
  readonly events: number;
  /** Of the first sets and rules that change. */
  readonly effects: readonly PlannedEffect[];
}

export interface RulePlanOptions {
  readonly mode: PriceRuleMode;
  /** Up to as many rules get a date of their own, rather than that a search goes through all rules. */
  readonly touchedAtMost: number;
}

const SAME = [
  'p.kind = n.kind',
  'p.value = n.value',
  ...OPTIONS.map((column) => `coalesce(p.${column}, '') = coalesce(n.${column}, p.${column}, '')`),
].join(' AND ');

/** What must be written, each row complete: new and changed rules, and those that follow their set again. */
const PENDING = `CREATE TEMP TABLE pending_rule AS SELECT ${listed(KEY, 'n')}, n.kind, n.value,
  ${OPTIONS.map((column) => `nullif(coalesce(n.${column}, p.${column}), '') AS ${column}`).join(', ')},
  CASE WHEN p.reference IS NULL THEN 'created' WHEN p.retired_at IS NULL AND ${SAME} THEN 'unchanged' ELSE 'updated' END AS outcome,
  CASE WHEN p.follows_set = 1 THEN 0 ELSE 1 END AS joins,
  CASE WHEN p.reference IS NULL OR p.retired_at IS NOT NULL THEN 1 ELSE 0 END AS gains
  FROM named_rule n LEFT JOIN price_rule p ON ${equal(KEY, 'p', 'n')}
  WHERE p.reference IS NULL OR p.follows_set = 0 OR NOT (${SAME})`;

// Price lists come anew each year: comparing them with nothing would be a copy of them all.
const KNOWN_SET = `SELECT 1 AS known FROM named_rule_set n
  JOIN price_rule_set s ON s.source = n.source AND s.rule = n.rule LIMIT 1`;
const NONE_PENDING = `${PENDING} LIMIT 0`;

// A set that is new has new rules only: nothing to be counted.
const SETS = `CREATE TEMP TABLE planned_rule_set AS
  SELECT n.source, n.rule, s.seen_at, coalesce(s.live, 0) AS live, coalesce(s.following, 0) AS following,
    CASE WHEN s.source IS NULL THEN n.named ELSE coalesce(w.joined, 0) END AS joined,
    CASE WHEN s.source IS NULL THEN n.named ELSE coalesce(w.gained, 0) END AS gained,
    n.named, 1 AS moves, 0 AS searched
  FROM (SELECT source, rule, sum(named) AS named FROM named_rule_set GROUP BY source, rule) n
  LEFT JOIN price_rule_set s ON s.source = n.source AND s.rule = n.rule
  LEFT JOIN (SELECT p.source, p.rule, sum(p.joins) AS joined, sum(p.gains) AS gained
      FROM pending_rule p JOIN price_rule_set e ON e.source = p.source AND e.rule = p.rule
      WHERE p.joins = 1 GROUP BY p.source, p.rule) w
    ON w.source = n.source AND w.rule = n.rule`;
const SETS_INDEX = 'CREATE INDEX planned_rule_set_key ON planned_rule_set (source, rule)';

const STAYING = 'UPDATE planned_rule_set SET moves = 0 WHERE following > named - joined';
const COUNT_TOUCHED =
  'SELECT coalesce(sum(named - joined), 0) AS count FROM planned_rule_set WHERE moves = 0';
const LEAVING = `UPDATE planned_rule_set SET moves = 1, searched = 1
  WHERE moves = 0 AND following - (named - joined) <= named - joined`;
const RETIRING = 'UPDATE planned_rule_set SET searched = 1 WHERE live > named - gained';
const COUNT_SEARCHED = 'SELECT count(*) AS count FROM planned_rule_set WHERE searched = 1';

const NAMED_INDEX = `CREATE INDEX IF NOT EXISTS named_rule_key ON named_rule (${KEY.join(', ')})`;
// CROSS JOIN: one pass through the rules, whatever the statistics say.
const absent = (retires: string, which: string): string => `CREATE TEMP TABLE absent_rule AS
  SELECT ${listed(KEY, 'p')}, ${retires} AS retires, p.follows_set AS followed,
    ${SEEN_AT} AS seen_at
  FROM price_rule p CROSS JOIN planned_rule_set s
  WHERE s.source = p.source AND s.rule = p.rule AND s.searched = 1 AND p.retired_at IS NULL AND ${which}
    AND NOT EXISTS (SELECT 1 FROM named_rule n WHERE ${equal(KEY, 'n', 'p')})`;
const ABSENT: Readonly<Record<PriceRuleMode, string>> = {
  merge: absent('0', 'p.follows_set = 1'),
  full: absent(`CASE WHEN ${IS_KEPT} THEN 0 ELSE 1 END`, '1 = 1'),
};

const COUNT_OUTCOMES = `SELECT coalesce(sum(CASE WHEN outcome = 'created' THEN 1 ELSE 0 END), 0) AS created,
  coalesce(sum(CASE WHEN outcome = 'updated' THEN 1 ELSE 0 END), 0) AS updated FROM pending_rule`;
const COUNT_NAMED = 'SELECT coalesce(sum(named), 0) AS count FROM planned_rule_set';
const COUNT_ABSENT = 'SELECT count(*) AS count, coalesce(sum(retires), 0) AS retired FROM absent_rule';
const TOUCHED = `CREATE TEMP TABLE touched_rule AS SELECT ${listed(KEY, 'n')} FROM named_rule n
  JOIN planned_rule_set s ON s.source = n.source AND s.rule = n.rule WHERE s.moves = 0`;

export async function planRules(sql: Sql, options: RulePlanOptions): Promise<RulePlan> {
  for (const table of PLANNED) await sql.run(`DROP TABLE IF EXISTS ${table}`);
  const allNew = (await sql.get(KNOWN_SET)) === undefined;
  await sql.run(allNew ? NONE_PENDING : PENDING);
  await sql.run(SETS);
  await sql.run(SETS_INDEX);
  const touched = options.mode === 'full' ? await planFullSets(sql) : await planMergedSets(sql, options);
  if (touched > 0) await sql.run(TOUCHED);
  const absentRules = await findAbsent(sql, options.mode);
  const outcomes = allNew ? await countNew(sql) : await countOutcomes(sql);
  const { retired } = absentRules;
  const hasAbsent = absentRules.count > 0;
  const changes = outcomes.created + outcomes.updated + retired > 0;
  const events = changes ? await planEvents(sql, hasAbsent) : 0;
  const effects = events > 0 ? await planEffects(sql, { allNew, hasAbsent }) : [];
  return { ...outcomes, retired, touches: touched > 0, hasAbsent, allNew, events, effects };
}

/** Of a full list every set moves; its rules that were not named are looked for. */
async function planFullSets(sql: Sql): Promise<number> {
  await sql.run(RETIRING);
  return 0;
}

/**
 * A set moves when all that follow it were named. Otherwise those that were named get dates of their own or, where that
 * would be many, those that were not stop following. Gives how many get their own.
 */
async function planMergedSets(sql: Sql, { touchedAtMost }: RulePlanOptions): Promise<number> {
  await sql.run(STAYING);
  const touched = await countOf(sql, COUNT_TOUCHED);
  if (touched <= touchedAtMost) return touched;
  await sql.run(LEAVING);
  return countOf(sql, COUNT_TOUCHED);
}

async function findAbsent(sql: Sql, mode: PriceRuleMode): Promise<{ count: number; retired: number }> {
  if ((await countOf(sql, COUNT_SEARCHED)) === 0) return { count: 0, retired: 0 };
  await sql.run(NAMED_INDEX);
  await sql.run(ABSENT[mode]);
  const row = await sql.get<{ count: number; retired: number }>(COUNT_ABSENT);
  return { count: Number(row?.count ?? 0), retired: Number(row?.retired ?? 0) };
}

async function countOutcomes(sql: Sql): Promise<{ created: number; updated: number }> {
  const row = await sql.get<{ created: number; updated: number }>(COUNT_OUTCOMES);
  return { created: Number(row?.created ?? 0), updated: Number(row?.updated ?? 0) };
}

const countNew = async (sql: Sql): Promise<{ created: number; updated: number }> => ({
  created: await countOf(sql, COUNT_NAMED),
  updated: 0,
});

async function countOf(sql: Sql, statement: string): Promise<number> {
  return Number((await sql.get<{ count: number }>(statement))?.count ?? 0);
}
