import type { Delivery } from '../../shop/webhooks.ts';
import type { Sql } from '../database.ts';
import { createInsertRows } from '../many-rows.ts';
import { BEHIND_EARLIER } from './queue.ts';
import { DELIVERY, findWebhook } from './rows.ts';

const REMOVE = 'DELETE FROM webhook_event WHERE webhook = $1 AND sequence = $2';
/** webhook, entity, key, now */
const NEXT_OF_RECORD = `UPDATE webhook_event SET due_at = $4 WHERE due_at IS NULL AND webhook = $1 AND sequence =
  (SELECT min(sequence) FROM webhook_event WHERE webhook = $1 AND entity = $2 AND key = $3)`;
const LATER = `UPDATE webhook_event SET attempts = $3, due_at = CASE WHEN ${BEHIND_EARLIER} THEN NULL ELSE $4 END
  WHERE webhook = $1 AND sequence = $2`;
const WORKS = 'UPDATE webhook SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL';
const FAILS = 'UPDATE webhook SET failing_since = $2 WHERE id = $1 AND failing_since IS NULL';

const insertDeliveries = createInsertRows({ name: 'webhook_delivery', names: DELIVERY.names });

export async function settle(sql: Sql, id: string, deliveries: readonly Delivery[]): Promise<void> {
  const [first] = deliveries;
  // It may have been removed while its events were on their way.
  if (!first || !(await findWebhook(sql, id))) return;
  await insertDeliveries(sql, deliveries.map(DELIVERY.cells));
  for (const delivery of deliveries) await settleEvent(sql, delivery);
  const works = deliveries.some(({ outcome }) => outcome === 'delivered');
  if (works) await sql.run(WORKS, [id]);
  else await sql.run(FAILS, [id, first.at]);
}

async function settleEvent(sql: Sql, delivery: Delivery): Promise<void> {
  const { webhook, sequence, outcome, attempt, type, key, at, retryAt } = delivery;
  if (outcome === 'failed') {
    await sql.run(LATER, [webhook, sequence, attempt, retryAt ?? at]);
    return;
  }
  await sql.run(REMOVE, [webhook, sequence]);
  await sql.run(NEXT_OF_RECORD, [webhook, type.split('.')[0] ?? '', key, at]);
}
