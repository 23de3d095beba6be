import { fail } from '../../domain/error.ts';
import type { NewWebhook, Webhook, WebhookChanges } from '../../shop/webhooks.ts';
import { newestChange } from '../changes/read.ts';
import type { Sql } from '../database.ts';
import { assigned } from '../sql-text.ts';
import { findWebhook, WEBHOOK, WEBHOOK_SAID, type WebhookRow } from './rows.ts';

const ALL = `SELECT ${WEBHOOK.selected('w.')},
  (SELECT count(*) FROM webhook_event e WHERE e.webhook = w.id) AS waiting
  FROM webhook w ORDER BY w.created_at, w.id`;
const UPDATE = `UPDATE webhook SET ${assigned(WEBHOOK_SAID.names, 2)} WHERE id = $1`;
// The rest goes with it.
const DELETE = 'DELETE FROM webhook WHERE id = $1';

export async function readWebhooks(sql: Sql): Promise<readonly Webhook[]> {
  const rows = await sql.all<WebhookRow & { readonly waiting: number }>(ALL);
  return rows.map((row) => ({ ...WEBHOOK.fromRow(row), waiting: row.waiting }));
}

export async function addWebhook(sql: Sql, webhook: NewWebhook): Promise<void> {
  const { id } = webhook;
  if (await findWebhook(sql, id))
    throw fail('value_conflict', { entity: 'webhook', record: id, field: 'id', value: id, expected: id });
  const cursor = await newestChange(sql);
  await sql.run(WEBHOOK.insert, WEBHOOK.cells({ ...webhook, cursor, missed: 0 }));
}

export async function changeWebhook(sql: Sql, id: string, changes: WebhookChanges): Promise<boolean> {
  const row = await findWebhook(sql, id);
  if (!row) return false;
  await sql.run(UPDATE, [id, ...WEBHOOK_SAID.changedCells(WEBHOOK_SAID.rowCells(row), changes)]);
  return true;
}

export const removeWebhook = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.run(DELETE, [id])) > 0;
