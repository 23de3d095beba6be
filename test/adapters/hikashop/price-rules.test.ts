import { afterAll, describe, expect, it } from 'vitest';
import type { CmsShop } from '../../../src/adapters/cms-shop.ts';
import type { PriceRuleChange } from '../../../src/domain/price-rule.ts';
import { message } from '../../../src/testing/contract/expect.ts';
import { decimal, moment, priceRule } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { hikashopBench, save } from './hikashop-bench.ts';
import { createHikashopSite } from './hikashop-site.ts';

const server = await mariadb('price rules of HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('price rules as HikaShop’s prices', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const { query } = site;

  /** For everybody, at any time. */
  const rule = (reference: string, changes: Partial<PriceRuleChange> = {}) =>
    priceRule({ reference, customer: '', validFrom: '', fromQuantity: decimal('0'), ...changes });
  const send = ({ shop }: CmsShop, ...rules: readonly PriceRuleChange[]) =>
    shop.savePriceRules(message({ rules, keep: [] }), 'merge');
  const prices = () =>
    query<Record<string, string | number>>(
      `SELECT p.product_code AS code, price_value AS value, price_min_quantity AS quantity, price_access AS access, price_users AS users,
          price_start_date AS since, price_end_date AS until, price_currency_id AS currency
        FROM #__hikashop_price JOIN #__hikashop_product p ON p.product_id = price_product_id ORDER BY price_id`,
    );
  const values = async () => (await prices()).map(({ code, value }) => `${code} ${value}`);
  const account = async (id: number, email: string) => {
    await query(
      "INSERT INTO #__hikashop_user (user_id, user_cms_id, user_email, user_partner_email, user_params) VALUES (?, 0, ?, '', '')",
      [id, email],
    );
  };

  it('a rule is a price with the same conditions, beside the product’s own', async () => {
    const shop = await open({ timeZone: 'Europe/Paris' });
    await account(7, 'lee@bagues.fr');
    await shop.shop.saveCustomers(message([{ code: 'C7', fields: { email: 'lee@bagues.fr' } }]));
    await save(shop, { reference: 'A', fields: { netPrice: decimal('20') } });
    const { warnings } = await send(
      shop,
      rule('A', { kind: 'price', value: decimal('18'), fromQuantity: decimal('10') }),
      rule('A', { rule: 'R2', kind: 'percent_off', value: decimal('5'), group: 'grossistes' }),
      rule('A', {
        ...{ rule: 'R3', kind: 'amount_off', value: decimal('1.5'), customer: 'C7', currency: 'EUR' },
        ...{ validFrom: moment('2026-01-01 00:00:00'), options: { validTo: moment('2026-01-31 00:00:00') } },
      }),
    );
    expect(warnings).toEqual([]);
    const [own, ...ofRules] = await prices();
    const plain = { code: 'A', access: 'all', users: '', since: 0, until: 0, currency: 1 };
    expect(own).toEqual({ ...plain, value: '20.00000', quantity: 0 });
    expect([...ofRules].sort((a, b) => Number(a.value) - Number(b.value))).toEqual([
      { ...plain, value: '18.00000', quantity: 10 },
      { ...plain, value: '18.50000', quantity: 0, users: ',7,', since: 1767222000, until: 1769900399 },
      { ...plain, value: '19.00000', quantity: 0, access: ',10,' },
    ]);
  });

  it('a reduction follows the price that it is taken off, the parent’s too', async () => {
    const shop = await open();
    const variants = [{ reference: 'P-L', axes: [{ name: 'T', value: 'L' }], fields: {} }];
    await save(shop, { reference: 'P', fields: { netPrice: decimal('50') }, variants });
    await send(shop, rule('P-L'), rule('P', { rule: 'R2', kind: 'amount_off', value: decimal('1') }));
    expect([...(await values())].sort()).toEqual(['P 49.00000', 'P 50.00000', 'P-L 45.00000']);
    await save(shop, { reference: 'P', fields: { netPrice: decimal('100') } }, 'update_product');
    expect([...(await values())].sort()).toEqual(['P 100.00000', 'P 99.00000', 'P-L 90.00000']);
    await save(shop, { reference: 'P-L', fields: { netPrice: decimal('10') } }, 'update_option');
    expect([...(await values())].sort()).toEqual([
      'P 100.00000',
      'P 99.00000',
      'P-L 10.00000',
      'P-L 9.00000',
      'P-L 9.00000',
    ]);
    expect((await shop.reader.product('P-L'))?.fields.netPrice).toBe('10');
  });

  it('a rule of a product holds for its variants with prices of their own, where HikaShop would not look for it', async () => {
    const shop = await open();
    const axes = (value: string) => [{ name: 'T', value }];
    const variants = [
      { reference: 'P-L', axes: axes('L'), fields: { netPrice: decimal('40') } },
      { reference: 'P-S', axes: axes('S'), fields: {} },
    ];
    await save(shop, { reference: 'P', fields: { netPrice: decimal('50') }, variants });
    await send(shop, rule('P', { group: 'Grossistes' }));
    expect([...(await values())].sort()).toEqual([
      'P 45.00000',
      'P 50.00000',
      'P-L 36.00000',
      'P-L 40.00000',
    ]);
    await save(shop, { reference: 'P-S', fields: { netPrice: decimal('30') } }, 'update_option');
    expect(await values()).toContain('P-S 27.00000');
    await save(shop, { reference: 'P-L', fields: { netPrice: decimal('0') } }, 'update_option');
    expect([...(await values())].sort()).toEqual([
      'P 45.00000',
      'P 50.00000',
      'P-S 27.00000',
      'P-S 30.00000',
    ]);
    await save(shop, { reference: 'Q', variants: [{ reference: 'P-S', axes: axes('S'), fields: {} }] });
    expect([...(await values())].sort()).toEqual(['P 45.00000', 'P 50.00000', 'P-S 30.00000']);
  });

  it('rules of products, customers and groups that come later take effect then', async () => {
    const shop = await open();
    await send(
      shop,
      rule('A', { kind: 'price', value: decimal('9') }),
      rule('A', { rule: 'R2', kind: 'price', value: decimal('8'), customer: 'C1' }),
      rule('A', { rule: 'R3', kind: 'price', value: decimal('7'), group: 'VIP' }),
    );
    expect(await values()).toEqual([]);
    await save(shop, { reference: 'a' });
    expect(await values()).toEqual(['a 9.00000']);
    await account(5, 'c1@shop.fr');
    await shop.shop.saveCustomers(message([{ code: 'C1', fields: { email: 'C1@shop.fr' } }]));
    expect([...(await values())].sort()).toEqual(['a 8.00000', 'a 9.00000']);
    await query("INSERT INTO #__usergroups (id, parent_id, title) VALUES (31, 2, 'VIP')");
    await send(shop, rule('A', { rule: 'R3', kind: 'price', value: decimal('7'), group: 'VIP' }));
    expect([...(await values())].sort()).toEqual(['a 7.00000', 'a 8.00000', 'a 9.00000']);
  });

  it('a condition that the shop cannot have is never left out: such a rule has no effect, and that is told', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { netPrice: decimal('10') } });
    const { warnings } = await send(
      shop,
      rule('A', { country: 'DE' }),
      rule('A', { group: 'Nobody' }),
      rule('A', { currency: 'XXX' }),
      rule(''),
    );
    expect(warnings.map(({ reason, field }) => `${reason} ${field}`).sort()).toEqual(
      ['country', 'currency', 'group', 'reference'].map((field) => `rule_not_applied ${field}`),
    );
    expect(await values()).toEqual(['A 10.00000']);
    expect((await Array.fromAsync(shop.reader.priceRules())).flat().length).toBe(4);
  });

  it('retired rules lose their effect, and no price of anybody else’s goes', async () => {
    const shop = await open();
    for (const reference of ['A', 'B']) await save(shop, { reference, fields: { netPrice: decimal('10') } });
    await query(
      "INSERT INTO #__hikashop_price (price_product_id, price_currency_id, price_value, price_min_quantity, price_zone_id) VALUES (?, 1, 8, 5, '')",
      [Number((await shop.reader.product('A'))?.id)],
    );
    await send(shop, rule('A', { fromQuantity: decimal('5') }), rule('B', { fromQuantity: decimal('5') }));
    const full = message({
      rules: [rule('B', { fromQuantity: decimal('5'), value: decimal('20') })],
      keep: [],
    });
    expect((await shop.shop.savePriceRules(full, 'full')).retired).toBe(1);
    expect([...(await values())].sort()).toEqual(['A 10.00000', 'A 8.00000', 'B 10.00000', 'B 8.00000']);
  });

  it('a rule’s price that somebody deleted in HikaShop comes back; one that is right stays as it is', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { netPrice: decimal('10') } });
    await send(shop, rule('A'));
    const before = await prices();
    expect(await send(shop, rule('A'))).toMatchObject({ unchanged: 1 });
    expect(await prices()).toEqual(before);
    await query('DELETE FROM #__hikashop_price WHERE price_value = 9');
    await save(shop, { reference: 'A', fields: { netPrice: decimal('20') } }, 'update_product');
    expect(await values()).toEqual(['A 20.00000', 'A 18.00000']);
  });

  it('a rule with a text that the table would cut is refused alone, and keeps its predecessor', async () => {
    const shop = await open();
    const long = 'x'.repeat(256);
    await send(shop, rule('A'), rule('B'));
    const rules = [rule('A'), rule(long), rule('C', { group: long })];
    const result = await shop.shop.savePriceRules(message({ rules, keep: [] }), 'full');
    expect(result).toMatchObject({ unchanged: 1, retired: 1, refusedCount: 2 });
    expect(result.refused).toMatchObject([
      { reason: 'value_too_long', field: 'reference', limit: 255 },
      { reason: 'value_too_long', field: 'group' },
    ]);
  });
});
