import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ActionOutcome, AuditedAction, AuditTrail, NewAction } from '../../shop/audit-trail.ts';
import type { Page, PageQuery } from '../../shop/pages.ts';
import type { Database, Sql } from '../database.ts';
import { insertInto } from '../sql-text.ts';
import { type ActionRow, AUDIT_ENTRY, NEW_ACTION } from './rows.ts';

const ADD = `${insertInto('audit_entry', NEW_ACTION.names)} RETURNING id`;
const SETTLE =
  'UPDATE audit_entry SET outcome = $2, reason = $3, subject = COALESCE($4, subject) WHERE id = $1';
const PAGE = `${AUDIT_ENTRY.select} WHERE id < $1 ORDER BY id DESC LIMIT $2`;
/** Few at a time, so that a write that waits meanwhile does not wait long. */
const STEP = 200;
const DROP = `DELETE FROM audit_entry WHERE id IN
  (SELECT id FROM (SELECT id, at FROM audit_entry ORDER BY id LIMIT ${STEP}) AS oldest WHERE at < $1)`;

export const createAuditTrail = (database: Database): AuditTrail => ({
  noteAction: (action) => database.write((sql) => addAction(sql, action)),
  settleAction: (id, outcome) => database.write((sql) => settleAction(sql, id, outcome)),
  actions: (query) => readActions(database.read, query),
  pruneActions: (before) => pruneActions(database, before),
});

async function addAction(sql: Sql, action: NewAction): Promise<number> {
  const added = await sql.get<{ id: number }>(ADD, NEW_ACTION.cells(action));
  if (!added) throw new Error('an INSERT gives the number of its row');
  return added.id;
}

async function settleAction(
  sql: Sql,
  id: number,
  { outcome, reason, subject }: ActionOutcome,
): Promise<void> {
  await sql.run(SETTLE, [id, outcome, reason ?? null, subject ?? null]);
}

async function readActions(sql: Sql, { limit, after }: PageQuery): Promise<Page<AuditedAction>> {
  // One more tells whether anything follows.
  const rows = await sql.all<ActionRow>(PAGE, [Number(after?.[0] ?? Number.MAX_SAFE_INTEGER), limit + 1]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(AUDIT_ENTRY.fromRow), next: last && [last.id] };
}

async function pruneActions(database: Database, before: string): Promise<number> {
  for (let dropped = 0; ; await nextTurn()) {
    const step = await database.write((sql) => sql.run(DROP, [before]));
    if (step === 0) return dropped;
    dropped += step;
  }
}
