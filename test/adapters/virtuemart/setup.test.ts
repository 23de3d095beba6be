import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openShop } from '../../../src/composition/open-shop.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { save, virtuemartBench } from './virtuemart-bench.ts';
import { createVirtuemartSite, IMAGES, NEEDED_SETTINGS, virtuemartOptions } from './virtuemart-site.ts';

const server = await mariadb('setting up VirtueMart');
const site = server && (await createVirtuemartSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('setting up beside a running VirtueMart', () => {
  if (!site) return;
  const { open } = virtuemartBench(site);
  const { query } = site;
  const refusal = (reason: string, facts: object = {}) => ({ problem: { reason, ...facts } });

  it('needs one setting: prefix, language, vendor, currency and country are the shop’s own', async () => {
    const shop = await open({ url: site.url.replace(/\?.*/, ''), settings: NEEDED_SETTINGS });
    await save(shop, { reference: 'A', fields: { name: 'Lampe' } });
    expect(shop.shop.capabilities).toMatchObject({
      ...{ priceLevels: [], images: false },
      longest: { name: 180, description: 16_383, shortDescription: 2000, category: 180 },
    });
    expect(await query('SELECT product_name FROM #__virtuemart_products_fr_fr')).toEqual([
      { product_name: 'Lampe' },
    ]);
  });

  it('a product without a category would be visible nowhere: where it shall go has to be set', async () => {
    await expect(open({ settings: {} })).rejects.toMatchObject(
      refusal('cms_setting_needed', { field: 'cms.defaultCategory', expected: '["Divers"]' }),
    );
  });

  it.each([
    ['cms.currency', { currency: 'GBP' }, 'EUR, USD'],
    ['cms.language', { language: 'de-DE' }, 'en-gb, fr-fr'],
    ['cms.taxZone', { taxZone: 'XX' }, 'FR, BE, …'],
    [
      'cms.priceLevels.3',
      { priceLevels: { 2: 'Revendeurs', 3: 'VIP' } },
      expect.stringContaining('Grossistes'),
    ],
    ['cms.customerGroups', { customerGroups: ['VIP'] }, expect.stringContaining('Grossistes')],
    ['cms.defaultCategory', { defaultCategory: ['Divers', 'Bois'] }, ''],
    ['finalState', { finalState: 'shipped' }, expect.stringContaining('S, F')],
  ])('%s of which the shop knows nothing is refused, with what it has', async (field, settings, expected) => {
    await expect(open({ settings: { ...NEEDED_SETTINGS, ...settings } })).rejects.toMatchObject(
      refusal('cms_setting_unknown', { field, expected }),
    );
  });

  it('states to import that the shop does not have are refused', async () => {
    await expect(open({ importableStates: ['C', 'Z'] })).rejects.toMatchObject(
      refusal('cms_setting_unknown', { field: 'importableStates', value: 'Z' }),
    );
  });

  it('the language is the site’s own, else the one that was set', async () => {
    const english = { ...NEEDED_SETTINGS, language: 'en-GB' };
    await query(
      "INSERT INTO #__virtuemart_categories_en_gb (virtuemart_category_id, category_name, category_description, slug) VALUES (1, 'Divers', '', 'd')",
    );
    await save(await open({ settings: english }), { reference: 'A', fields: { name: 'Lamp' } });
    expect(await query('SELECT product_name FROM #__virtuemart_products_en_gb')).toEqual([
      { product_name: 'Lamp' },
    ]);
    await query("UPDATE #__extensions SET params = '' WHERE element = 'com_languages'");
    await expect(open()).rejects.toMatchObject(
      refusal('cms_setting_needed', { field: 'cms.language', expected: 'en-gb, fr-fr' }),
    );
  });

  it('what the shop does not say has to be set', async () => {
    await query('UPDATE #__virtuemart_vendors SET vendor_currency = NULL');
    await expect(open()).rejects.toMatchObject(refusal('cms_setting_needed', { field: 'cms.currency' }));
    await open({ settings: { ...NEEDED_SETTINGS, currency: 'eur' } });
  });

  it('a folder for images that is not there is refused', async () => {
    const siteFolder = join(temporaryFolder(), 'nowhere');
    await expect(open({ settings: { ...NEEDED_SETTINGS, siteFolder } })).rejects.toMatchObject(
      refusal('cms_folder_unwritable', { value: join(siteFolder, IMAGES) }),
    );
  });

  it('an older VirtueMart is told by the columns that it lacks', async () => {
    await query('ALTER TABLE #__virtuemart_products DROP COLUMN has_prices');
    try {
      await expect(open()).rejects.toMatchObject(
        refusal('cms_tables_missing', { value: 'x7k2_virtuemart_products.has_prices' }),
      );
    } finally {
      await query('ALTER TABLE #__virtuemart_products ADD COLUMN has_prices tinyint(1) AFTER has_medias');
    }
  });

  it('a letter that a site in the old utf8 cannot hold is refused, with record and column', async () => {
    const table = '#__virtuemart_products_fr_fr';
    await query(`ALTER TABLE ${table} CONVERT TO CHARACTER SET utf8mb3`);
    try {
      await expect(
        save(await open(), { reference: 'A', fields: { name: 'Lampe 😀' } }),
      ).rejects.toMatchObject(
        refusal('value_unfit', { entity: 'product', record: 'A', field: 'product_name' }),
      );
    } finally {
      await query(`ALTER TABLE ${table} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    }
  });

  it('makes tables of its own under the site’s prefix, and changes none of VirtueMart’s', async () => {
    const columns = () =>
      query(
        "SELECT table_name, column_name, column_type FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name NOT LIKE '%passerelle%' ORDER BY table_name, ordinal_position",
      );
    const before = await columns();
    await Promise.all(Array.from({ length: 3 }, () => open()));
    expect(await columns()).toEqual(before);
    expect(
      await query(
        "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'x7k2_passerelle_product'",
      ),
    ).not.toEqual([]);
  });

  it('is opened by its URL, with journal and keys in a store of ours beside it', async () => {
    const folder = temporaryFolder();
    const opened = await openShop({
      url: site.url,
      sideUrl: `sqlite:${join(folder, 'side.sqlite')}`,
      store: { blobFolder: join(folder, 'blobs') },
      cms: virtuemartOptions(site, folder).settings,
      decorators: [],
    });
    await opened.shop.saveProduct({ reference: 'A', fields: { name: 'x' } }, 'add_product');
    expect((await opened.reader?.product('A'))?.fields.name).toBe('x');
    await expect(opened.offerOrderAgain?.('1')).rejects.toMatchObject(refusal('order_unknown'));
    await opened.close();
    await site.reset();
  });
});
