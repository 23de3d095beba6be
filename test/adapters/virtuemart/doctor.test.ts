import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { CmsSettings } from '../../../src/adapters/settings.ts';
import { message } from '../../../src/testing/contract/expect.ts';
import { decimal, priceRule } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { save, virtuemartBench } from './virtuemart-bench.ts';
import { createVirtuemartSite, NEEDED_SETTINGS } from './virtuemart-site.ts';

const server = await mariadb('the doctor on VirtueMart');
const site = server && (await createVirtuemartSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('passerelle doctor on VirtueMart', () => {
  if (!site) return;
  const { open } = virtuemartBench(site);
  const { query } = site;
  afterEach(() => site.reset());

  async function doctor(cms: CmsSettings = NEEDED_SETTINGS) {
    const folder = temporaryFolder();
    const shop = { store: site?.url, cms };
    writeFileSync(join(folder, 'passerelle.config.json'), JSON.stringify({ shops: [shop] }));
    const { exitCode, output } = await runCommand(['doctor', '--lang', 'en'], { folder });
    return { exitCode, lines: output.trimEnd().split('\n') };
  }

  it('finds nothing in a new site, nor in what Passerelle made', async () => {
    expect(await doctor()).toEqual({ exitCode: 0, lines: ['Nothing is wrong with shop.'] });
    const shop = await open();
    const variants = [{ reference: 'P-L', axes: [{ name: 'T', value: 'L' }], fields: {} }];
    await save(shop, { reference: 'P', categoryPath: ['A', 'B'], variants });
    await save(
      shop,
      { reference: 'LATE', parent: 'NOT-YET', axes: [{ name: 'T', value: 'L' }] },
      'add_option',
    );
    await save(shop, { reference: 'Q', categoryPath: ['A'], fields: { netPrice: decimal('10') } });
    const everybody = { reference: 'Q', customer: '', group: '', country: '', validFrom: '' } as const;
    const rule = priceRule({ ...everybody, kind: 'price', value: decimal('8') });
    await shop.shop.savePriceRules(message({ rules: [rule], keep: [] }), 'merge');
    expect((await doctor()).lines).toEqual(['Nothing is wrong with shop.']);
  });

  it('names every error of the settings at once', async () => {
    const { exitCode, lines } = await doctor({ currency: 'GBP', priceLevels: { 2: 'VIP' } });
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'error: "cms.currency" is "GBP", which the shop does not have. It has: EUR, USD.',
      expect.stringMatching(/^error: "cms.priceLevels.2" is "VIP".*Grossistes/),
      'error: The shop does not say: set "cms.defaultCategory", for instance to ["Divers"].',
      '3 errors, 0 remarks.',
    ]);
  });

  it('names what is strange in the records', async () => {
    const product = (sku: string, cells: Readonly<Record<string, string | number>> = {}) =>
      query('INSERT INTO #__virtuemart_products SET ?', [{ product_sku: sku, published: 1, ...cells }]);
    await product('A1', { virtuemart_product_id: 1 });
    await product('a1 ', { virtuemart_product_id: 2 });
    await product('ORPHAN', { product_parent_id: 99 });
    await product('CHILD', { product_parent_id: 1 });
    await product('HIDDEN');
    for (const id of [1, 2])
      await query(
        'INSERT INTO #__virtuemart_product_categories (virtuemart_product_id, virtuemart_category_id) VALUES (?, 1)',
        [id],
      );
    for (const value of [5, 6])
      await query(
        'INSERT INTO #__virtuemart_product_prices (virtuemart_product_id, product_price, product_currency) VALUES (1, ?, 47)',
        [value],
      );
    const { exitCode, lines } = await doctor();
    expect(exitCode).toBe(0);
    const beginnings = [
      'remark: product a1 : the reference is empty or has spaces',
      'remark: product A1: 2 records have this reference',
      'remark: variant ORPHAN: a variant without a parent (id 99)',
      'remark: variant CHILD: a variant without any axis’ value',
      'remark: product HIDDEN: published, but in no category',
      'remark: product A1: 2 prices for one group',
      '0 errors, 6 remarks.',
    ];
    expect(lines.map((line, index) => line.slice(0, beginnings[index]?.length))).toEqual(beginnings);
  });
});
