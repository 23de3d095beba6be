import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Exchange, ExchangeFilter } from '../../shop/journal.ts';
import { collect, expectEqual } from '../contract/expect.ts';
import { type BackofficeCheck, type BackofficeSubject, NOW, partOf } from './subject.ts';

const DAY = 86_400_000;

/** A UUIDv7 of that instant. */
function idAt(ms: number, number: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(number).padStart(12, '0')}`;
}

function exchange(number: number, changes: Partial<Exchange> = {}): Exchange {
  const ms = NOW.getTime() - DAY + number * 1000;
  return {
    id: idAt(ms, number),
    at: new Date(ms).toISOString(),
    resource: 'update_product',
    reference: `A${number}`,
    outcome: 'success',
    httpStatus: 200,
    warnings: [],
    durationMs: 1.25,
    requestBytes: 10,
    replyBytes: 20,
    remoteAddress: '10.0.0.1',
    ...changes,
  };
}

/** That nobody can compress. */
const randomText = (): string => Array.from({ length: 30 }, () => randomUUID()).join('');

const record = (subject: BackofficeSubject, ...exchanges: readonly Exchange[]) =>
  Promise.all(exchanges.map((one) => partOf(subject, 'journal').recordExchange(one)));

async function expectReferences(
  subject: BackofficeSubject,
  filter: ExchangeFilter,
  expected: readonly string[],
): Promise<void> {
  const listed = await collect(partOf(subject, 'journal').exchanges(filter));
  expectEqual(
    listed.map(({ reference }) => reference),
    expected,
  );
}

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['journal'] }));

export const journalChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'an exchange comes back whole',
    async run(subject) {
      const journal = partOf(subject, 'journal');
      const whole = exchange(1, {
        outcome: 'refused',
        problem: { reason: 'not_a_number', field: 'stock', value: 'x' },
        warnings: [{ reason: 'empty_ignored', field: 'tva' }],
        records: 3,
        unchanged: 2,
        timings: { receive: 0.5, identify: 0.25, read: 0.25, handle: 1, send: 0.5 },
        request: '<connecteur/>',
        reply: '<connecteur><error/></connecteur>',
      });
      await record(subject, whole, exchange(2));
      expectEqual(await journal.exchange(whole.id), { ...whole, run: whole.id, effect: [] });
      expectEqual(await journal.exchange(exchange(2).id), { ...exchange(2), effect: [] });
      assert.equal(await journal.exchange('nobody'), undefined);
      const { request: _, reply: __, ...summary } = whole;
      expectEqual(await collect(journal.exchanges({ reference: 'A1' })), [{ ...summary, run: whole.id }]);
    },
  },
  {
    name: 'filters, newest first',
    async run(subject) {
      await record(
        subject,
        exchange(1),
        exchange(2, { resource: 'add_grilles', reference: '' }),
        exchange(3, { outcome: 'failed' }),
        exchange(4, { outcome: 'refused', reference: 'A1' }),
      );
      await expectReferences(subject, {}, ['A1', 'A3', '', 'A1']);
      await expectReferences(subject, { limit: 2 }, ['A1', 'A3']);
      await expectReferences(subject, { limit: 0 }, []);
      await expectReferences(subject, { reference: 'A1' }, ['A1', 'A1']);
      await expectReferences(subject, { reference: '' }, ['']);
      await expectReferences(subject, { resource: 'add_grilles' }, ['']);
      await expectReferences(subject, { outcomes: ['refused', 'failed'] }, ['A1', 'A3']);
      await expectReferences(subject, { after: exchange(2).id }, ['A1', 'A3']);
      await expectReferences(subject, { before: exchange(3).id }, ['', 'A1']);
      await expectReferences(subject, { before: exchange(4).id, after: exchange(1).id, limit: 1 }, ['A3']);
      await expectReferences(subject, { since: exchange(3).at }, ['A1', 'A3']);
      await expectReferences(subject, { since: 'nonsense' }, []);
    },
  },
  {
    name: 'a long list is complete, in order and without repetition while others come in',
    async run(subject) {
      const all = Array.from({ length: 1203 }, (_, index) => exchange(index));
      await record(subject, ...all);
      const seen: string[] = [];
      for await (const batch of partOf(subject, 'journal').exchanges({})) {
        seen.push(...batch.map(({ reference }) => reference));
        await record(subject, exchange(5000 + seen.length));
      }
      expectEqual(seen, all.map(({ reference }) => reference).reverse());
    },
  },
  {
    name: 'the same exchange twice is one',
    async run(subject) {
      await record(subject, exchange(1), exchange(1));
      await record(subject, exchange(1));
      await expectReferences(subject, {}, ['A1']);
    },
  },
  {
    name: 'exchanges without a pause of minutes are a run, each counted once; a stranger’s are in none',
    async run(subject) {
      const journal = partOf(subject, 'journal');
      const known = { request: '' };
      const first = exchange(0, { ...known, durationMs: 1000 });
      const stranger = exchange(1, { outcome: 'refused' });
      const same = exchange(2, { ...known, outcome: 'unchanged' });
      await record(subject, first, stranger);
      await record(subject, same, same);
      const list = exchange(200, { ...known, resource: 'add_customer', records: 40, unchanged: 38 });
      // It began before the run’s first exchange ended, and ends as the last.
      const long = exchange(-1, { ...known, resource: 'add_grilles', records: 9, durationMs: 200_000 });
      await record(subject, list, long);
      const next = exchange(600, known);
      await record(subject, next);
      const runs = await collect(journal.runs({}));
      expectEqual(runs, [
        {
          id: next.id,
          firstId: next.id,
          lastId: next.id,
          at: next.at,
          endedAt: new Date(Date.parse(next.at) + 1).toISOString(),
          exchanges: 1,
          resources: { update_product: { success: 1 } },
          records: 1,
          unchanged: 0,
          busyMs: 1.25,
        },
        {
          id: first.id,
          firstId: long.id,
          lastId: list.id,
          at: long.at,
          endedAt: new Date(Date.parse(list.at) + 1).toISOString(),
          exchanges: 4,
          resources: {
            update_product: { success: 1, unchanged: 1 },
            add_customer: { success: 1 },
            add_grilles: { success: 1 },
          },
          records: 51,
          unchanged: 39,
          busyMs: 201_002.5,
        },
      ]);
      expectEqual(await journal.run(next.id), runs[0]);
      assert.equal(await journal.run(same.id), undefined);
      expectEqual(await collect(journal.runs({ before: next.id })), runs.slice(1));
      expectEqual(await collect(journal.runs({ since: next.at })), runs.slice(0, 1));
      expectEqual(await collect(journal.runs({ limit: 1 })), runs.slice(0, 1));
      const ofRun = await collect(journal.exchanges({ run: first.id }));
      expectEqual(
        ofRun.map(({ id }) => id),
        [list.id, same.id, first.id, long.id],
      );
      expectEqual(await collect(journal.exchanges({ run: 'nobody' })), []);
      assert.equal((await journal.exchange(stranger.id))?.run, undefined);
    },
  },
  {
    name: 'pruning drops what is too old, then payloads from the oldest on',
    async run(subject) {
      const journal = partOf(subject, 'journal');
      const old = Array.from({ length: 450 }, (_, index) => {
        const ms = NOW.getTime() - 40 * DAY + index;
        return exchange(index, { id: idAt(ms, index), at: new Date(ms).toISOString(), request: 'old' });
      });
      const kept = Array.from({ length: 450 }, (_, index) => exchange(index, { request: randomText() }));
      await record(subject, ...old, ...kept);
      // Each payload takes some thousand bytes, however it is kept.
      assert.equal(await journal.pruneJournal({ maxAgeDays: 30, maxBytes: 30_000 }), 450);
      assert.equal((await collect(journal.exchanges({}))).length, 450);
      const payloads = await Promise.all(kept.map(async ({ id }) => (await journal.exchange(id))?.request));
      const first = payloads.findIndex((payload) => payload !== undefined);
      assert.ok(first > 400 && first < 449, `payloads from ${first} on`);
      expectEqual(
        payloads.slice(first),
        kept.slice(first).map(({ request }) => request),
      );
      assert.equal(await journal.pruneJournal({ maxAgeDays: 30, maxBytes: 30_000 }), 0);
    },
  },
]);
