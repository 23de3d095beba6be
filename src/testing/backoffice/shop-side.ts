import assert from 'node:assert/strict';
import type { OrderPast, OrderQuery, OrderRecord } from '../../domain/order.ts';
import { collect, expectEqual, present } from '../contract/expect.ts';
import { moment, order, shopCustomer } from '../contract/samples.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const record = async (subject: BackofficeSubject, id: string): Promise<OrderRecord> =>
  structuredClone(present(await partOf(subject, 'reader').order(id), `the order ${id}`));

const ids = async ({ shop }: BackofficeSubject, query: OrderQuery = {}): Promise<readonly string[]> =>
  (await collect(shop.listOrders(query))).map(({ id }) => id);

const PAST: OrderPast = {
  history: [
    { state: 'paid', at: moment('2025-12-31 10:00:00'), by: 'shop' },
    { state: 'sent', at: moment('2026-01-02 10:00:00'), by: 'erp' },
  ],
  trackingNumbers: ['6A 002', '6A 001'],
  confirmedAt: moment('2026-01-02 10:00:00'),
};

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['shopSide', 'reader'] }));

export const shopSideChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'an order is added, changed, or unchanged; a change of its state stands in its history as the shop’s',
    async run(subject) {
      const { placeOrder } = partOf(subject, 'shopSide');
      assert.equal((await placeOrder(order('1', { state: 'paid' }))).outcome, 'created');
      assert.equal((await placeOrder(order('1', { state: 'paid' }))).outcome, 'unchanged');
      assert.equal((await placeOrder(order('1', { state: 'sent', lines: [] }))).outcome, 'updated');
      const { history, trackingNumbers: _, ...content } = await record(subject, '1');
      expectEqual(content, order('1', { state: 'sent', lines: [] }));
      expectEqual(
        history.map(({ state, by }) => `${by}:${state}`),
        ['shop:paid', 'shop:sent'],
      );
    },
  },
  {
    name: 'a new order takes its past along, to the last parcel, and is offered only when that is right',
    async run(subject) {
      await partOf(subject, 'shopSide').placeOrder(order('1', { state: 'paid' }), PAST);
      expectEqual(await record(subject, '1'), { ...order('1', { state: 'paid' }), ...PAST });
      expectEqual(await ids(subject), []);
      const { confirmedAt: _, ...open } = PAST;
      const leased = { ...open, readAt: moment('2026-01-01 00:00:00'), readBy: 'exchange-1' };
      await partOf(subject, 'shopSide').placeOrder(order('2', { state: 'paid' }), leased);
      expectEqual(await record(subject, '2'), { ...order('2', { state: 'paid' }), ...leased });
      expectEqual(await ids(subject), ['2']);
    },
  },
  {
    name: 'a known order takes no past',
    async run(subject) {
      const { placeOrder } = partOf(subject, 'shopSide');
      await placeOrder(order('1', { state: 'paid' }));
      const before = await record(subject, '1');
      assert.equal((await placeOrder(order('1', { state: 'paid' }), PAST)).outcome, 'unchanged');
      expectEqual(await record(subject, '1'), before);
    },
  },
  {
    name: 'only orders in importable states are offered; a filter lists any',
    async run(subject) {
      const { placeOrder } = partOf(subject, 'shopSide');
      for (const [id, state] of Object.entries({ a: 'paid', b: 'cart', c: 'payée' }))
        await placeOrder(order(id, { state }));
      expectEqual([...(await ids(subject))].sort(), ['a', 'c']);
      expectEqual(await ids(subject, { states: ['cart'] }), ['b']);
    },
  },
  {
    name: 'an order is offered again in its last importable state',
    async run(subject) {
      const { placeOrder, offerOrderAgain } = partOf(subject, 'shopSide');
      await placeOrder(order('1', { state: 'payée' }));
      await subject.shop.confirmOrder('1', 'exported');
      await offerOrderAgain('1');
      expectEqual(await ids(subject), ['1']);
      const { history, confirmedAt } = await record(subject, '1');
      expectEqual(
        history.map(({ state, by }) => `${by}:${state}`),
        ['shop:payée', 'erp:exported', 'shop:payée'],
      );
      assert.equal(confirmedAt, undefined);
    },
  },
  {
    name: 'an order that never was importable keeps its state when it is offered again',
    async run(subject) {
      const { placeOrder, offerOrderAgain } = partOf(subject, 'shopSide');
      await placeOrder(order('1', { state: 'cancelled' }));
      await offerOrderAgain('1');
      assert.equal((await record(subject, '1')).state, 'cancelled');
    },
  },
  {
    name: 'an unknown order cannot be offered again',
    async run(subject) {
      const offer = partOf(subject, 'shopSide').offerOrderAgain('nobody');
      await assert.rejects(offer, { code: 'unknown_reference' });
      assert.equal(await partOf(subject, 'reader').order('nobody'), undefined);
    },
  },
  {
    name: 'a customer of the shop is added, changed, or unchanged',
    async run(subject) {
      const { saveShopCustomer } = partOf(subject, 'shopSide');
      assert.equal((await saveShopCustomer(shopCustomer('11'))).outcome, 'created');
      assert.equal((await saveShopCustomer(shopCustomer('11'))).outcome, 'unchanged');
      const changed = shopCustomer('11', { lastName: 'Zola' });
      assert.equal((await saveShopCustomer(changed)).outcome, 'updated');
      expectEqual(await collect(subject.shop.listCustomers()), [changed]);
      const [read] = await collect(partOf(subject, 'reader').customers());
      expectEqual(
        [read?.id, read?.fields],
        ['11', { name: 'Zola', firstName: 'Ondine', email: '11@bagues.fr' }],
      );
    },
  },
]);
