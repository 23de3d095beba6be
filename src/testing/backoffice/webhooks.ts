import assert from 'node:assert/strict';
import type { EventKind } from '../../domain/event-kind.ts';
import {
  type Delivery,
  type DueEvent,
  MOST_RECORDS_WAITING,
  type NewWebhook,
  type Webhook,
} from '../../shop/webhooks.ts';
import { collect, expectEqual, present } from '../contract/expect.ts';
import { decimal, order } from '../contract/samples.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const AT = '2026-06-01T00:00:00.000Z';
const LATER = '2026-06-01T01:00:00.000Z';
const MUCH_LATER = '2026-06-02T00:00:00.000Z';

const webhook = (id: string, changes: Partial<NewWebhook> = {}): NewWebhook => ({
  id,
  url: `https://${id}.example/hook`,
  label: '',
  kinds: [],
  secret: 'whsec_c2VjcmV0',
  createdAt: AT,
  ...changes,
});

const save = ({ shop }: BackofficeSubject, reference: string, stock: string) =>
  shop.saveProduct({ reference, fields: { stock: decimal(stock) } }, 'add_product');

const found = async (subject: BackofficeSubject, id: string): Promise<Webhook> =>
  present(
    (await partOf(subject, 'webhooks').webhooks()).find((each) => each.id === id),
    id,
  );

const due = (subject: BackofficeSubject, at = AT, limit = 100): Promise<readonly DueEvent[]> =>
  partOf(subject, 'webhooks').due('w', at, limit);

const dueSequences = async (subject: BackofficeSubject, at = AT): Promise<readonly number[]> =>
  (await due(subject, at)).map(({ event }) => event.sequence);

/** What came of an attempt at the event of that number. */
const attempt = (sequence: number, changes: Partial<Delivery> = {}): Delivery => ({
  webhook: 'w',
  sequence,
  event: `evt_${sequence}_x`,
  type: 'product.updated',
  key: 'A',
  at: AT,
  attempt: 1,
  outcome: 'delivered',
  status: 204,
  durationMs: 12.5,
  ...changes,
});

/** A webhook with a queue: products A, B, A, A. */
async function openQueue(subject: BackofficeSubject, kinds: readonly EventKind[] = []): Promise<void> {
  const { addWebhook, takeIn } = partOf(subject, 'webhooks');
  await addWebhook(webhook('w', { kinds }));
  for (const [reference = '', stock = ''] of [
    ['A', '1'],
    ['B', '1'],
    ['A', '2'],
    ['A', '3'],
  ])
    await save(subject, reference, stock);
  await takeIn('w', AT);
}

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['webhooks', 'changeFeed'] }));

const managing = needing([
  {
    name: 'a webhook is kept as it was added, behind what changed before; another one under its id is refused',
    async run(subject) {
      const { webhooks, addWebhook } = partOf(subject, 'webhooks');
      expectEqual(await webhooks(), []);
      await save(subject, 'A', '1');
      const added = webhook('w', { kinds: ['product', 'order.created'], label: 'storefront' });
      await addWebhook(added);
      await assert.rejects(addWebhook(added), { code: 'invalid_value' });
      await addWebhook(webhook('v', { createdAt: '2026-01-01T00:00:00.000Z' }));
      const listed = [...(await webhooks())].sort((a, b) => (a.id < b.id ? -1 : 1));
      expectEqual(listed[1], { ...added, cursor: 1, missed: 0, waiting: 0 });
      expectEqual(
        listed.map(({ id }) => id),
        ['v', 'w'],
      );
    },
  },
  {
    name: 'a webhook is changed field by field, and emptied where that is said; removed with all that waits',
    async run(subject) {
      const { changeWebhook, removeWebhook, webhooks, deliveries, settle } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await settle('w', [attempt(2, { outcome: 'failed', key: 'B', retryAt: LATER })]);
      const disabled = { disabledAt: AT, disabledBecause: 'failing', url: 'https://b.example/' } as const;
      assert.equal(await changeWebhook('w', disabled), true);
      const changed = await found(subject, 'w');
      expectEqual(
        [changed.url, changed.disabledBecause, changed.failingSince, changed.waiting],
        ['https://b.example/', 'failing', AT, 4],
      );
      await changeWebhook('w', { disabledAt: null, disabledBecause: null, failingSince: null });
      const enabled = await found(subject, 'w');
      expectEqual(
        [enabled.disabledAt, enabled.failingSince, enabled.url],
        [undefined, undefined, disabled.url],
      );
      assert.equal(await changeWebhook('nobody', {}), false);
      assert.equal(await removeWebhook('w'), true);
      assert.equal(await removeWebhook('w'), false);
      expectEqual([await webhooks(), await collect(deliveries({}))], [[], []]);
    },
  },
]);

const queueing = needing([
  {
    name: 'what changed since is taken in once, of the kinds that are wanted',
    async run(subject) {
      const { takeIn } = partOf(subject, 'webhooks');
      await openQueue(subject, ['product.created', 'order']);
      expectEqual(await takeIn('w', AT), { seen: 0, queued: 0, missed: 0 });
      expectEqual(await dueSequences(subject), [1, 2]);
      expectEqual(
        (await due(subject)).map(({ event, attempts }) => [event.key, attempts]),
        [
          ['A', 0],
          ['B', 0],
        ],
      );
      const { cursor, waiting, missed } = await found(subject, 'w');
      expectEqual([cursor, waiting, missed], [4, 2, 0]);
      await assert.rejects(takeIn('nobody', AT), { code: 'unknown_reference' });
    },
  },
  {
    name: 'an event comes as the feed told it',
    async run(subject) {
      await openQueue(subject);
      const { events } = await partOf(subject, 'changeFeed').changes({ since: 0 });
      expectEqual((await due(subject, AT, 1))[0]?.event, events[0]);
    },
  },
  {
    name: 'of each record the next event is due once the one before is delivered or given up, never sooner',
    async run(subject) {
      const { settle } = partOf(subject, 'webhooks');
      await openQueue(subject);
      expectEqual(await dueSequences(subject), [1, 2]);
      await settle('w', [attempt(1), attempt(2, { key: 'B' })]);
      expectEqual(await dueSequences(subject), [3]);
      await settle('w', [attempt(3, { outcome: 'failed', status: 500, retryAt: LATER })]);
      expectEqual(await dueSequences(subject), []);
      expectEqual(
        (await due(subject, LATER)).map(({ event, attempts }) => [event.sequence, attempts]),
        [[3, 1]],
      );
      await settle('w', [attempt(3, { outcome: 'gave_up', attempt: 2, status: 500 })]);
      expectEqual(await dueSequences(subject), [4]);
      await settle('w', [attempt(4)]);
      assert.equal((await found(subject, 'w')).waiting, 0);
    },
  },
  {
    name: 'what was taken in later waits behind what is tried again; other records do not',
    async run(subject) {
      const { settle, takeIn } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await settle('w', [attempt(1, { outcome: 'failed', retryAt: LATER })]);
      await save(subject, 'A', '4');
      await save(subject, 'C', '1');
      await takeIn('w', AT);
      expectEqual(await dueSequences(subject), [2, 6]);
      expectEqual(await dueSequences(subject, MUCH_LATER), [2, 6, 1]);
    },
  },
  {
    name: 'a webhook fails since its first failure, until a delivery succeeds',
    async run(subject) {
      const { settle } = partOf(subject, 'webhooks');
      await openQueue(subject);
      const failed = { outcome: 'failed', retryAt: LATER } as const;
      await settle('w', [attempt(1, failed)]);
      await settle('w', [attempt(1, { ...failed, at: LATER })]);
      assert.equal((await found(subject, 'w')).failingSince, AT);
      await settle('w', [attempt(2, { key: 'B' }), attempt(1, { ...failed, at: LATER })]);
      assert.equal((await found(subject, 'w')).failingSince, undefined);
    },
  },
  {
    name: 'changes that the feed dropped before they were looked at are counted',
    async run(subject) {
      const { addWebhook, takeIn } = partOf(subject, 'webhooks');
      await addWebhook(webhook('w'));
      for (const reference of ['A', 'B', 'C', 'D']) await save(subject, reference, '1');
      await partOf(subject, 'changeFeed').pruneChanges({ maxAgeDays: 30, maxEvents: 1 });
      expectEqual(await takeIn('w', AT), { seen: 1, queued: 1, missed: 3 });
      expectEqual(await dueSequences(subject), [4]);
      assert.equal((await found(subject, 'w')).missed, 3);
    },
  },
  {
    name: 'nothing more is taken in while very many records wait',
    async run(subject) {
      const { addWebhook, takeIn, settle } = partOf(subject, 'webhooks');
      await addWebhook(webhook('w'));
      const records = MOST_RECORDS_WAITING + 250;
      await Promise.all(Array.from({ length: records }, (_, index) => save(subject, `P${index}`, '1')));
      let taken = 0;
      for (let queued = 1; queued > 0; taken += queued) ({ queued } = await takeIn('w', AT));
      assert.ok(taken >= MOST_RECORDS_WAITING && taken <= records);
      for (const { event } of await due(subject, AT, 1000))
        await settle('w', [attempt(event.sequence, { key: event.key })]);
      for (let queued = 1; queued > 0; taken += queued) ({ queued } = await takeIn('w', AT));
      assert.equal(taken, records);
    },
  },
  {
    name: 'what waits is kept when the feed drops it',
    async run(subject) {
      await openQueue(subject);
      await partOf(subject, 'changeFeed').pruneChanges({ maxAgeDays: 30, maxEvents: 1 });
      expectEqual(await dueSequences(subject), [1, 2]);
    },
  },
  {
    name: 'what comes of an event of a webhook that is gone is ignored',
    async run(subject) {
      const { settle, deliveries } = partOf(subject, 'webhooks');
      await settle('w', [attempt(1)]);
      expectEqual(await collect(deliveries({})), []);
    },
  },
]);

const logging = needing([
  {
    name: 'attempts are listed newest first, filtered, and dropped by age',
    async run(subject) {
      const { settle, deliveries, pruneDeliveries, addWebhook } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await addWebhook(webhook('v'));
      const failed = attempt(1, { outcome: 'failed', status: 500, answer: 'oops', retryAt: LATER });
      const timedOut = attempt(2, { outcome: 'gave_up', at: LATER, error: 'timeout', key: 'B' });
      const { status: _, ...silent } = timedOut;
      const delivered = attempt(1, { at: LATER, attempt: 2 });
      await settle('w', [failed, silent]);
      await settle('w', [delivered]);
      await settle('v', [attempt(1, { webhook: 'v', at: LATER })]);
      expectEqual(await collect(deliveries({ webhook: 'w' })), [delivered, silent, failed]);
      expectEqual(await collect(deliveries({ webhook: 'w', outcomes: ['failed', 'gave_up'] })), [
        silent,
        failed,
      ]);
      expectEqual(await collect(deliveries({ webhook: 'w', limit: 1 })), [delivered]);
      assert.equal((await collect(deliveries({}))).length, 4);
      assert.equal(await pruneDeliveries(LATER), 1);
      assert.equal(await pruneDeliveries(LATER), 0);
      assert.equal((await collect(deliveries({}))).length, 3);
    },
  },
]);

const paging = needing([
  {
    name: 'pages of attempts follow each other, whatever is noted meanwhile, and have what was asked for',
    async run(subject) {
      const { settle, deliveryPage, addWebhook } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await addWebhook(webhook('v'));
      const tried = [1, 2, 3, 4].map((number) =>
        attempt(1, { attempt: number, outcome: number < 4 ? 'failed' : 'delivered' }),
      );
      await settle('w', tried);
      await settle('v', [attempt(2, { webhook: 'v', key: 'B' })]);
      const [first, second, third, fourth] = tried;
      const page = await deliveryPage({ webhook: 'w', limit: 2 });
      expectEqual(page.items, [fourth, third]);
      await settle('w', [attempt(2, { key: 'B' })]);
      const after = present(page.next, 'a place');
      expectEqual(await deliveryPage({ webhook: 'w', limit: 2, after }), {
        items: [second, first],
        next: undefined,
      });
      const failed = await deliveryPage({ webhook: 'w', outcomes: ['failed'], limit: 9 });
      expectEqual(failed, { items: [third, second, first], next: undefined });
      const one = await deliveryPage({ event: 'evt_2_x', limit: 9 });
      expectEqual(
        one.items.map((each) => each.webhook),
        ['w', 'v'],
      );
      expectEqual((await deliveryPage({ event: 'evt_2_y', limit: 9 })).items, []);
    },
  },
]);

const resending = needing([
  {
    name: 'an event is sent again by its id; an unknown one, or an unknown webhook, is told',
    async run(subject) {
      const { resend, settle } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await settle('w', [attempt(1), attempt(2, { key: 'B' })]);
      const { events } = await partOf(subject, 'changeFeed').changes({ since: 0 });
      const id = present(events[1], 'the event').id;
      assert.equal(await resend('w', { event: id }, AT), 1);
      expectEqual([...(await dueSequences(subject))].sort(), [2, 3]);
      await assert.rejects(resend('w', { event: 'evt_2_nobody' }, AT), { code: 'unknown_reference' });
      await assert.rejects(resend('w', { event: 'nonsense' }, AT), { code: 'unknown_reference' });
      await assert.rejects(resend('nobody', { event: id }, AT), { code: 'unknown_reference' });
    },
  },
  {
    name: 'an event that is sent again goes before later ones of its record that wait',
    async run(subject) {
      const { resend, settle } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await settle('w', [attempt(1), attempt(2, { key: 'B' })]);
      const { events } = await partOf(subject, 'changeFeed').changes({ since: 0 });
      await resend('w', { event: present(events[0], 'the event').id }, AT);
      expectEqual(await dueSequences(subject), [1]);
      await settle('w', [attempt(1)]);
      expectEqual(await dueSequences(subject), [3]);
    },
  },
  {
    name: 'what waits for a later attempt is sent again at once, as if for the first time',
    async run(subject) {
      const { resend, settle } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await settle('w', [attempt(2, { key: 'B', outcome: 'failed', attempt: 7, retryAt: LATER })]);
      assert.equal(await resend('w', { since: '2026-01-01T00:00:00.000Z' }, AT), 4);
      expectEqual(
        (await due(subject)).map(({ event, attempts }) => [event.sequence, attempts]),
        [
          [1, 0],
          [2, 0],
        ],
      );
      assert.equal((await found(subject, 'w')).waiting, 4);
    },
  },
  {
    name: 'a time is sent again, as far as its kinds are wanted',
    async run(subject) {
      const { resend, settle } = partOf(subject, 'webhooks');
      await openQueue(subject, ['product.updated']);
      await settle('w', [attempt(3), attempt(4)]);
      const now = '2026-06-01T00:00:00.000Z';
      assert.equal(await resend('w', { since: now, until: now }, AT), 0);
      assert.equal(await resend('w', { since: LATER }, AT), 0);
      assert.equal(await resend('w', { since: now, until: LATER }, AT), 2);
      expectEqual(await dueSequences(subject), [3]);
    },
  },
  {
    name: 'all that was given up is sent again, unless it was delivered since',
    async run(subject) {
      const { resend, settle } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await settle('w', [attempt(1, { outcome: 'gave_up' }), attempt(2, { outcome: 'gave_up', key: 'B' })]);
      await settle('w', [attempt(2, { key: 'B' }), attempt(3), attempt(4)]);
      assert.equal(await resend('w', { failed: true }, AT), 1);
      expectEqual(await dueSequences(subject), [1]);
    },
  },
  {
    name: 'what is still to be looked at is not sent twice',
    async run(subject) {
      const { resend, takeIn } = partOf(subject, 'webhooks');
      await openQueue(subject);
      await subject.shop.saveSalesDocument({ number: 'FA1', type: 'invoice', erpId: '1' });
      assert.equal(await resend('w', { since: '2026-01-01T00:00:00.000Z' }, AT), 4);
      await takeIn('w', AT);
      expectEqual(await dueSequences(subject), [1, 2, 5]);
    },
  },
]);

const leasing = needing([
  {
    name: 'one holds a lease and renews it; another takes over one that does not move, or that was freed',
    async run(subject) {
      const { holdLease, releaseLease } = partOf(subject, 'webhooks');
      const first = await holdLease('l', 'a');
      assert.equal(first.owner, 'a');
      expectEqual(await holdLease('l', 'b'), first);
      const renewed = await holdLease('l', 'a');
      assert.notEqual(renewed.beat, first.beat);
      expectEqual(await holdLease('l', 'b', first), renewed);
      const taken = await holdLease('l', 'b', renewed);
      assert.equal(taken.owner, 'b');
      expectEqual(await holdLease('l', 'a'), taken);
      await releaseLease('l', 'a');
      expectEqual(await holdLease('l', 'a'), taken);
      await releaseLease('l', 'b');
      assert.equal((await holdLease('l', 'a')).owner, 'a');
      assert.equal((await holdLease('other', 'b')).owner, 'b');
    },
  },
  {
    name: 'of many who ask at once, one gets a lease',
    async run(subject) {
      const { holdLease } = partOf(subject, 'webhooks');
      const names = Array.from({ length: 20 }, (_, index) => `o${index}`);
      const leases = await Promise.all(names.map((owner) => holdLease('l', owner)));
      assert.equal(new Set(leases.map(({ owner }) => owner)).size, 1);
    },
  },
]);

const ordersToo: readonly BackofficeCheck[] = [
  {
    name: 'orders of the shop’s own side are told too',
    needs: ['webhooks', 'changeFeed', 'shopSide'],
    async run(subject) {
      await partOf(subject, 'webhooks').addWebhook(webhook('w', { kinds: ['order.created'] }));
      await partOf(subject, 'shopSide').placeOrder(order('1'));
      await subject.shop.readOrder('1');
      await partOf(subject, 'webhooks').takeIn('w', AT);
      expectEqual(
        (await due(subject)).map(({ event }) => [event.entity, event.key]),
        [['order', '1']],
      );
    },
  },
];

export const webhookChecks: readonly BackofficeCheck[] = [
  ...managing,
  ...queueing,
  ...logging,
  ...paging,
  ...resending,
  ...leasing,
  ...ordersToo,
];
