import type { WebhookParts } from '../../shop/webhooks.ts';
import type { Database } from '../database.ts';
import { pruneDeliveries, readDeliveries, readDeliveryPage } from './deliveries.ts';
import { holdLease, releaseLease } from './leases.ts';
import { addWebhook, changeWebhook, readWebhooks, removeWebhook } from './manage.ts';
import { dueEvents, takeIn } from './queue.ts';
import { resend } from './resend.ts';
import { settle } from './settle.ts';

export const createWebhooks = (database: Database): WebhookParts => ({
  webhooks: () => readWebhooks(database.read),
  addWebhook: (webhook) => database.write((sql) => addWebhook(sql, webhook)),
  changeWebhook: (id, changes) => database.write((sql) => changeWebhook(sql, id, changes)),
  removeWebhook: (id) => database.write((sql) => removeWebhook(sql, id)),
  deliveries: (filter) => readDeliveries(database.read, filter),
  deliveryPage: (query) => readDeliveryPage(database.read, query),
  resend: (id, what, at) => resend(database, { id, what, at }),
  pruneDeliveries: (before) => pruneDeliveries(database, before),
  takeIn: (id, at) => takeIn(database, id, at),
  due: (id, at, limit) => dueEvents(database.read, { id, at, limit }),
  settle: (id, deliveries) => database.write((sql) => settle(sql, id, deliveries)),
  holdLease: (name, owner, stale) => database.write((sql) => holdLease(sql, { name, owner, stale })),
  releaseLease: (name, owner) => database.write((sql) => releaseLease(sql, name, owner)),
});
