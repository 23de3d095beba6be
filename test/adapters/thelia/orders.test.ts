import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/order.ts';
import { decimal, order } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { theliaSeed } from './seeds.ts';
import { NOW, save, TODAY, theliaBench } from './thelia-bench.ts';
import { createTheliaSite } from './thelia-site.ts';

const server = await mariadb('orders of Thelia');
const site = server && (await createTheliaSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('orders in Thelia’s tables', () => {
  if (!site) return;
  const { open } = theliaBench(site);
  const { query } = site;
  let seed = theliaSeed(site, () => new Date(NOW * 1000));
  const place = (one: Order) => seed.order(one);
  beforeEach(async () => {
    seed = theliaSeed(site, () => new Date(NOW * 1000));
    // Makes the side tables.
    await open();
  });
  const [LINE] = order('1').lines;
  const line = (reference: string, quantity: string, net: string, rate: string) => ({
    ...{ reference, name: reference, quantity: decimal(quantity) },
    ...{ netUnitPrice: decimal(net), taxRate: decimal(rate) },
  });
  const commande = async (id: number) => {
    const [row] = await query(
      'SELECT statut, facture, datefact, datelivraison, colis FROM commande WHERE id = ?',
      [id],
    );
    return { ...row };
  };
  const listed = async (shop: Awaited<ReturnType<typeof open>>, states?: readonly string[]) =>
    (await Array.fromAsync(shop.shop.listOrders({ ...(states && { states }) }))).flat().map(({ id }) => id);

  it('lines exclude tax, totals include it, to the cent and from Thelia’s own figures', async () => {
    await place(order('1', { lines: [line('A', '3', '36.77', '20'), line('B', '2', '8.33', '5.5')] }));
    await query('UPDATE commande SET port = 9.99, remise = 10');
    const { totals, lines } = await (await open()).shop.readOrder('1');
    expect(lines.map(({ netUnitPrice, taxRate }) => [netUnitPrice, taxRate])).toEqual([
      ['36.77', '20'],
      ['8.33', '5.5'],
    ]);
    expect(totals).toEqual({
      ...{ productsInclTax: '149.95', productsExclTax: '126.97', paid: '149.94' },
      ...{ shippingInclTax: '9.99', shippingTaxRate: '20' },
      // An amount in Thelia, of which the percentage is made: the sample sent the amount for a percentage.
      ...{ discountInclTax: '10', discountExclTax: '8.47', discountPercent: '6.67' },
    });
  });

  it('names are not swapped, and the delivery’s city is the delivery’s', async () => {
    const { delivery } = order('1');
    const elsewhere = { ...delivery, firstName: 'Zoé', lastName: 'Lenoir', city: 'Toul', postcode: '54200' };
    await place(order('1', { delivery: elsewhere }));
    const read = await (await open()).shop.readOrder('1');
    expect(read.delivery).toMatchObject({
      firstName: 'Zoé',
      lastName: 'Lenoir',
      city: 'Toul',
      postcode: '54200',
    });
    expect(read.billing).toMatchObject({ firstName: 'Ondine', lastName: 'Lee', city: 'Metz' });
  });

  it('what was bought in a declination has the variant’s reference, not the product’s', async () => {
    const shop = await open();
    const axes = [
      { name: 'Couleur', value: 'Bleu' },
      { name: 'Taille', value: 'L' },
    ];
    await save(shop, { reference: 'SHIRT', variants: [{ reference: 'SHIRT-BL', axes, fields: {} }] });
    const { axis1: _, axis2: __, ...plain } = { ...LINE, ...line('shirt', '1', '50', '20') };
    await place(order('1', { lines: [plain, line('OTHER', '1', '1', '20')] }));
    await query(
      'INSERT INTO ventedeclidisp (venteprod, declidisp) SELECT v.id, s.declidisp FROM venteprod v, stock s',
    );
    const { lines } = await shop.shop.readOrder('1');
    expect(lines).toMatchObject([
      { reference: 'SHIRT-BL', axis1: 'Bleu', axis2: 'L' },
      // A product of whose values the ERP knows nothing keeps its own reference.
      { reference: 'OTHER', axis1: 'Bleu / L' },
    ]);
  });

  it('several states are several states, and no orders are an empty list', async () => {
    const shop = await open();
    expect(await listed(shop)).toEqual([]);
    for (const [id, state] of [
      ['1', '2'],
      ['2', '3'],
      ['3', '1'],
      ['4', '5'],
    ] as const)
      await place(order(id, { state }));
    expect(await listed(shop, ['2', '3'])).toEqual(['1', '2']);
    expect(await listed(shop, ['paye', '9999999999', '-1', ''])).toEqual([]);
    expect(await listed(await open({ importableStates: ['2', '1'] }))).toEqual(['1', '3']);
  });

  it('earlier orders than the setting’s day are not offered', async () => {
    await place(order('1'));
    await query("UPDATE commande SET date = '2026-01-31 23:59:59'");
    await place(order('2'));
    const ordersSince = order('2').placedAt;
    expect(await listed(await open({ settings: { ordersSince } }))).toEqual(['2']);
  });

  it('an order that becomes paid has the next number of an invoice, one that is sent the day', async () => {
    const shop = await open();
    for (const id of ['1', '2', '3']) await place(order(id, { state: '1' }));
    await query("UPDATE commande SET facture = '41', statut = 2 WHERE id = 3");
    await Promise.all(['1', '2'].map((id) => shop.shop.confirmOrder(id, '2')));
    const invoices = await query<{ facture: string }>('SELECT facture FROM commande ORDER BY facture');
    expect(invoices.map(({ facture }) => facture)).toEqual(['41', '42', '43']);
    expect(await commande(1)).toMatchObject({ statut: 2, datelivraison: expect.anything() });
    await shop.shop.confirmOrder('3', '4');
    const [days] = await query<{ sent: string; invoiced: string }>(
      "SELECT DATE_FORMAT(datelivraison, '%Y-%m-%d') AS sent, facture AS invoiced FROM commande WHERE id = 3",
    );
    expect(days).toEqual({ sent: TODAY, invoiced: '41' });
  });

  it('a state that the shop does not have is refused with those that it has, and the order stays importable', async () => {
    const shop = await open();
    await place(order('1'));
    await expect(shop.shop.confirmOrder('1', 'exporté')).rejects.toMatchObject({
      problem: {
        reason: 'order_state_unknown',
        expected: '1 (nonpaye), 2 (paye), 3 (traitement), 4 (envoye), 5 (annule), 9 (retour)',
      },
    });
    expect(await listed(shop)).toEqual(['1']);
  });

  it('an order that is offered again goes back to the state in which it was importable', async () => {
    const shop = await open({ importableStates: ['2'] });
    await place(order('1'));
    await shop.shop.confirmOrder('1', '3');
    expect(await listed(shop)).toEqual([]);
    await shop.offerOrderAgain('1');
    expect(await listed(shop)).toEqual(['1']);
  });

  it('parcels stand in Thelia’s own column, beside those that a person noted', async () => {
    const shop = await open();
    await place(order('1'));
    await query("UPDATE commande SET colis = '6A 000'");
    await shop.shop.saveTracking('1', '6A 001');
    expect((await shop.shop.saveTracking('1', '6A 000')).outcome).toBe('unchanged');
    expect((await commande(1)).colis).toBe('6A 000, 6A 001');
    expect((await shop.reader.order('1'))?.trackingNumbers).toEqual(['6A 000', '6A 001']);
  });

  it('an order without customer, addresses, modules or lines is read all the same', async () => {
    await query(
      `INSERT INTO commande (id, adrfact, ref, transaction, livraison, facture, devise, taux, colis, lang, statut)
        VALUES (5, 0, '', '', '', '', 0, 1, '', 1, 2)`,
    );
    const read = await (await open()).shop.readOrder('5');
    expect(read).toMatchObject({ id: '5', carrier: '', lines: [], placedAt: '1970-01-01 00:00:00' });
    expect(read.totals).toMatchObject({ paid: '0', discountPercent: '0' });
  });
});
