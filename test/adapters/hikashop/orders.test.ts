import { afterAll, describe, expect, it } from 'vitest';
import { paidFromTotals } from '../../../src/domain/order-totals.ts';
import { decimal, exchange, moment, order } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { hikashopBench, NOW } from './hikashop-bench.ts';
import { createHikashopSite } from './hikashop-site.ts';
import { PhpFloat, phpArray } from './php.ts';
import { hikashopSeed } from './seeds.ts';

const server = await mariadb('orders of HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('orders in HikaShop’s tables', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const { query } = site;
  const seed = hikashopSeed(site, () => new Date(NOW * 1000));
  const list = async (shop: Awaited<ReturnType<typeof open>>, states?: readonly string[]) =>
    (await Array.fromAsync(shop.shop.listOrders(states ? { states } : {})))
      .flat()
      .map(({ id, state }) => `${id} ${state}`);
  let number = 0;
  /** A number of its own for each test: the seed remembers what it has placed. */
  const fresh = (prefix = 'B') => `${prefix}${++number}`;

  it('shipping is what HikaShop says, tax in it once; the payment’s fee is part of it, so that all adds up', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(order(id));
    await query(
      `UPDATE #__hikashop_order SET order_payment_price = 1.2, order_payment_tax = 0.2,
        order_full_price = order_full_price + 1.2, order_shipping_price = 10, order_shipping_tax = 1.66667 WHERE order_number = ?`,
      [id],
    );
    const { totals } = await shop.shop.readOrder(id);
    expect(totals).toMatchObject({ shippingInclTax: '11.2', shippingTaxRate: '20', paid: '119.19' });
    expect(paidFromTotals(totals)).toBe(totals.paid);
  });

  it('rates are those that HikaShop noted, also ones that the shop has no longer; else they follow from the amounts', async () => {
    const shop = await open();
    const id = fresh();
    const line = {
      reference: 'X',
      quantity: decimal('1'),
      name: 'X',
      netUnitPrice: decimal('9.99'),
      taxRate: decimal('19.6'),
    };
    await seed.order(
      order(id, { lines: [line, { ...line, taxRate: decimal('5.5') }, { ...line, taxRate: decimal('0') }] }),
    );
    const rates = async () => (await shop.shop.readOrder(id)).lines.map(({ taxRate }) => taxRate);
    expect(await rates()).toEqual(['19.6', '5.5', '0']);
    const json = JSON.stringify({ TVA: { tax_rate: '0.19600', tax_amount: 1.96 } });
    await query(
      "UPDATE #__hikashop_order_product SET order_product_tax_info = IF(order_product_tax > 1, ?, '')",
      [json],
    );
    await query('UPDATE #__hikashop_order_product SET order_product_tax = ROUND(order_product_tax, 2)');
    expect(await rates()).toEqual(['19.6', '5.5', '0']);
  });

  it('several taxes on one line make one rate', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(order(id));
    const tax = (rate: string) => ({ tax_rate: rate, tax_amount: new PhpFloat('1') });
    await query('UPDATE #__hikashop_order_product SET order_product_tax_info = ?', [
      phpArray({ TVA: tax('0.20000'), eco: tax('0.01000') }),
    ]);
    expect((await shop.shop.readOrder(id)).lines[0]?.taxRate).toBe('21');
  });

  it('a filter of several states lists the orders in any of them; carts and parts of orders are none', async () => {
    const shop = await open({ importableStates: ['confirmed', 'shipped'] });
    const [a, b, c] = [fresh(), fresh(), fresh()];
    for (const [id, state] of [
      [a, 'confirmed'],
      [b, 'cancelled'],
      [c, 'shipped'],
    ] as const)
      await seed.order(order(id, { state }));
    await query(
      "INSERT INTO #__hikashop_order (order_number, order_status, order_type) VALUES ('S1', 'confirmed', 'subsale'), ('', 'confirmed', 'sale')",
    );
    expect(await list(shop)).toEqual([`${a} confirmed`, `${c} shipped`]);
    expect(await list(shop, ['cancelled', 'shipped'])).toEqual([`${b} cancelled`, `${c} shipped`]);
    expect(await list(shop, [])).toEqual([]);
  });

  it('orders of before a day are not offered, and may be asked for all the same', async () => {
    const shop = await open({ settings: { ordersSince: moment('2026-02-01 00:00:00') } });
    const [old, recent] = [fresh(), fresh()];
    await seed.order(order(old, { placedAt: moment('2026-01-31 23:59:59') }));
    await seed.order(order(recent, { placedAt: moment('2026-02-01 00:00:00') }));
    expect(await list(shop)).toEqual([`${recent} 2`]);
    expect(await list(shop, ['2'])).toEqual([`${old} 2`, `${recent} 2`]);
    expect((await shop.shop.readOrder(old)).id).toBe(old);
  });

  it('a confirmation is a change of state as HikaShop itself notes it, without an e-mail', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(order(id));
    await shop.shop.confirmOrder(id, 'shipped');
    const [stored] = await query(
      'SELECT order_status, order_modified, order_invoice_number FROM #__hikashop_order WHERE order_number = ?',
      [id],
    );
    expect(stored).toEqual({ order_status: 'shipped', order_modified: NOW, order_invoice_number: '' });
    const history = await query(
      'SELECT history_new_status, history_type, history_notified, history_created FROM #__hikashop_history ORDER BY history_id DESC LIMIT 1',
    );
    expect(history).toEqual([
      {
        history_new_status: 'shipped',
        history_type: 'modification',
        history_notified: 0,
        history_created: NOW,
      },
    ]);
  });

  it('a state that the shop does not have is refused, and the order stays to be imported', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(order(id));
    await expect(shop.shop.confirmOrder(id, 'exporté')).rejects.toMatchObject({
      problem: { reason: 'order_state_unknown', record: id, value: 'exporté' },
    });
    expect(await list(shop)).toEqual([`${id} 2`]);
  });

  it('an order that is offered again is in its last importable state', async () => {
    const shop = await open({ importableStates: ['confirmed'] });
    const id = fresh();
    await seed.order(order(id, { state: 'confirmed' }));
    await shop.shop.confirmOrder(id, 'shipped');
    await shop.offerOrderAgain(id);
    expect(await list(shop)).toEqual([`${id} confirmed`]);
    expect((await shop.reader.order(id))?.history.map(({ state, by }) => `${by}:${state}`)).toEqual([
      'shop:confirmed',
      'erp:shipped',
      'shop:confirmed',
    ]);
  });

  it('a parcel’s number stands in the order’s history, where a merchant sees it', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(order(id));
    await shop.shop.saveTracking(id, '6A 001');
    const [entry] = await query(
      'SELECT history_reason, history_new_status FROM #__hikashop_history ORDER BY history_id DESC LIMIT 1',
    );
    expect(entry).toEqual({ history_reason: 'E-connecteur: 6A 001', history_new_status: '2' });
    expect((await shop.reader.order(id))?.history.length).toBe(1);
  });

  it('names are the right way round, of guests and of accounts, in both addresses', async () => {
    const shop = await open();
    const id = fresh();
    const delivery = { ...order(id).delivery, firstName: 'Anne Marie', lastName: 'Durand', city: 'Nancy' };
    await seed.order(order(id, { delivery }));
    const read = await shop.shop.readOrder(id, exchange(1));
    expect([read.delivery.firstName, read.delivery.lastName, read.delivery.city]).toEqual([
      'Anne Marie',
      'Durand',
      'Nancy',
    ]);
    expect([read.billing.firstName, read.billing.lastName, read.billing.city]).toEqual([
      'Ondine',
      'Lee',
      'Metz',
    ]);
    await query('UPDATE #__hikashop_user SET user_cms_id = 0');
    expect((await shop.shop.readOrder(id)).customer).toMatchObject({
      firstName: 'Ondine',
      lastName: 'Lee',
      email: 'lee@bagues.fr',
    });
  });

  it('an order without an address for delivery goes where its bill goes', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(order(id));
    await query('UPDATE #__hikashop_order SET order_shipping_address_id = 0 WHERE order_number = ?', [id]);
    const { delivery, billing } = await shop.shop.readOrder(id);
    const { vatNumber: _, ...address } = billing;
    expect(delivery).toEqual(address);
  });

  it('the account’s customer of the ERP is named by code, also where only the e-mail tells', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(
      order(id, { customer: { id: '77', lastName: 'Lee', firstName: 'Ondine', email: 'lee@bagues.fr' } }),
    );
    expect((await shop.shop.readOrder(id)).customer.erpCode).toBeUndefined();
    await query(
      "INSERT INTO #__passerelle_customer (code, email_key, record) VALUES ('C9', 'lee@bagues.fr', '{}')",
    );
    expect((await shop.shop.readOrder(id)).customer.erpCode).toBe('C9');
    await query(
      "INSERT INTO #__passerelle_customer (code, email_key, record) VALUES ('C10', 'lee@bagues.fr', '{}')",
    );
    expect((await shop.shop.readOrder(id)).customer.erpCode).toBeUndefined();
  });

  it('a broken note of taxes or options breaks no order', async () => {
    const shop = await open();
    const id = fresh();
    await seed.order(order(id));
    await query(
      "UPDATE #__hikashop_order_product SET order_product_options = 'a:9:{oops', order_product_tax_info = 'O:1'",
    );
    await query("UPDATE #__hikashop_order SET order_tax_info = 'x'");
    const read = await shop.shop.readOrder(id);
    expect(read.lines[0]).toMatchObject({ taxRate: '20' });
    expect(read.lines[0]?.axis1).toBeUndefined();
    expect(read.totals.productsExclTax).toBe('100');
  });
});
