import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { CmsSettings } from '../../../src/adapters/settings.ts';
import { message } from '../../../src/testing/contract/expect.ts';
import { decimal, priceRule } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { freePort } from '../../support/listen.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { hikashopBench, save } from './hikashop-bench.ts';
import { createHikashopSite } from './hikashop-site.ts';

const server = await mariadb('the doctor on HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('passerelle doctor on HikaShop', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const { query } = site;
  afterEach(() => site.reset());

  async function doctor(
    changes: { store?: string; language?: 'en' | 'fr'; cms?: CmsSettings; states?: readonly string[] } = {},
  ) {
    const { store = site?.url, language = 'en', cms, states } = changes;
    const folder = temporaryFolder();
    const shop = { store, ...(cms && { cms }), ...(states && { importableStates: states }) };
    writeFileSync(join(folder, 'passerelle.config.json'), JSON.stringify({ shops: [shop] }));
    const result = await runCommand(['doctor', '--lang', language], { folder });
    return { ...result, lines: result.output.trimEnd().split('\n') };
  }
  const product = (code: string, cells: Readonly<Record<string, string | number>> = {}) =>
    query('INSERT INTO #__hikashop_product SET ?', [
      {
        ...{
          product_code: code,
          product_name: code,
          product_description: '',
          product_url: '',
          product_keywords: '',
        },
        ...{
          product_meta_description: '',
          product_average_score: 0,
          product_type: 'main',
          product_published: 1,
        },
        ...cells,
      },
    ]);
  const columns = () =>
    query(
      'SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1, 2',
    );

  it('finds nothing in a new site, and changes nothing in it', async () => {
    const before = await columns();
    expect(await doctor()).toMatchObject({
      exitCode: 0,
      output: 'Nothing is wrong with shop.\n',
      errors: '',
    });
    expect(await columns()).toEqual(before);
  });

  it('finds nothing in what Passerelle made, variants that wait for their parent included', async () => {
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

  it('names every error of the settings at once, with what the shop has', async () => {
    const { exitCode, lines } = await doctor({
      cms: { currency: 'GBP', priceLevels: { 2: 'VIP' }, siteFolder: '/nowhere' },
      states: ['payé'],
    });
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'error: "cms.currency" is "GBP", which the shop does not have. It has: EUR, USD.',
      expect.stringMatching(/^error: "cms.priceLevels.2" is "VIP".*Grossistes/),
      expect.stringMatching(
        /^error: The folder \/nowhere\/images\/com_hikashop\/upload \("cms.siteFolder"\) does not exist/,
      ),
      expect.stringMatching(/^error: "importableStates" is "payé".*created, confirmed/),
      '4 errors, 0 remarks.',
    ]);
  });

  it('names what is strange in the records, in the merchant’s language', async () => {
    await product(' A1', { product_id: 1 });
    await product('A1', { product_id: 2 });
    await product('ORPHAN', { product_type: 'variant', product_parent_id: 99 });
    await product('HIDDEN');
    for (const id of [1, 2])
      await query('INSERT INTO #__hikashop_product_category (category_id, product_id) VALUES (2, ?)', [id]);
    for (const value of [5, 6])
      await query(
        "INSERT INTO #__hikashop_price (price_product_id, price_currency_id, price_value, price_zone_id) VALUES (2, 1, ?, '')",
        [value],
      );
    await query(
      "INSERT INTO #__hikashop_order (order_number, order_status) VALUES ('B1', 'confirmed'), ('B1', 'created')",
    );
    await query('UPDATE #__hikashop_category SET category_left = 0 WHERE category_id = 12');
    const { exitCode, lines } = await doctor({ language: 'fr' });
    expect(exitCode).toBe(0);
    const beginnings = [
      'remarque : produit  A1 : référence vide ou entourée d’espaces',
      'remarque : produit A1 : 2 enregistrements ont cette référence',
      'remarque : déclinaison ORPHAN : déclinaison sans parent (identifiant 99)',
      'remarque : déclinaison ORPHAN : déclinaison sans aucune valeur d’axe',
      'remarque : produit HIDDEN : publié mais dans aucune catégorie',
      'remarque : produit A1 : 2 prix pour le même groupe',
      'remarque : commande B1 : 2 commandes portent ce numéro',
      'remarque : L’arbre des catégories est abîmé',
      '0 erreur, 8 remarques.',
    ];
    expect(lines.map((line, index) => line.slice(0, beginnings[index]?.length))).toEqual(beginnings);
  });

  it('counts all of a kind and names the first ten', async () => {
    for (let number = 0; number < 13; number += 1) await product(`H${number}`);
    const { lines } = await doctor();
    expect(lines.length).toBe(12);
    expect(lines.slice(-2)).toEqual(['… and 3 more of that kind', '0 errors, 13 remarks.']);
  });

  it('says what is wrong with the database itself', async () => {
    const away = new URL(site.databaseUrl);
    away.port = String(await freePort());
    expect((await doctor({ store: `hikashop:${away.href}` })).lines[0]).toMatch(
      /^error: The database is unavailable/,
    );
    expect((await doctor({ store: `${site.url.replace('x7k2_', 'jos_')}` })).lines[0]).toMatch(
      /^error: Tables or columns are missing in the database: jos_hikashop_product, /,
    );
    await query('ALTER TABLE #__hikashop_price ENGINE=MyISAM');
    try {
      expect((await doctor()).lines[0]).toBe(
        'error: The table x7k2_hikashop_price has no transactions: ALTER TABLE x7k2_hikashop_price ENGINE=InnoDB (after a backup).',
      );
    } finally {
      await query('ALTER TABLE #__hikashop_price ENGINE=InnoDB');
    }
  });
});

it('a store of our own is well when it opens', async () => {
  const folder = temporaryFolder();
  const run = (...words: readonly string[]) => runCommand(words, { folder });
  expect((await run('doctor')).exitCode).toBe(1);
  writeFileSync(join(folder, 'a.jsonl'), '{"reference":"A","kind":"product"}\n');
  await run('import', 'a.jsonl', '--kind', 'products');
  expect(await run('doctor')).toMatchObject({ exitCode: 0, output: 'Nothing is wrong with shop.\n' });
});
