import assert from 'node:assert/strict';
import type { NewOrder } from '../../domain/new-order.ts';
import type { OrderRecord } from '../../domain/order.ts';
import { collect, expectEqual, message, present } from '../contract/expect.ts';
import { moment, order, shopCustomer } from '../contract/samples.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const { id: _, placedAt: __, ...CONTENT } = order('');

/** An order that says everything but its id and its date. */
const newOrder = (changes: Partial<NewOrder> = {}): NewOrder => ({ ...CONTENT, state: 'paid', ...changes });

/** One that says as little as possible of its customer. */
function bare(customer: NewOrder['customer'], changes: Partial<NewOrder> = {}): NewOrder {
  const { billing: _billing, delivery: _delivery, ...rest } = newOrder({ customer, ...changes });
  return rest;
}

const sell = (subject: BackofficeSubject): Promise<unknown> =>
  subject.shop.saveProduct({ reference: 'AB 12/L', fields: {} }, 'add_product');

const record = async (subject: BackofficeSubject, id: string): Promise<OrderRecord> =>
  present(await partOf(subject, 'reader').order(id), `the order ${id}`);

const countOrders = async (subject: BackofficeSubject): Promise<number> =>
  (await collect(partOf(subject, 'reader').orders())).length;

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['orderDesk', 'shopSide', 'reader'] }));

export const orderDeskChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'a new order is stored whole, placed now, and offered at once',
    async run(subject) {
      await sell(subject);
      const { addOrder } = partOf(subject, 'orderDesk');
      const { order: added, isRepeated } = await addOrder(newOrder());
      const now = moment('2026-06-01 00:00:00');
      const expected: OrderRecord = {
        ...order('1', { reference: 'WEB-', state: 'paid', placedAt: now }),
        history: [{ state: 'paid', at: now, by: 'shop' }],
        trackingNumbers: [],
      };
      expectEqual(added, expected);
      expectEqual(await record(subject, '1'), expected);
      assert.equal(isRepeated, false);
      expectEqual(await collect(subject.shop.listOrders({})), [{ id: '1', state: 'paid' }]);
    },
  },
  {
    name: 'a made id is the number behind the highest that an order has',
    async run(subject) {
      await sell(subject);
      const { addOrder } = partOf(subject, 'orderDesk');
      const { placeOrder } = partOf(subject, 'shopSide');
      for (const id of ['20', '7', 'W-90', '0', '1234567890123456', '1e3']) await placeOrder(order(id));
      const made = async (): Promise<string> => (await addOrder(newOrder())).order.id;
      expectEqual([await made(), await made()], ['21', '22']);
      assert.equal((await addOrder(newOrder({ id: '30' }))).order.id, '30');
      assert.equal(await made(), '31');
    },
  },
  {
    name: 'the same request under its key again gives what it gave, whatever became of the order; orders asked for at once are one',
    async run(subject) {
      await sell(subject);
      const { addOrder, setOrderState } = partOf(subject, 'orderDesk');
      const options = { requestKey: 'k-1' };
      const both = await Promise.all([newOrder(), newOrder()].map((said) => addOrder(said, options)));
      expectEqual(both.map(({ isRepeated }) => isRepeated).sort(), [false, true]);
      expectEqual(both[0]?.order, both[1]?.order);
      await setOrderState('1', 'sent');
      await subject.shop.saveTracking('1', '6A');
      const again = await addOrder(newOrder(), options);
      expectEqual(again, { order: both[0]?.order, isRepeated: true });
      assert.equal(await countOrders(subject), 1);
      assert.equal((await addOrder(newOrder(), { requestKey: 'k-2' })).order.id, '2');
    },
  },
  {
    name: 'another order under a key that was used is refused, and a refused one uses no key',
    async run(subject) {
      const { addOrder } = partOf(subject, 'orderDesk');
      const options = { requestKey: 'k-1' };
      await assert.rejects(addOrder(newOrder(), options), { code: 'invalid_value' });
      await sell(subject);
      await addOrder(newOrder(), options);
      const refusal = { problem: { reason: 'idempotency_key_reused', entity: 'order', value: 'k-1' } };
      await assert.rejects(addOrder(newOrder({ state: 'sent' }), options), refusal);
      await assert.rejects(addOrder(newOrder({ id: '1' }), options), refusal);
      const allowing = { ...options, allowUnknownReferences: true };
      await assert.rejects(addOrder(newOrder(), allowing), refusal);
      assert.equal(await countOrders(subject), 1);
    },
  },
  {
    name: 'an id of the caller’s is a key of its own; an order that has it already stays as it is',
    async run(subject) {
      await sell(subject);
      const { addOrder } = partOf(subject, 'orderDesk');
      const said = newOrder({ id: 'W/1', placedAt: moment('2026-05-31 23:59:59') });
      const first = await addOrder(said);
      expectEqual([first.order.id, first.order.placedAt], ['W/1', '2026-05-31 23:59:59']);
      expectEqual(await addOrder(said), { ...first, isRepeated: true });
      const refusal = {
        code: 'conflict',
        problem: { reason: 'order_exists', entity: 'order', record: 'W/1' },
      };
      await assert.rejects(addOrder({ ...said, state: 'sent' }), refusal);
      await assert.rejects(addOrder(said, { requestKey: 'k-1' }), refusal);
      // A key that is spelled like an id is another one.
      assert.equal((await addOrder(newOrder(), { requestKey: 'W/1' })).order.id, '1');
      await partOf(subject, 'shopSide').placeOrder(order('W/2'));
      await assert.rejects(addOrder(newOrder({ id: 'W/2' })), { code: 'conflict' });
      expectEqual((await record(subject, 'W/1')).state, 'paid');
    },
  },
  {
    name: 'requests are forgotten once they are older, orders are not',
    async run(subject) {
      await sell(subject);
      const { addOrder, pruneOrderRequests } = partOf(subject, 'orderDesk');
      const options = { requestKey: 'k-1' };
      for (let number = 0; number < 210; number += 1) await addOrder(newOrder({ id: `W${number}` }));
      await addOrder(newOrder(), options);
      assert.equal(await pruneOrderRequests(1), 0);
      assert.equal((await addOrder(newOrder(), options)).isRepeated, true);
      assert.equal(await pruneOrderRequests(-1), 211);
      expectEqual((await addOrder(newOrder(), options)).order.id, '2');
      await assert.rejects(addOrder(newOrder({ id: 'W1' })), { code: 'conflict' });
    },
  },
  {
    name: 'a customer whom the shop knows by id, or alone by e-mail, need not be told again; the ERP’s code comes along',
    async run(subject) {
      await sell(subject);
      const { addOrder } = partOf(subject, 'orderDesk');
      const { saveShopCustomer } = partOf(subject, 'shopSide');
      const known = shopCustomer('11', { lastName: 'Zola', email: 'Z@bagues.fr' });
      await saveShopCustomer(known);
      const customer = { id: '11', lastName: 'Zola', firstName: 'Ondine', email: 'Z@bagues.fr' };
      const byId = (await addOrder(bare({ id: '11' }))).order;
      expectEqual([byId.customer, byId.billing, byId.delivery], [customer, known.address, known.address]);
      expectEqual((await addOrder(bare({ email: ' z@BAGUES.fr ' }))).order.customer, {
        ...customer,
        email: ' z@BAGUES.fr ',
      });
      const change = { code: 'CZOLA', fields: { email: 'z@bagues.fr' } };
      await subject.shop.saveCustomers(message([change]));
      expectEqual((await addOrder(bare({ id: '11' }))).order.customer, { ...customer, erpCode: 'CZOLA' });
      const told = { id: '11', lastName: 'Sand', email: 's@bagues.fr', erpCode: 'CSAND' };
      const said = (await addOrder(newOrder({ customer: told }))).order;
      expectEqual(said.customer, { ...told, firstName: 'Ondine' });
      expectEqual(said.billing, CONTENT.billing);
      await saveShopCustomer(shopCustomer('12', { email: 'z@bagues.fr' }));
      const either = newOrder({ customer: { email: 'z@bagues.fr' } });
      const { lastName, firstName } = CONTENT.billing;
      expectEqual((await addOrder(either)).order.customer, {
        id: '',
        lastName,
        firstName,
        email: 'z@bagues.fr',
      });
    },
  },
  {
    name: 'a customer of the ERP alone is known by the e-mail of a contact, with the code',
    async run(subject) {
      await sell(subject);
      const billingAddress = { fields: { street: '3 rue Haute', city: 'Metz', country: 'FR' } };
      const contacts = [{ fields: { email: 'buyer@bagues.fr' } }];
      const fields = { name: 'Bagues', email: 'office@bagues.fr' };
      await subject.shop.saveCustomers(message([{ code: 'CB', fields, contacts, billingAddress }]));
      const { order: added } = await partOf(subject, 'orderDesk').addOrder(
        bare({ email: 'buyer@bagues.fr' }),
      );
      expectEqual([added.customer.erpCode, added.customer.lastName], ['CB', 'Bagues']);
      expectEqual([added.billing.address1, added.billing.city], ['3 rue Haute', 'Metz']);
    },
  },
  {
    name: 'an order without a delivery address goes to who is billed, without the VAT number',
    async run(subject) {
      await sell(subject);
      const { delivery: _delivery, ...said } = newOrder();
      const { vatNumber: _vat, ...address } = CONTENT.billing;
      expectEqual((await partOf(subject, 'orderDesk').addOrder(said)).order.delivery, address);
    },
  },
  {
    name: 'an unknown customer, address and article are all told at once, and change nothing',
    async run(subject) {
      await sell(subject);
      const { addOrder } = partOf(subject, 'orderDesk');
      const [line] = CONTENT.lines;
      const lines = [{ ...present(line, 'a line'), reference: 'NOPE' }, ...CONTENT.lines];
      await assert.rejects(addOrder(bare({ id: '404' }, { lines })), {
        problem: {
          reason: 'order_refused',
          entity: 'order',
          details: [
            { reason: 'order_customer_unknown', field: 'customer.id', value: '404' },
            { reason: 'order_address_missing', field: 'billing' },
            { reason: 'order_reference_unknown', field: 'lines[0].reference', value: 'NOPE' },
          ],
        },
      });
      assert.equal(await countOrders(subject), 0);
      const customer = { id: '404', lastName: 'Lee', email: 'lee@bagues.fr' };
      await assert.rejects(addOrder(newOrder({ lines, customer })), { code: 'invalid_value' });
      const { order: added } = await addOrder(newOrder({ lines, customer }), {
        allowUnknownReferences: true,
      });
      expectEqual([added.id, added.customer.id, added.lines[0]?.reference], ['1', '404', 'NOPE']);
    },
  },
  {
    name: 'an order is moved to a state, with history; to its own, nothing happens; confirmed it stays',
    async run(subject) {
      const { setOrderState } = partOf(subject, 'orderDesk');
      await partOf(subject, 'shopSide').placeOrder(order('1', { state: 'paid' }));
      await subject.shop.confirmOrder('1', 'exported');
      assert.equal((await setOrderState('1', 'sent')).outcome, 'updated');
      assert.equal((await setOrderState('1', 'sent')).outcome, 'unchanged');
      const { state, history, confirmedAt } = await record(subject, '1');
      expectEqual(
        [state, ...history.map((change) => `${change.by}:${change.state}`)],
        ['sent', 'shop:paid', 'erp:exported', 'shop:sent'],
      );
      assert.ok(confirmedAt !== undefined);
      await assert.rejects(setOrderState('nobody', 'sent'), {
        problem: { reason: 'order_unknown', entity: 'order', record: 'nobody' },
      });
    },
  },
  {
    name: 'a customer of the shop is read back by id, as the list has it',
    async run(subject) {
      const { saveShopCustomer, shopCustomer: read } = partOf(subject, 'shopSide');
      await saveShopCustomer(shopCustomer('11'));
      await subject.shop.saveCustomers(message([{ code: 'C1', fields: { name: 'Bagues' } }]));
      expectEqual(await read('11'), shopCustomer('11'));
      for (const listed of await collect(subject.shop.listCustomers()))
        expectEqual(await read(listed.id), listed);
      assert.equal(await read('nobody'), undefined);
    },
  },
]);
