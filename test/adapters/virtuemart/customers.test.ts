import { afterAll, describe, expect, it } from 'vitest';
import type { CustomerChange } from '../../../src/domain/customer.ts';
import type { PriceRuleChange } from '../../../src/domain/price-rule.ts';
import { decimal, moment, priceRule, shopCustomer } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { virtuemartSeed } from './seeds.ts';
import { NOW, save, virtuemartBench } from './virtuemart-bench.ts';
import { createVirtuemartSite, NEEDED_SETTINGS } from './virtuemart-site.ts';

const server = await mariadb('customers and price rules of VirtueMart');
const site = server && (await createVirtuemartSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('customers and price rules in VirtueMart’s tables', () => {
  if (!site) return;
  const { open } = virtuemartBench(site);
  const { query } = site;
  const register = (id: string) =>
    virtuemartSeed(site, () => new Date(NOW * 1000)).customer(shopCustomer(id));
  type Opened = Awaited<ReturnType<typeof open>>;
  const send = ({ shop }: Opened, ...changes: readonly CustomerChange[]) =>
    shop.saveCustomers(
      (async function* () {
        yield changes;
      })(),
    );
  const sendRules = ({ shop }: Opened, ...rules: readonly PriceRuleChange[]) =>
    shop.savePriceRules(
      (async function* () {
        yield { rules, keep: [] };
      })(),
      'merge',
    );
  const groupsOf = async (id: string) =>
    (
      await query<{ id: number }>(
        'SELECT virtuemart_shoppergroup_id AS id FROM #__virtuemart_vmuser_shoppergroups WHERE virtuemart_user_id = ? ORDER BY 1',
        [id],
      )
    ).map((row) => row.id);

  it('are the shoppers with an account, not the shop’s own people', async () => {
    const shop = await open();
    await register('11');
    const all = (await Array.fromAsync(shop.shop.listCustomers())).flat();
    expect(all.map(({ id }) => id)).toEqual(['11']);
    await query('DELETE FROM #__virtuemart_userinfos WHERE virtuemart_user_id = 11');
    const [bare] = (await Array.fromAsync(shop.shop.listCustomers())).flat();
    expect(bare).toMatchObject({ firstName: 'Ondine', lastName: 'Lee', address: { city: '' } });
  });

  it('go into the group of their price category and out of the others of that kind, and of no other', async () => {
    const settings = { ...NEEDED_SETTINGS, customerGroups: ['Grossistes', 'Revendeurs'] };
    const shop = await open({ settings });
    await register('11');
    await query(
      'INSERT INTO #__virtuemart_vmuser_shoppergroups (virtuemart_user_id, virtuemart_shoppergroup_id) VALUES (11, 11), (11, 12)',
    );
    const { email } = shopCustomer('11');
    await send(shop, { code: 'C1', fields: { email, priceCategory: 'grossistes' } });
    expect(await groupsOf('11')).toEqual([10, 11]);
    await send(shop, { code: 'C1', fields: { priceCategory: 'Détail' } });
    expect(await groupsOf('11')).toEqual([10, 11]);
  });

  it('that changed are told by what stands in Joomla’s and VirtueMart’s tables', async () => {
    const shop = await open();
    await register('11');
    const since = moment('2026-05-28 20:26:40');
    const changed = async () =>
      (await Array.fromAsync(shop.shop.listCustomers(since))).flat().map(({ id }) => id);
    await query("UPDATE #__virtuemart_vmusers SET created_on = '2020-01-01 00:00:00'");
    expect(await changed()).toEqual([]);
    await query("UPDATE #__virtuemart_userinfos SET city = 'Nancy' WHERE virtuemart_user_id = 11");
    expect(await changed()).toEqual(['11']);
  });

  const prices = () =>
    query(
      `SELECT product_price AS value, virtuemart_shoppergroup_id AS \`group\`, price_quantity_start AS quantity, product_tax_id AS tax,
        CAST(product_price_publish_up AS CHAR) AS up, CAST(product_price_publish_down AS CHAR) AS down
        FROM #__virtuemart_product_prices ORDER BY virtuemart_product_price_id`,
    );
  const rule = (changes: Partial<PriceRuleChange>): PriceRuleChange => ({
    ...priceRule(),
    ...{
      reference: 'A',
      customer: '',
      group: '',
      currency: '',
      country: '',
      fromQuantity: decimal('0'),
      validFrom: '',
    },
    ...{ kind: 'price', value: decimal('7'), options: {} },
    ...changes,
  });

  it('a price rule is a price of VirtueMart’s, with its group, quantity and days, and the product’s tax', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { netPrice: decimal('10'), taxRate: decimal('5.5') } });
    const result = await sendRules(
      shop,
      rule({ group: 'Grossistes', fromQuantity: decimal('12'), kind: 'percent_off', value: decimal('10') }),
      rule({ validFrom: moment('2026-01-01 00:00:00'), options: { validTo: moment('2026-01-31 00:00:00') } }),
    );
    expect(result.warnings).toEqual([]);
    const rows = await prices();
    expect(rows[0]).toMatchObject({ value: '10.000000', group: 0, tax: 2 });
    expect(new Set(rows.slice(1))).toEqual(
      new Set([
        { value: '9.000000', group: 10, quantity: 12, tax: 2, up: null, down: null },
        {
          ...{ value: '7.000000', group: 0, quantity: 0, tax: 2 },
          ...{ up: '2026-01-01 00:00:00', down: '2026-01-31 23:59:59' },
        },
      ]),
    );
    await save(shop, { reference: 'A', fields: { netPrice: decimal('20') } }, 'update_product');
    expect((await prices()).map(({ value }) => value).sort()).toEqual(['18.000000', '20.000000', '7.000000']);
    expect((await shop.reader.product('A'))?.fields.netPrice).toBe('20');
  });

  it('a rule for one customer is kept, and said to have no effect: VirtueMart has prices for groups only', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { netPrice: decimal('10') } });
    await register('11');
    await send(shop, { code: 'C1', fields: { email: shopCustomer('11').email } });
    const { warnings } = await sendRules(shop, rule({ customer: 'C1' }));
    expect(warnings).toMatchObject([{ reason: 'rule_not_applied', field: 'customer', value: 'C1' }]);
    expect((await prices()).length).toBe(1);
  });

  it.each([
    ['country', { country: 'FR' }],
    ['currency', { currency: 'XXX' }],
    ['group', { group: 'VIP' }],
    ['reference', { reference: '' }],
  ])('a rule with a %s that VirtueMart cannot have gives nobody its price', async (field, changes) => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { netPrice: decimal('10') } });
    const { warnings } = await sendRules(shop, rule(changes));
    expect(warnings.map((warning) => warning.field)).toContain(field);
    expect((await prices()).length).toBe(1);
  });

  it('a rule of a product has its effect on variants with prices of their own too, and goes with the rule', async () => {
    const shop = await open();
    const variant = (reference: string, fields: object) => ({
      reference,
      axes: [{ name: 'T', value: reference }],
      fields,
    });
    await save(shop, {
      reference: 'A',
      fields: { netPrice: decimal('10') },
      variants: [variant('A-L', { netPrice: decimal('20') }), variant('A-S', {})],
    });
    const change = rule({ kind: 'percent_off', value: decimal('50') });
    await sendRules(shop, change);
    expect((await prices()).map(({ value }) => value).sort()).toEqual([
      ...['10.000000', '10.000000', '20.000000', '5.000000'],
    ]);
    await sendRules(shop, { ...change, value: decimal('100') });
    expect((await prices()).length).toBe(2);
  });
});
