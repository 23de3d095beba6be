import type { LocalDateTime } from '../../domain/dates.ts';
import type { Sql } from '../database.ts';
import { equal, listed, orUpdate } from '../sql-text.ts';
import { KEY, OPTIONS, PRICE_RULE } from './columns.ts';
import type { RulePlan } from './plan.ts';

const CHANGED = PRICE_RULE.names.slice(KEY.length);

// WHERE true: without it SQLite takes ON CONFLICT for the beginning of a join condition.
const insert = (
  options: string,
  from: string,
): string => `INSERT INTO price_rule (${PRICE_RULE.names.join(', ')})
  SELECT ${listed(KEY, 'n')}, n.kind, n.value, ${options}, $1, 1, NULL FROM ${from} n WHERE true`;
const WRITE = `${insert(listed(OPTIONS, 'n'), 'pending_rule')}
  ${orUpdate(KEY, CHANGED)}`;
// No rule has a set that is not known, so that there is no conflict; being ready for one costs PostgreSQL time.
const WRITE_NEW = insert(OPTIONS.map((column) => `nullif(n.${column}, '')`).join(', '), 'named_rule');

const TOUCH = `UPDATE price_rule SET seen_at = $1 FROM touched_rule t WHERE ${equal(KEY, 'price_rule', 't')}`;

const LEAVE = `UPDATE price_rule SET follows_set = 0, seen_at = a.seen_at,
  retired_at = CASE WHEN a.retires = 1 THEN $1 ELSE price_rule.retired_at END
  FROM absent_rule a WHERE ${equal(KEY, 'price_rule', 'a')}`;

const moveSets = (retired: string, left: string, absent: string): string =>
  `INSERT INTO price_rule_set (source, rule, seen_at, live, following)
  SELECT s.source, s.rule, CASE WHEN s.moves = 1 THEN $1 ELSE s.seen_at END,
    s.live + s.gained - ${retired}, s.following + s.joined - ${left}
  FROM planned_rule_set s ${absent} WHERE true
  ${orUpdate(['source', 'rule'], ['seen_at', 'live', 'following'])}`;

const MOVE_SETS = moveSets('0', '0', '');
const MOVE_SETS_LEFT = moveSets(
  'coalesce(a.retired, 0)',
  'coalesce(a.followed, 0)',
  `LEFT JOIN (SELECT source, rule, sum(retires) AS retired, sum(followed) AS followed FROM absent_rule
    GROUP BY source, rule) a ON a.source = s.source AND a.rule = s.rule`,
);

/** Writes what was planned; `now` is when the message's rules were seen. */
export async function applyRules(sql: Sql, plan: RulePlan, now: LocalDateTime): Promise<void> {
  await sql.run(plan.allNew ? WRITE_NEW : WRITE, [now]);
  if (plan.touches) await sql.run(TOUCH, [now]);
  if (plan.hasAbsent) await sql.run(LEAVE, [now]);
  await sql.run(plan.hasAbsent ? MOVE_SETS_LEFT : MOVE_SETS, [now]);
}
