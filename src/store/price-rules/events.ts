import { takeSalted } from '../changes/append.ts';
import type { BulkWriting } from '../context.ts';
import type { Database, Sql } from '../database.ts';
import { type PlannedEffect, saveRuleEffects } from './effects.ts';

const ABSENT = `LEFT JOIN (SELECT source, rule, sum(retires) AS retired FROM absent_rule GROUP BY source, rule) a
    ON a.source = s.source AND a.rule = s.rule`;

// Of a set that was not known every rule is new, and need not stand in `pending_rule`.
const plan = (retired: string, absent: string): string => `CREATE TEMP TABLE planned_event AS
  SELECT row_number() OVER (ORDER BY source, rule) AS number, source, rule, operation, created, updated, retired
  FROM (SELECT s.source, s.rule,
      CASE WHEN s.seen_at IS NULL THEN 'created' WHEN s.live + s.gained - ${retired} = 0 THEN 'retired' ELSE 'updated' END AS operation,
      CASE WHEN s.seen_at IS NULL THEN s.named ELSE coalesce(w.created, 0) END AS created,
      coalesce(w.updated, 0) AS updated, ${retired} AS retired
    FROM planned_rule_set s
    LEFT JOIN (SELECT source, rule,
        sum(CASE WHEN outcome = 'created' THEN 1 ELSE 0 END) AS created,
        sum(CASE WHEN outcome = 'updated' THEN 1 ELSE 0 END) AS updated
      FROM pending_rule GROUP BY source, rule) w ON w.source = s.source AND w.rule = s.rule
    ${absent}) AS changed
  WHERE created + updated + retired > 0`;
const PLAN = plan('0', '');
const PLAN_WITH_ABSENT = plan('coalesce(a.retired, 0)', ABSENT);
const COUNT = 'SELECT count(*) AS count FROM planned_event';
const APPEND = `INSERT INTO change_event
  (sequence, salt, at, entity, key, operation, origin, exchange, source, created, updated, retired)
  SELECT CAST($1 AS BIGINT) + number, $2, $3, 'price_rule', rule, operation, $4, $5, source, created, updated, retired
  FROM planned_event`;

/** Works out what the feed will say of each set, in `planned_event`. Gives how many sets changed. */
export async function planEvents(sql: Sql, hasAbsent: boolean): Promise<number> {
  await sql.run(hasAbsent ? PLAN_WITH_ABSENT : PLAN);
  return Number((await sql.get<{ count: number }>(COUNT))?.count ?? 0);
}

/** In the write transaction, as the last of it. */
export async function appendEvents(
  sql: Sql,
  { events, effects }: { readonly events: number; readonly effects: readonly PlannedEffect[] },
  { takeNumbers, origin, at, effectOf }: BulkWriting & Pick<Database, 'takeNumbers'>,
): Promise<void> {
  if (events === 0) return;
  const { before, salt } = await takeSalted(takeNumbers, sql, events);
  await sql.run(APPEND, [before, salt, at, origin.by, origin.exchange ?? null]);
  if (effectOf !== undefined) await saveRuleEffects(sql, effects, { before, exchange: effectOf });
}
