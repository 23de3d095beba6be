import { afterAll, describe, expect, it } from 'vitest';
import { message } from '../../../src/testing/contract/expect.ts';
import { moment, priceRule, shopCustomer } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { theliaSeed } from './seeds.ts';
import { NOW, save, theliaBench } from './thelia-bench.ts';
import { createTheliaSite } from './thelia-site.ts';

const server = await mariadb('customers of Thelia');
const site = server && (await createTheliaSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('customers in Thelia’s tables', () => {
  if (!site) return;
  const { open } = theliaBench(site);
  const { query } = site;
  const seed = () => theliaSeed(site, () => new Date(NOW * 1000));

  it('a change in Thelia is noticed once, though Thelia keeps no time of it', async () => {
    const shop = await open({ timeZone: 'Europe/Paris' });
    await seed().customer(shopCustomer('11'));
    const since = async (text: string) =>
      (await Array.fromAsync(shop.shop.listCustomers(moment(text)))).flat().map(({ id }) => id);
    await query("UPDATE client SET datecrea = '2020-07-01 12:00:00'");
    expect(await since('2020-07-01 12:00:01')).toEqual([]);
    expect(await since('2020-07-01 12:00:00')).toEqual(['11']);
    await query("UPDATE client SET ville = 'Nancy'");
    expect(await since('2026-05-28 22:26:40')).toEqual(['11']);
    expect(await since('2026-05-28 22:26:41')).toEqual([]);
  });

  it('three lines of an address are two, and what is not said is absent', async () => {
    const shop = await open();
    const { address } = shopCustomer('11');
    const { company: _, phone: __, mobile: ___, ...bare } = address;
    await seed().customer(shopCustomer('11', { address: bare }));
    await query("UPDATE client SET adresse3 = 'Bât. C', pays = 5");
    const [listed] = (await Array.fromAsync(shop.shop.listCustomers())).flat();
    expect(listed?.address).toEqual({ ...bare, country: 'DE', address2: 'BP 65993, Bât. C' });
  });

  it('no account is made or changed for the ERP’s customers', async () => {
    const shop = await open();
    await seed().customer(shopCustomer('11'));
    const before = await query('SELECT * FROM client');
    await shop.shop.saveCustomers(
      message([
        { code: 'C1', fields: { name: 'Autre', email: '11@bagues.fr', priceCategory: 'VIP' } },
        { code: 'C2', fields: { name: 'Deux', email: 'deux@bagues.fr' } },
      ]),
    );
    expect(await query('SELECT * FROM client')).toEqual(before);
  });

  it('price rules are kept as they were said; an accent that another reference lacks refuses no message', async () => {
    const shop = await open();
    await save(shop, {
      reference: 'E1',
      variants: [{ reference: 'E1-L', axes: [{ name: 'T', value: 'L' }], fields: {} }],
    });
    const rules = ['E1', 'É1', 'e1-l'].map((reference) => priceRule({ reference, customer: '' }));
    const { created, warnings } = await shop.shop.savePriceRules(message({ rules, keep: [] }), 'merge');
    expect(created).toBe(3);
    expect(warnings).toMatchObject([{ reason: 'parked_unknown_product', record: 'É1' }]);
    expect((await Array.fromAsync(shop.reader.priceRules())).flat().length).toBe(3);
  });
});
