import { afterAll, describe, expect, it } from 'vitest';
import { message } from '../../../src/testing/contract/expect.ts';
import { moment, shopCustomer } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { hikashopBench, NOW } from './hikashop-bench.ts';
import { createHikashopSite } from './hikashop-site.ts';
import { hikashopSeed } from './seeds.ts';

const server = await mariadb('customers of HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('customers in HikaShop’s and Joomla’s tables', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const { query } = site;
  const seed = () => hikashopSeed(site, () => new Date(NOW * 1000));
  const groupsOf = async (user: number) =>
    (
      await query<{ title: string }>(
        'SELECT title FROM #__user_usergroup_map m JOIN #__usergroups g ON g.id = m.group_id WHERE user_id = ? ORDER BY g.id',
        [user],
      )
    ).map(({ title }) => title);

  it('a price category puts an account into its group, and out of the other groups of that kind', async () => {
    const shop = await open({ settings: { customerGroups: ['Grossistes', 'Détail'] } });
    await seed().customer(shopCustomer('11'));
    await query('INSERT INTO #__user_usergroup_map VALUES (1011, 2), (1011, 12)');
    const send = (priceCategory: string) =>
      shop.shop.saveCustomers(message([{ code: 'C1', fields: { email: '11@bagues.fr', priceCategory } }]));
    await send('grossistes');
    expect(await groupsOf(1011)).toEqual(['Registered', 'Grossistes', 'Revendeurs']);
    await send('Détail');
    expect(await groupsOf(1011)).toEqual(['Registered', 'Détail', 'Revendeurs']);
    for (const other of ['Super Users', 'Revendeurs', 'Unheard of']) await send(other);
    expect(await groupsOf(1011)).toEqual(['Registered', 'Détail', 'Revendeurs']);
  });

  it('without that setting no membership changes', async () => {
    const shop = await open();
    await seed().customer(shopCustomer('11'));
    await shop.shop.saveCustomers(
      message([{ code: 'C1', fields: { email: '11@bagues.fr', priceCategory: 'Grossistes' } }]),
    );
    expect(await groupsOf(1011)).toEqual([]);
  });

  it('no account is made or changed for the ERP’s customers', async () => {
    const shop = await open();
    await seed().customer(shopCustomer('11'));
    const before = [
      await query('SELECT * FROM #__users'),
      await query('SELECT * FROM #__hikashop_user'),
      await query('SELECT * FROM #__hikashop_address'),
    ];
    await shop.shop.saveCustomers(
      message([
        {
          code: 'C1',
          fields: { name: 'Autre', email: '11@bagues.fr' },
          billingAddress: { fields: { city: 'Nancy' } },
        },
        { code: 'C2', fields: { name: 'Deux', email: 'deux@bagues.fr' } },
      ]),
    );
    expect([
      await query('SELECT * FROM #__users'),
      await query('SELECT * FROM #__hikashop_user'),
      await query('SELECT * FROM #__hikashop_address'),
    ]).toEqual(before);
  });

  it('a change in HikaShop is noticed once, though HikaShop keeps no time of it', async () => {
    const shop = await open();
    await seed().customer(shopCustomer('11'));
    const since = async (text: string) =>
      (await Array.fromAsync(shop.shop.listCustomers(moment(text)))).flat().map(({ id }) => id);
    await query('UPDATE #__hikashop_user SET user_created = 1000000000');
    expect(await since('2026-05-28 00:00:00')).toEqual([]);
    await query("UPDATE #__hikashop_address SET address_city = 'Nancy'");
    expect(await since('2026-05-28 00:00:00')).toEqual(['11']);
    expect(await since('2026-05-29 00:00:00')).toEqual([]);
  });

  it('the address is the default one, else the first that is not deleted', async () => {
    const shop = await open();
    await seed().customer(shopCustomer('11'));
    await query(
      "INSERT INTO #__hikashop_address (address_user_id, address_city, address_country, address_default) VALUES (11, 'Toul', 'country_Germany_81', 0), (11, 'Verdun', 'DE', 1)",
    );
    const city = async () => (await Array.fromAsync(shop.shop.listCustomers())).flat()[0]?.address;
    expect(await city()).toMatchObject({ city: 'Verdun', country: 'DE' });
    await query(
      "UPDATE #__hikashop_address SET address_published = 0 WHERE address_city IN ('Verdun', 'Metz')",
    );
    expect(await city()).toMatchObject({ city: 'Toul', country: 'DE' });
  });

  it('a customer whose code is too long is refused alone', async () => {
    const shop = await open();
    const result = await shop.shop.saveCustomers(
      message([
        { code: 'C'.repeat(151), fields: {} },
        { code: 'C1', fields: {} },
      ]),
    );
    expect(result).toMatchObject({
      created: 1,
      refusedCount: 1,
      refused: [{ reason: 'value_too_long', field: 'code' }],
    });
  });

  it('thousands come in one message', async () => {
    const shop = await open();
    const customers = Array.from({ length: 1500 }, (_, index) => ({
      code: `C${index}`,
      fields: { name: `N${index}` },
    }));
    expect(
      (await shop.shop.saveCustomers(message(customers.slice(0, 700), customers.slice(700)))).created,
    ).toBe(1500);
    expect((await Array.fromAsync(shop.reader.customers())).flat().length).toBe(1500);
  });
});
