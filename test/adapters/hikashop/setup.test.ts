import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { examineHikashop } from '../../../src/adapters/hikashop/doctor/examine.ts';
import { openHikashop } from '../../../src/adapters/hikashop/open.ts';
import { openShop } from '../../../src/composition/open-shop.ts';
import { message } from '../../../src/testing/contract/expect.ts';
import { decimal, priceRule } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { hikashopBench, save } from './hikashop-bench.ts';
import { createHikashopSite, hikashopOptions } from './hikashop-site.ts';

const server = await mariadb('setting up HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('setting up beside a running HikaShop', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const { query } = site;
  const refusal = (reason: string, facts: object = {}) => ({ problem: { reason, ...facts } });
  const setConfig = (name: string, value: string) =>
    query('UPDATE #__hikashop_config SET config_value = ? WHERE config_namekey = ?', [value, name]);

  it('needs no setting: prefix, currency, zone and category are the shop’s own', async () => {
    const shop = await open({ url: site.url.replace(/\?.*/, ''), settings: {} });
    await save(shop, { reference: 'A' });
    expect(shop.shop.capabilities).toMatchObject({ priceLevels: [], images: false });
  });

  it.each([
    ['cms.currency', { currency: 'GBP' }, 'EUR, USD'],
    ['cms.taxZone', { taxZone: 'XX' }, 'country_France_73, FR'],
    [
      'cms.priceLevels.3',
      { priceLevels: { 2: 'Revendeurs', 3: 'VIP' } },
      expect.stringContaining('Grossistes'),
    ],
    ['cms.customerGroups', { customerGroups: ['VIP'] }, expect.stringContaining('Grossistes')],
    ['cms.defaultCategory', { defaultCategory: ['Jouets', 'Bois'] }, ''],
    ['finalState', { finalState: 'exporté' }, expect.stringContaining('shipped')],
  ])('%s of which the shop knows nothing is refused, with what it has', async (field, settings, expected) => {
    await expect(open({ settings })).rejects.toMatchObject(
      refusal('cms_setting_unknown', { field, expected }),
    );
  });

  it('states to import that the shop does not have are refused', async () => {
    const importableStates = ['confirmed', 'payé'];
    await expect(open({ importableStates })).rejects.toMatchObject(
      refusal('cms_setting_unknown', { field: 'importableStates', value: 'payé' }),
    );
    await open({ importableStates: ['confirmed', 'shipped'] });
  });

  it('groups that manage the site are none that the ERP puts anybody into', async () => {
    await query("INSERT INTO #__usergroups (id, parent_id, title) VALUES (40, 7, 'Chefs')");
    for (const title of ['Super Users', 'Administrator', 'Chefs'])
      await expect(open({ settings: { customerGroups: [title] } })).rejects.toMatchObject(
        refusal('cms_group_privileged', { value: title }),
      );
  });

  it('what the shop does not say has to be set', async () => {
    await setConfig('main_tax_zone', '');
    await expect(open()).rejects.toMatchObject(refusal('cms_setting_needed', { field: 'cms.taxZone' }));
    await open({ settings: { taxZone: 'FR' } });
    await setConfig('main_currency', '');
    await expect(open({ settings: { taxZone: 'FR' } })).rejects.toMatchObject(
      refusal('cms_setting_needed', { field: 'cms.currency' }),
    );
  });

  it('a folder for images that is not there is refused', async () => {
    const settings = { siteFolder: join(temporaryFolder(), 'nowhere') };
    await expect(open({ settings })).rejects.toMatchObject(
      refusal('cms_folder_unwritable', { value: join(settings.siteFolder, 'images/com_hikashop/upload') }),
    );
  });

  it('a shop whose states stand among the categories, as before HikaShop 4, has them there', async () => {
    await query('RENAME TABLE #__hikashop_orderstatus TO #__kept_orderstatus');
    try {
      await query(
        `INSERT INTO #__hikashop_category (category_parent_id, category_type, category_name, category_namekey, category_depth,
          category_description, category_keywords, category_meta_description) VALUES (3, 'status', 'paid', 'status_paid', 2, '', '', '')`,
      );
      await open({ importableStates: ['paid'] });
      await expect(open({ importableStates: ['order status'] })).rejects.toMatchObject({
        problem: { expected: 'paid' },
      });
    } finally {
      await query('RENAME TABLE #__kept_orderstatus TO #__hikashop_orderstatus');
    }
  });

  describe('the side tables', () => {
    const names = async () =>
      (
        await query<{ name: string }>(
          "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE '%passerelle%' ORDER BY table_name",
        )
      ).map(({ name }) => name);
    const dropAll = async () => {
      for (const name of await names()) await query(`DROP TABLE ${name}`);
    };
    afterEach(dropAll);
    const columns = () =>
      query(
        'SELECT table_name, column_name, column_type FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position',
      );

    it('are made by whoever comes first, however many come, under the site’s prefix, and nothing else is', async () => {
      await dropAll();
      const before = await columns();
      const shops = await Promise.all(Array.from({ length: 4 }, () => open()));
      expect(await names()).toContain('x7k2_passerelle_product');
      expect((await names()).every((name) => name.startsWith('x7k2_passerelle_'))).toBe(true);
      for (const { probe } of shops) await probe();
      for (const name of await names()) await query(`DROP TABLE ${name}`);
      expect(await columns()).toEqual(before);
    });

    it('that a newer Passerelle made are left alone', async () => {
      await open();
      await query("INSERT INTO #__passerelle_migration VALUES ('9999-later', NOW())");
      await expect(open()).rejects.toMatchObject(refusal('database_newer', { value: '9999-later' }));
    });

    it.each([
      ['SELECT, CREATE, CREATE TEMPORARY TABLES', /INSERT command denied/],
      ['SELECT, INSERT, CREATE, CREATE TEMPORARY TABLES', /UPDATE command denied/],
      ['SELECT, INSERT, UPDATE, CREATE, CREATE TEMPORARY TABLES', /DELETE command denied/],
      ['SELECT, INSERT, UPDATE, DELETE, CREATE', /Access denied .* to database/],
      ['SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES', /CREATE command denied/],
    ])('with the rights %s alone it is told which are needed', async (rights, denial) => {
      await dropAll();
      const name = new URL(site.databaseUrl).pathname.slice(1);
      await query("CREATE OR REPLACE USER 'passerelle_test'@'%' IDENTIFIED BY 'secret'");
      try {
        await query(`GRANT ${rights} ON \`${name}\`.* TO 'passerelle_test'@'%'`);
        const url = new URL(site.databaseUrl);
        url.username = 'passerelle_test';
        url.password = 'secret';
        const options = hikashopOptions(site, temporaryFolder(), {
          url: `hikashop:${url.href}?prefix=x7k2_`,
        });
        await expect(openHikashop(options)).rejects.toMatchObject(
          refusal('database_refused', { value: expect.stringMatching(denial) }),
        );
        expect((await examineHikashop(options)).errors[0]).toMatchObject({
          ...{ reason: 'database_refused', value: expect.stringMatching(denial) },
        });
        expect(await names()).toEqual([]);
        await query(
          `GRANT INSERT, UPDATE, DELETE, CREATE, CREATE TEMPORARY TABLES ON \`${name}\`.* TO 'passerelle_test'@'%'`,
        );
        const { shop } = await openHikashop(options);
        await shop.saveCustomers(message([{ code: 'C1', fields: {} }]));
        await shop.savePriceRules(message({ rules: [priceRule()], keep: [] }), 'merge');
        await shop.close();
      } finally {
        await query("DROP USER 'passerelle_test'@'%'");
      }
    });

    it('are migrated once', async () => {
      await open();
      const before = await query('SELECT * FROM #__passerelle_migration');
      await open();
      expect(await query('SELECT * FROM #__passerelle_migration')).toEqual(before);
    });
  });

  it('an old site in utf8 and another collation works; a letter that it cannot hold is refused, with its column', async () => {
    const tables = await query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT LIKE '%passerelle%'",
    );
    const convert = async (collation: string) => {
      for (const { name } of tables)
        await query(
          `ALTER TABLE ${name} CONVERT TO CHARACTER SET ${collation.split('_')[0]} COLLATE ${collation}`,
        );
    };
    await convert('utf8mb3_general_ci');
    try {
      const shop = await open();
      await save(shop, {
        reference: 'É-1',
        fields: { name: 'Œuf « été »', netPrice: decimal('10') },
        categoryPath: ['Été', 'Œufs'],
        variants: [{ reference: 'É-1-L', axes: [{ name: 'Taille', value: 'Écru' }], fields: {} }],
      });
      await shop.shop.savePriceRules(
        message({ rules: [priceRule({ reference: 'é-1', customer: '', value: decimal('10') })], keep: [] }),
        'merge',
      );
      await shop.shop.saveCustomers(message([{ code: 'É', fields: { email: 'a@b.fr' } }]));
      expect((await Array.fromAsync(shop.shop.listCustomers())).flat().length).toBe(1);
      expect((await shop.reader.product('é-1'))?.categoryPath).toEqual(['Été', 'Œufs']);
      expect(await query('SELECT price_value FROM #__hikashop_price ORDER BY price_id')).toEqual([
        { price_value: '10.00000' },
        { price_value: '9.00000' },
      ]);
      await expect(
        save(shop, { reference: 'É-1', fields: { name: 'Œuf 😀' } }, 'update_product'),
      ).rejects.toMatchObject(refusal('value_unfit', { record: 'É-1', field: 'product_name' }));
      await expect(save(shop, { reference: 'É😀', fields: { name: 'Œuf' } })).rejects.toMatchObject(
        refusal('value_unfit', { record: 'É😀', field: 'product_code' }),
      );
      await expect(
        save(shop, { reference: 'É-1', categoryPath: ['Été 😀'] }, 'update_product'),
      ).rejects.toMatchObject(refusal('value_unfit', { record: 'É-1', field: 'category_name' }));
      expect(await shop.reader.product('É😀')).toBeUndefined();
      const smiling = priceRule({ reference: 'É😀', customer: '' });
      const rules = await shop.shop.savePriceRules(message({ rules: [smiling], keep: [] }), 'merge');
      expect(rules).toMatchObject({ created: 1, warnings: [{ reason: 'parked_unknown_product' }] });
      const customers = [{ code: '😀', fields: { email: '😀@b.fr' } }];
      expect(await shop.shop.saveCustomers(message(customers))).toMatchObject({ created: 1 });
    } finally {
      await convert('utf8mb4_unicode_ci');
    }
  });

  it('is opened by its URL, with journal and keys in a store of ours beside it', async () => {
    const folder = temporaryFolder();
    const { settings } = hikashopOptions(site, folder);
    const opened = await openShop({
      url: site.url,
      sideUrl: `sqlite:${join(folder, 'side.sqlite')}`,
      store: { blobFolder: join(folder, 'blobs') },
      cms: settings,
      decorators: [],
    });
    await opened.shop.saveProduct({ reference: 'A', fields: { name: 'x' } }, 'add_product');
    expect((await opened.reader?.product('A'))?.fields.name).toBe('x');
    expect(await opened.accessKeys.keys()).toEqual([]);
    expect(opened.shopSide).toBeUndefined();
    await expect(opened.offerOrderAgain?.('nobody')).rejects.toMatchObject(refusal('order_unknown'));
    await opened.probe();
    await opened.close();
    await opened.close();
    await expect(opened.probe()).rejects.toThrow();
    await site.reset();
  });
});
