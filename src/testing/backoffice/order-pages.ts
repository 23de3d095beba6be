import assert from 'node:assert/strict';
import type { Order } from '../../domain/order.ts';
import type { OrderPageQuery } from '../../shop/order-desk.ts';
import { expectEqual, present } from '../contract/expect.ts';
import { moment, order } from '../contract/samples.ts';
import { allPages } from './pages.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const place = (subject: BackofficeSubject, id: string, changes: Partial<Order> = {}) =>
  partOf(subject, 'shopSide').placeOrder(order(id, changes));

const day = (number: number) => moment(`2026-05-${String(number).padStart(2, '0')} 00:00:00`);

async function found(subject: BackofficeSubject, query: Partial<OrderPageQuery>): Promise<readonly string[]> {
  const desk = partOf(subject, 'orderDesk');
  const asked = { isDescending: false, limit: 500, ...query };
  const { items } = await desk.orderPage(asked);
  // The same in small pages, and the other way round.
  for (const isDescending of [false, true]) {
    const pages = await allPages((page) => desk.orderPage({ ...asked, ...page, isDescending }), 2);
    expectEqual(isDescending === asked.isDescending ? pages : pages.toReversed(), items);
  }
  return items.map(({ id }) => id);
}

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['orderDesk', 'shopSide', 'reader'] }));

export const orderPageChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'each page goes on where the last one ended, whatever is added meanwhile; equal dates by arrival',
    async run(subject) {
      const desk = partOf(subject, 'orderDesk');
      expectEqual(await desk.orderPage({ limit: 5, isDescending: true }), { items: [], next: undefined });
      // Their order differs from that of their dates, of which there are few.
      const made = Array.from({ length: 23 }, (_, index) => ({
        id: `P${index}`,
        placedAt: day(1 + ((index * 7) % 4)),
      }));
      for (const { id, placedAt } of made) await place(subject, id, { placedAt });
      await subject.shop.confirmOrder('P3', 'sent');
      await subject.shop.confirmOrder('P11');
      const expected = made
        .toSorted((a, b) => (a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : 0))
        .map(({ id }) => id);
      for (const isDescending of [false, true]) {
        let added = 0;
        const pages = await allPages(
          (page) => desk.orderPage({ ...page, isDescending }),
          5,
          () => place(subject, `new ${isDescending} ${added++}`, { placedAt: day(isDescending ? 28 : 1) }),
        );
        const old = pages.map(({ id }) => id).filter((id) => id.startsWith('P'));
        expectEqual(old, isDescending ? expected.toReversed() : expected);
        assert.equal(new Set(pages.map(({ id }) => id)).size, pages.length, 'each once');
      }
    },
  },
  {
    name: 'an order in a page is the whole order, with its own lines, history and parcels',
    async run(subject) {
      const reader = partOf(subject, 'reader');
      for (let index = 0; index < 60; index += 1) {
        await place(subject, `${index}`, {
          placedAt: day(28 - (index % 28)),
          ...(index % 2 && { lines: [] }),
        });
        if (index % 3 === 0) await subject.shop.saveTracking(`${index}`, `T${index}`);
      }
      for (const limit of [7, 50, 60]) {
        const { items } = await partOf(subject, 'orderDesk').orderPage({ limit, isDescending: false });
        assert.equal(items.length, limit);
        for (const item of items) expectEqual(item, present(await reader.order(item.id), item.id));
      }
    },
  },
  {
    name: 'orders are found by state, date, customer and hand-over, by all that is asked for at once',
    async run(subject) {
      const customer = (id: string, email: string) => ({ id, email, lastName: '', firstName: '' });
      const ada = customer('1', ' Ada@Lovelace.example');
      const guest = customer('', 'ada@lovelace.example');
      const bob = customer('2', 'bob@example.org');
      await place(subject, 'a', { state: 'paid', placedAt: day(1), customer: ada });
      await place(subject, 'b', { state: 'sent', placedAt: day(2), customer: bob });
      await place(subject, 'c', { state: 'paid', placedAt: day(3), customer: guest });
      await place(subject, 'd', { state: 'cart', placedAt: day(3), customer: ada });
      await place(subject, 'e', { state: 'paid', placedAt: day(2), customer: bob });
      for (const id of ['a', 'b', 'd']) await subject.shop.confirmOrder(id);
      await subject.shop.readOrder('e');
      expectEqual(await found(subject, {}), ['a', 'b', 'e', 'c', 'd']);
      expectEqual(await found(subject, { states: ['paid'] }), ['a', 'e', 'c']);
      expectEqual(await found(subject, { states: ['paid', 'cart', 'paid', 'none'] }), ['a', 'e', 'c', 'd']);
      expectEqual(await found(subject, { placedSince: day(2) }), ['b', 'e', 'c', 'd']);
      expectEqual(await found(subject, { isConfirmed: true }), ['a', 'b', 'd']);
      expectEqual(await found(subject, { isConfirmed: false }), ['e', 'c']);
      expectEqual(await found(subject, { isConfirmed: true, states: ['paid', 'cart'] }), ['a', 'd']);
      expectEqual(await found(subject, { isConfirmed: false, states: ['paid'], placedSince: day(3) }), ['c']);
      expectEqual(await found(subject, { customer: '1' }), ['a', 'd']);
      expectEqual(await found(subject, { email: 'ADA@lovelace.example' }), ['a', 'c', 'd']);
      expectEqual(await found(subject, { email: 'ada@lovelace.example', customer: '1' }), ['a', 'd']);
      expectEqual(await found(subject, { email: 'bob@example.org', customer: '1' }), []);
      expectEqual(await found(subject, { customer: '1', states: ['paid', 'sent'] }), ['a']);
      expectEqual(await found(subject, { customer: '2', isConfirmed: false }), ['e']);
      expectEqual(await found(subject, { customer: '1', placedSince: day(2) }), ['d']);
      expectEqual(await found(subject, { email: '' }), []);
    },
  },
]);
