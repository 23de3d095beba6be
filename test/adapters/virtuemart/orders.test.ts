import { afterAll, describe, expect, it } from 'vitest';
import { decimal, order } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { virtuemartSeed } from './seeds.ts';
import { NOW, NOW_TEXT, save, virtuemartBench } from './virtuemart-bench.ts';
import { createVirtuemartSite, NEEDED_SETTINGS } from './virtuemart-site.ts';

const server = await mariadb('orders of VirtueMart');
const site = server && (await createVirtuemartSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('orders in VirtueMart’s tables', () => {
  if (!site) return;
  const { open } = virtuemartBench(site);
  const { query } = site;
  const seed = virtuemartSeed(site, () => new Date(NOW * 1000));
  const place = async (id: string, changes: Parameters<typeof order>[1] = {}) =>
    seed.order(order(id, { state: 'C', ...changes }));
  const listed = async (shop: Awaited<ReturnType<typeof open>>, states?: readonly string[]) =>
    (await Array.fromAsync(shop.shop.listOrders(states ? { states } : {}))).flat().map(({ id }) => id);

  it('are listed in several states at once', async () => {
    const shop = await open();
    for (const [id, state] of Object.entries({ 11: 'P', 12: 'C', 13: 'S', 14: 'X' }))
      await place(id, { state });
    expect(await listed(shop, ['C', 'S'])).toEqual(['12', '13']);
    expect(await listed(shop, ['C,S'])).toEqual([]);
    expect(await listed(await open({ importableStates: ['C'] }))).toEqual(['12']);
  });

  it('that came before the day that was set are not offered', async () => {
    await place('21');
    const settings = { ...NEEDED_SETTINGS, ordersSince: order('x').placedAt };
    expect(await listed(await open({ settings }))).toEqual(['21']);
    await query("UPDATE #__virtuemart_orders SET created_on = '2026-03-22 10:09:21'");
    expect(await listed(await open({ settings }))).toEqual([]);
    expect(await listed(await open({ settings }), ['C'])).toEqual(['21']);
  });

  it('of another vendor are none of ours', async () => {
    const shop = await open();
    await place('31');
    await query('UPDATE #__virtuemart_orders SET virtuemart_vendor_id = 2');
    expect(await listed(shop)).toEqual([]);
    await expect(shop.shop.readOrder('31')).rejects.toMatchObject({ problem: { reason: 'order_unknown' } });
  });

  it('have the carrier and the payment of the order itself, first and last names in their places, shipping taxed once', async () => {
    const shop = await open();
    await place('41');
    const read = await shop.shop.readOrder('41');
    expect(read).toMatchObject({
      ...{ reference: 'WEB-41', carrier: 'Colissimo', paymentMethod: 'Carte bancaire' },
      delivery: { firstName: 'Ondine', lastName: 'Lee' },
      billing: { firstName: 'Ondine', lastName: 'Lee' },
      totals: { shippingInclTax: '9.99', shippingTaxRate: '20', discountPercent: '10' },
    });
    await query(
      'UPDATE #__virtuemart_orders SET virtuemart_paymentmethod_id = 2, virtuemart_shipmentmethod_id = 99',
    );
    expect(await shop.shop.readOrder('41')).toMatchObject({ paymentMethod: 'paypal', carrier: '' });
  });

  it('of a guest are each somebody’s own, found by e-mail where the ERP knows them', async () => {
    const shop = await open();
    await place('51');
    await query('UPDATE #__virtuemart_orders SET virtuemart_user_id = 0');
    for (const table of ['passerelle_customer', 'virtuemart_vmusers']) await query(`DELETE FROM #__${table}`);
    await shop.shop.saveCustomers(
      (async function* () {
        yield [{ code: 'LEE', fields: { email: 'LEE@bagues.fr' } }];
      })(),
    );
    expect((await shop.shop.readOrder('51')).customer).toEqual({
      ...{ id: 'guest-51', firstName: 'Ondine', lastName: 'Lee', email: 'lee@bagues.fr', erpCode: 'LEE' },
    });
  });

  it('without another delivery address go where the bill goes', async () => {
    const shop = await open();
    await place('61');
    await query("DELETE FROM #__virtuemart_order_userinfos WHERE address_type = 'ST'");
    const { delivery, billing } = await shop.shop.readOrder('61');
    expect([delivery.address1, delivery]).toEqual(['1 place d’Armes', billing]);
  });

  it('have exact rates, as noted with each line; old lines have one that gives their tax', async () => {
    const shop = await open();
    const [line] = order('x').lines;
    if (!line) throw new Error('no line');
    await place('71', { lines: [{ ...line, netUnitPrice: decimal('1.99'), taxRate: decimal('5.5') }] });
    expect((await shop.shop.readOrder('71')).lines[0]?.taxRate).toBe('5.5');
    await query('DELETE FROM #__virtuemart_order_calc_rules');
    expect((await shop.shop.readOrder('71')).lines[0]?.taxRate).toBe('5.5');
    await query('UPDATE #__virtuemart_order_items SET product_discountedPriceWithoutTax = NULL');
    expect((await shop.shop.readOrder('71')).lines[0]?.netUnitPrice).toBe('1.99');
  });

  it('name the axes of a variant: as chosen, else as it is offered', async () => {
    const shop = await open();
    const axes = [
      { name: 'Couleur', value: 'Vert' },
      { name: 'Taille', value: 'M' },
    ];
    await save(shop, { reference: 'P', variants: [{ reference: 'V', axes, fields: {} }] });
    const [product] = await query<{ id: number }>(
      "SELECT virtuemart_product_id AS id FROM #__virtuemart_products WHERE product_sku = 'V'",
    );
    await place('81');
    await query("UPDATE #__virtuemart_order_items SET product_attribute = '[]', virtuemart_product_id = ?", [
      product?.id ?? 0,
    ]);
    expect((await shop.shop.readOrder('81')).lines[0]).toMatchObject({ axis1: 'Vert', axis2: 'M' });
    await query(
      "INSERT INTO #__virtuemart_product_customfields (virtuemart_customfield_id, virtuemart_custom_id, customfield_value) VALUES (77, 3, 'XL')",
    );
    await query(`UPDATE #__virtuemart_order_items SET product_attribute = '{"3":"77"}'`);
    const [line] = (await shop.shop.readOrder('81')).lines;
    expect([line?.axis1, line?.axis2]).toEqual(['XL', undefined]);
  });

  it('once confirmed are moved as VirtueMart moves them: lines, history, and what was reserved leaves the stock', async () => {
    const shop = await open();
    await save(shop, { reference: 'AB 12/L', fields: { stock: decimal('10') } });
    await place('91');
    await query(`UPDATE #__virtuemart_order_items SET virtuemart_product_id =
      (SELECT virtuemart_product_id FROM #__virtuemart_products WHERE product_sku = 'AB 12/L')`);
    await query('UPDATE #__virtuemart_products SET product_ordered = 2');
    expect(await shop.shop.confirmOrder('91', 'S')).toEqual({ id: '91', state: 'S' });
    await shop.shop.confirmOrder('91', 'S');
    expect(await query('SELECT order_status FROM #__virtuemart_order_items')).toEqual([
      { order_status: 'S' },
    ]);
    expect(
      await query(
        'SELECT order_status_code AS code, customer_notified AS notified, comments, CAST(created_on AS CHAR) AS at FROM #__virtuemart_order_histories ORDER BY virtuemart_order_history_id',
      ),
    ).toMatchObject([{ code: 'C' }, { code: 'S', notified: 0, comments: 'E-connecteur', at: NOW_TEXT }]);
    expect(
      await query(
        'SELECT product_in_stock AS stock, product_ordered AS ordered, product_sales AS sold FROM #__virtuemart_products',
      ),
    ).toEqual([{ stock: 8, ordered: 0, sold: 2 }]);
    expect((await shop.reader.product('AB 12/L'))?.fields.stock).toBe('8');
  });

  it('take no state that the shop does not have: it is named with those that it has', async () => {
    const shop = await open();
    await place('101');
    await expect(shop.shop.confirmOrder('101', 'Z')).rejects.toMatchObject({
      problem: { reason: 'order_state_unknown', value: 'Z', expected: expect.stringContaining('P, U, C, X') },
    });
    expect(await listed(shop)).toEqual(['101']);
  });

  it.each(['0', '-1', '1.5', 'WEB-1', '99999999999', '12; DROP TABLE x', ''])('have no id %j', async (id) => {
    await expect((await open()).shop.readOrder(id)).rejects.toMatchObject({
      problem: { reason: 'order_unknown' },
    });
  });

  it('have a parcel’s number in their history', async () => {
    const shop = await open();
    await place('111');
    await shop.shop.saveTracking('111', '6A 001');
    expect(
      await query(
        "SELECT order_status_code AS code FROM #__virtuemart_order_histories WHERE comments = 'E-connecteur: 6A 001'",
      ),
    ).toEqual([{ code: 'C' }]);
  });
});
