import assert from 'node:assert/strict';
import type { Order, OrderQuery, OrderRecord, OrderToImport } from '../../domain/order.ts';
import { orderField } from './conditions.ts';
import { collect, expectEqual, expectOutcome, expectRefusal, present } from './expect.ts';
import { keptOrder } from './kept.ts';
import { decimal, exchange, moment, order } from './samples.ts';
import type { Check, ContractSubject } from './subject.ts';

const ids = async ({ shop }: ContractSubject, query: OrderQuery = {}): Promise<readonly string[]> =>
  (await collect(shop.listOrders(query))).map(({ id }) => id);

const record = async ({ reader }: ContractSubject, id: string): Promise<OrderRecord> =>
  structuredClone(present(await reader.order(id), `the order ${id}`));

/** Where the shop remembers the states. */
async function expectHistory(subject: ContractSubject, id: string, expected: readonly string[]) {
  if (!subject.shop.capabilities.orderHistory) return;
  const { history } = await record(subject, id);
  expectEqual(
    history.map(({ state, by }) => `${by}:${state}`),
    expected,
  );
}

function expectOrder(subject: ContractSubject, read: OrderToImport, placed: Order): void {
  const expected = keptOrder(subject, placed);
  const { limits } = subject;
  expectEqual(limits?.order_states === undefined ? read : { ...read, state: expected.state }, expected);
}

/** Older orders first, as they came. */
async function place(subject: ContractSubject, states: Readonly<Record<string, string>>): Promise<void> {
  for (const [day, [id, state]] of Object.entries(states).entries()) {
    const placedAt = moment(`2026-01-${String(day + 1).padStart(2, '0')} 12:00:00`);
    await subject.seed.order(order(id, { state, placedAt }));
  }
}

const bare = (id: string): Order => {
  const { reference: _, warehouse: __, currency: ___, documentType, documentState, ...rest } = order(id);
  const { company, address2, phone, mobile, ...address } = rest.delivery;
  const customer = { id: '7', lastName: 'Lee', firstName: 'O', email: 'o@lee.fr' };
  const line = {
    reference: 'A',
    quantity: decimal('1'),
    name: 'A',
    netUnitPrice: decimal('100'),
    taxRate: decimal('20'),
  };
  return { ...rest, delivery: address, billing: address, customer, lines: [line] };
};

export const orderChecks: readonly Check[] = [
  {
    name: 'orders are listed oldest first with their states',
    async run(subject) {
      await place(subject, { 7: '2', 8: '3', 9: '2' });
      const listed = await collect(subject.shop.listOrders({}));
      expectEqual(listed, [
        { id: '7', state: '2' },
        { id: '8', state: '3' },
        { id: '9', state: '2' },
      ]);
    },
  },
  {
    name: 'ids and states may be any text; the order is that in which orders came',
    facts: ['order_names'],
    async run(subject) {
      await place(subject, { 'C-9': '2', A7: 'payée', B8: '2' });
      const listed = await collect(subject.shop.listOrders({}));
      expectEqual(listed, [
        { id: 'C-9', state: '2' },
        { id: 'A7', state: 'payée' },
        { id: 'B8', state: '2' },
      ]);
    },
  },
  {
    name: 'an order is read as the shop placed it, to the last field',
    async run(subject) {
      await subject.seed.order(order('1'));
      expectOrder(subject, await subject.shop.readOrder('1', exchange(1)), order('1'));
    },
  },
  {
    name: 'an order that is excluded says so when it is read',
    when: orderField('excluded'),
    async run(subject) {
      await subject.seed.order(order('2', { excluded: true }));
      expectOrder(subject, await subject.shop.readOrder('2', exchange(2)), order('2', { excluded: true }));
    },
  },
  {
    name: 'an optional field that an order does not have is absent when it is read',
    facts: ['absent_order_fields'],
    async run(subject) {
      await subject.seed.order(bare('1'));
      expectOrder(subject, await subject.shop.readOrder('1', exchange(1)), bare('1'));
    },
  },
  {
    name: 'reading leases the order and leaves it importable; reading again gives the same order',
    facts: ['reader_names'],
    async run(subject) {
      await place(subject, { 1: '2' });
      assert.equal((await record(subject, '1')).readBy, undefined);
      const first = await subject.shop.readOrder('1', exchange(1));
      const leased = await record(subject, '1');
      assert.equal(leased.readBy, 'exchange-1');
      assert.ok(leased.readAt, 'when it was read');
      assert.equal(leased.confirmedAt, undefined);
      expectEqual(await subject.shop.readOrder('1', exchange(2)), first);
      expectEqual(await record(subject, '1'), leased, 'the lease is the first reader’s');
      expectEqual(await ids(subject), ['1']);
    },
  },
  {
    name: 'an order that is read without an exchange is leased all the same',
    facts: ['reader_names'],
    async run(subject) {
      await place(subject, { 1: '2' });
      await subject.shop.readOrder('1');
      const { readAt, readBy } = await record(subject, '1');
      assert.ok(readAt, 'when it was read');
      assert.equal(readBy, undefined);
      await subject.shop.readOrder('1', exchange(2));
      assert.equal((await record(subject, '1')).readBy, undefined, 'the lease is the first reader’s');
    },
  },
  {
    name: 'a confirmed order is no longer importable, and every state asked for still lists it',
    async run(subject) {
      await place(subject, { 1: '2', 2: '2', 3: '3' });
      expectEqual(await subject.shop.confirmOrder('1'), { id: '1', state: '2' });
      assert.ok((await record(subject, '1')).confirmedAt, 'when it was confirmed');
      expectEqual(await ids(subject), ['2', '3']);
      expectEqual(await ids(subject, { states: ['2'] }), ['1', '2']);
      expectEqual(await ids(subject, { states: ['3', '2'] }), ['1', '2', '3']);
      expectEqual(await ids(subject, { states: ['nobody'] }), []);
    },
  },
  {
    name: 'a confirmation may set a final state, with its place in the history',
    async run(subject) {
      await place(subject, { 1: '2' });
      expectEqual(await subject.shop.confirmOrder('1', '5'), { id: '1', state: '5' });
      assert.equal((await record(subject, '1')).state, '5');
      await expectHistory(subject, '1', ['shop:2', 'erp:5']);
      expectEqual(await ids(subject, { states: ['5'] }), ['1']);
    },
  },
  {
    name: 'repeating a confirmation is success and changes nothing',
    async run(subject) {
      await place(subject, { 1: '2' });
      await subject.shop.readOrder('1', exchange(1));
      await subject.shop.confirmOrder('1', '5');
      const before = await record(subject, '1');
      expectEqual(await subject.shop.confirmOrder('1', '5'), { id: '1', state: '5' });
      expectEqual(await subject.shop.confirmOrder('1'), { id: '1', state: '5' });
      expectEqual(await record(subject, '1'), before);
    },
  },
  {
    name: 'a confirmation that is repeated late does not undo what the shop did since',
    async run(subject) {
      await place(subject, { 1: '2' });
      await subject.shop.confirmOrder('1', '5');
      await subject.seed.order(order('1', { state: '9' }));
      expectEqual(await subject.shop.confirmOrder('1', '5'), { id: '1', state: '9' });
      await expectHistory(subject, '1', ['shop:2', 'erp:5', 'shop:9']);
    },
  },
  {
    name: 'confirmed stays confirmed, whatever the state and the content do later',
    async run(subject) {
      await place(subject, { 1: '2' });
      await subject.shop.confirmOrder('1');
      expectOutcome(subject, await subject.seed.order(order('1', { state: '9' })), 'updated');
      expectOutcome(subject, await subject.seed.order(order('1', { state: '2', carrier: 'DHL' })), 'updated');
      expectEqual(await ids(subject), []);
      assert.ok((await record(subject, '1')).confirmedAt);
      await expectHistory(subject, '1', ['shop:2', 'shop:9', 'shop:2']);
    },
  },
  {
    name: 'an order offered again is importable and can be confirmed again',
    means: ['offerOrderAgain'],
    async run(subject) {
      await place(subject, { 1: '2' });
      await subject.shop.readOrder('1', exchange(1));
      await subject.shop.confirmOrder('1', '5');
      await subject.offerOrderAgain?.('1');
      expectEqual(await ids(subject), ['1']);
      assert.equal((await record(subject, '1')).confirmedAt, undefined);
      await subject.shop.readOrder('1', exchange(2));
      await subject.shop.confirmOrder('1', '5');
      expectEqual(await ids(subject), []);
    },
  },
  {
    name: 'an unknown order is refused with order_unknown, whatever is asked of it',
    async run(subject) {
      await place(subject, { 1: '2' });
      await expectRefusal(subject, subject.shop.readOrder('2', exchange(1)), 'order_unknown');
      await expectRefusal(subject, subject.shop.confirmOrder('2', '5'), 'order_unknown');
      if (subject.shop.capabilities.tracking) {
        await expectRefusal(subject, subject.shop.saveTracking('2', 'XX'), 'order_unknown');
      }
      if (subject.offerOrderAgain)
        await expectRefusal(subject, subject.offerOrderAgain('2'), 'order_unknown');
      assert.equal(await subject.reader.order('2'), undefined);
    },
  },
  {
    name: 'tracking numbers add up; the same one again is unchanged, and the state stays',
    capabilities: ['tracking'],
    async run(subject) {
      await place(subject, { 1: '2' });
      expectOutcome(subject, await subject.shop.saveTracking('1', '6A 001'), 'updated');
      expectOutcome(subject, await subject.shop.saveTracking('1', '6A 002'), 'updated');
      expectOutcome(subject, await subject.shop.saveTracking('1', '6A 001'), 'unchanged');
      await subject.seed.order(order('1', { state: '3' }));
      const { trackingNumbers, state } = await record(subject, '1');
      expectEqual({ trackingNumbers, state }, { trackingNumbers: ['6A 001', '6A 002'], state: '3' });
    },
  },
  {
    name: 'placing an order again changes its content by id, keeps the lease, and equal content is unchanged',
    facts: ['reader_names'],
    async run(subject) {
      expectOutcome(subject, await subject.seed.order(order('1')), 'created');
      await subject.shop.readOrder('1', exchange(1));
      expectOutcome(subject, await subject.seed.order(order('1')), 'unchanged');
      // Other lines, which make the same totals.
      const quantity = { quantity: decimal('4'), netUnitPrice: decimal('25') };
      const lines = order('1').lines.map((line) => ({ ...line, ...quantity, reference: 'B' }));
      const changed = order('1', { carrier: 'DHL', lines });
      expectOutcome(subject, await subject.seed.order(changed), 'updated');
      const { history: _, trackingNumbers, readAt, readBy, ...content } = await record(subject, '1');
      expectEqual(content, keptOrder(subject, changed));
      assert.ok(readAt);
      assert.equal(readBy, 'exchange-1');
      assert.equal((await collect(subject.reader.orders())).length, 1);
    },
  },
];
