import type { ChangeEvent } from '../../domain/change-event.ts';
import { fail } from '../../domain/error.ts';
import { isWanted } from '../../domain/event-kind.ts';
import {
  type Delivery,
  type Lease,
  MOST_RECORDS_WAITING,
  type Resend,
  type Webhook,
  type WebhookParts,
} from '../../shop/webhooks.ts';
import { applied } from './changes.ts';
import { createDeliveryLog, type DeliveryLog } from './deliveries.ts';
import { inBatches } from './reader.ts';
import type { MemoryState } from './state.ts';

interface Queued {
  readonly event: ChangeEvent;
  readonly attempts: number;
  /** Undefined: as soon as no earlier event of its record waits. */
  readonly dueAt?: string;
}

type Stored = Omit<Webhook, 'waiting'>;

/** By webhook, and there by sequence. */
type Queues = Map<string, Map<number, Queued>>;

export function createWebhooks({ feed }: MemoryState): WebhookParts {
  const webhooks = new Map<string, Stored>();
  const queues: Queues = new Map();
  const log = createDeliveryLog();
  const required = (id: string): Stored => {
    const found = webhooks.get(id);
    if (found) return found;
    throw fail('webhook_unknown', { entity: 'webhook', record: id });
  };
  const queueOf = (id: string): Map<number, Queued> => queues.get(id) ?? new Map();
  return {
    ...createLeases(),
    webhooks: async () =>
      [...webhooks.values()].map((webhook) => ({ ...webhook, waiting: queueOf(webhook.id).size })),
    async addWebhook(webhook) {
      const { id } = webhook;
      if (webhooks.has(id))
        throw fail('value_conflict', { entity: 'webhook', record: id, field: 'id', value: id, expected: id });
      webhooks.set(id, { ...webhook, cursor: await feed.newestChange(), missed: 0 });
      queues.set(id, new Map());
    },
    async changeWebhook(id, changes) {
      const stored = webhooks.get(id);
      if (stored) webhooks.set(id, { ...fixedOf(stored), ...applied<Changeable>(stored, changes) } as Stored);
      return stored !== undefined;
    },
    async removeWebhook(id) {
      queues.delete(id);
      log.drop(({ webhook }) => webhook === id);
      return webhooks.delete(id);
    },
    deliveries: (filter) => inBatches(() => log.found(filter)),
    deliveryPage: async (query) => log.page(query),
    async resend(id, what) {
      const { cursor } = required(id);
      const chosen = chosenEvents(feed.kept(), { webhook: required(id), what, log });
      const told = chosen.filter(({ sequence }) => sequence <= cursor);
      for (const event of told) queueOf(id).set(event.sequence, { event, attempts: 0 });
      return told.length;
    },
    pruneDeliveries: async (before) => log.drop(({ at }) => at < before),
    async takeIn(id) {
      const { cursor, kinds, missed: before, ...rest } = required(id);
      if (firstOfRecords(queueOf(id)).length >= MOST_RECORDS_WAITING)
        return { seen: 0, queued: 0, missed: 0 };
      const kept = feed.kept();
      const next = await feed.newestChange();
      const missed = Math.max(0, (kept[0]?.sequence ?? 1) - 1 - cursor);
      const seen = kept.filter(({ sequence }) => sequence > cursor);
      const wanted = seen.filter((event) => isWanted(kinds, event));
      for (const event of wanted) queueOf(id).set(event.sequence, { event, attempts: 0 });
      webhooks.set(id, { ...rest, kinds, cursor: next, missed: before + missed });
      return { seen: seen.length, queued: wanted.length, missed };
    },
    due: async (id, at, limit) =>
      firstOfRecords(queueOf(id))
        .filter(({ dueAt = '' }) => dueAt <= at)
        .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
        .slice(0, limit)
        .map(({ event, attempts }) => ({ event, attempts })),
    async settle(id, settled) {
      const stored = webhooks.get(id);
      if (!stored || settled.length === 0) return;
      log.add(settled);
      for (const delivery of settled) settleEvent(queueOf(id), delivery);
      webhooks.set(id, withHealth(stored, settled));
    },
  };
}

type Changeable = Omit<Stored, 'id' | 'createdAt' | 'cursor' | 'missed'>;

const fixedOf = ({ id, createdAt, cursor, missed }: Stored) => ({ id, createdAt, cursor, missed });

function settleEvent(queue: Map<number, Queued>, delivery: Delivery): void {
  const { sequence, outcome, attempt, retryAt } = delivery;
  const queued = queue.get(sequence);
  if (outcome !== 'failed') queue.delete(sequence);
  else if (queued)
    queue.set(sequence, {
      event: queued.event,
      attempts: attempt,
      ...(retryAt !== undefined && { dueAt: retryAt }),
    });
}

function withHealth({ failingSince, ...stored }: Stored, settled: readonly Delivery[]): Stored {
  if (settled.some(({ outcome }) => outcome === 'delivered')) return stored;
  return { ...stored, failingSince: failingSince ?? settled[0]?.at ?? '' };
}

function firstOfRecords(queue: ReadonlyMap<number, Queued>): Queued[] {
  const ordered = [...queue].sort(([a], [b]) => a - b).map(([, queued]) => queued);
  const firsts = new Map<string, Queued>();
  for (const queued of ordered) {
    const record = `${queued.event.entity} ${queued.event.key}`;
    if (!firsts.has(record)) firsts.set(record, queued);
  }
  return [...firsts.values()];
}

interface Choice {
  readonly webhook: Stored;
  readonly what: Resend;
  readonly log: DeliveryLog;
}

function chosenEvents(kept: readonly ChangeEvent[], { webhook, what, log }: Choice): readonly ChangeEvent[] {
  if ('event' in what) {
    const found = kept.filter(({ id }) => id === what.event);
    if (found.length > 0) return found;
    throw fail('event_unknown', { value: what.event });
  }
  if ('since' in what) {
    const { since, until = '\u{10ffff}' } = what;
    return kept.filter((event) => event.at >= since && event.at < until && isWanted(webhook.kinds, event));
  }
  const told = log.found({ webhook: webhook.id }).toReversed();
  const last = new Map(told.map(({ sequence, outcome }) => [sequence, outcome]));
  return kept.filter(({ sequence }) => last.get(sequence) === 'gave_up');
}

function createLeases(): Pick<WebhookParts, 'holdLease' | 'releaseLease'> {
  const leases = new Map<string, Lease>();
  return {
    async holdLease(name, owner, stale) {
      const held = leases.get(name);
      const isStale = stale?.owner === held?.owner && stale?.beat === held?.beat;
      if (held && held.owner !== owner && !isStale) return held;
      const lease = { owner, beat: (held?.beat ?? 0) + 1 };
      leases.set(name, lease);
      return lease;
    },
    async releaseLease(name, owner) {
      if (leases.get(name)?.owner === owner) leases.delete(name);
    },
  };
}
