import type { ChangedEntity, ChangeEvent } from '../../domain/change-event.ts';
import { fail } from '../../domain/error.ts';
import type { Delivery, Webhook } from '../../shop/webhooks.ts';
import type { Sql } from '../database.ts';
import { columns, type Row, table } from '../table.ts';

type StoredWebhook = Omit<Webhook, 'waiting'>;
const SAID = columns<Omit<StoredWebhook, 'id' | 'createdAt' | 'cursor' | 'missed'>>({
  url: 'text',
  label: 'text',
  kinds: 'json',
  secret: 'text',
  previousSecret: 'text',
  previousUntil: 'text',
  disabledAt: 'text',
  disabledBecause: 'text',
  failingSince: 'text',
});
/** What of a webhook may be changed. */
export const WEBHOOK_SAID = SAID;

export const WEBHOOK = table<StoredWebhook>('webhook', {
  id: 'text',
  createdAt: 'text',
  ...SAID.kinds,
  cursor: 'integer',
  missed: 'integer',
});
export type WebhookRow = Row<StoredWebhook>;

interface QueuedEvent {
  readonly webhook: string;
  readonly sequence: number;
  readonly entity: ChangedEntity;
  readonly key: string;
  readonly event: ChangeEvent;
  readonly attempts: number;
  readonly dueAt?: string;
}
export const WEBHOOK_EVENT = table<QueuedEvent>('webhook_event', {
  webhook: 'text',
  sequence: 'integer',
  entity: 'text',
  key: 'text',
  event: 'json',
  attempts: 'integer',
  dueAt: 'text',
});

export const DELIVERY = columns<Delivery>({
  webhook: 'text',
  sequence: 'integer',
  event: 'text',
  type: 'text',
  key: 'text',
  at: 'text',
  attempt: 'integer',
  outcome: 'text',
  status: 'integer',
  error: 'text',
  durationMs: 'real',
  answer: 'text',
  retryAt: 'text',
});
export const WEBHOOK_DELIVERY = table<Delivery & { readonly id: number }>('webhook_delivery', {
  id: 'integer',
  ...DELIVERY.kinds,
});
export type DeliveryRow = Row<Delivery & { readonly id: number }>;

const FIND = `${WEBHOOK.select} WHERE id = $1`;

export const findWebhook = (sql: Sql, id: string): Promise<WebhookRow | undefined> =>
  sql.get<WebhookRow>(FIND, [id]);

/** Rejects with `webhook_unknown`. */
export async function requireWebhook(sql: Sql, id: string): Promise<WebhookRow> {
  const row = await findWebhook(sql, id);
  if (!row) throw fail('webhook_unknown', { entity: 'webhook', record: id });
  return row;
}
