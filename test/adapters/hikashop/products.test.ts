import { afterAll, describe, expect, it } from 'vitest';
import { misplaced, type TreeNode } from '../../../src/adapters/side/nested-set.ts';
import { decimal } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { hikashopBench, NOW, save } from './hikashop-bench.ts';
import { createHikashopSite } from './hikashop-site.ts';

const server = await mariadb('products of HikaShop');
const site = server && (await createHikashopSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('products in HikaShop’s tables', () => {
  if (!site) return;
  const { open } = hikashopBench(site);
  const { query } = site;

  const row = async (code: string) => {
    const [found] = await query('SELECT * FROM #__hikashop_product WHERE product_code = ?', [code]);
    return { ...found };
  };
  const idOf = async (code: string) => Number((await row(code)).product_id);
  const prices = async (code: string) =>
    query(
      'SELECT price_value AS value, price_access AS access, price_currency_id AS currency, price_min_quantity AS quantity FROM #__hikashop_price WHERE price_product_id = ? ORDER BY price_id',
      [await idOf(code)],
    );
  const categories = async (code: string): Promise<readonly string[]> => {
    const rows = await query<{ name: string }>(
      `SELECT c.category_name AS name FROM #__hikashop_product_category l JOIN #__hikashop_category c USING (category_id)
        WHERE l.product_id = ? ORDER BY l.product_category_id`,
      [await idOf(code)],
    );
    return rows.map(({ name }) => name);
  };
  const tree = () =>
    query<TreeNode & { name: string; key: string }>(
      'SELECT category_id AS id, category_parent_id AS parent, category_left AS `left`, category_right AS `right`, category_depth AS depth, category_name AS name, category_namekey AS `key` FROM #__hikashop_category ORDER BY category_left',
    );
  /** As a person makes one in HikaShop's back office. */
  const byHand = async (
    code: string,
    cells: Readonly<Record<string, string | number>> = {},
  ): Promise<number> => {
    await query('INSERT INTO #__hikashop_product SET ?', [
      {
        ...{ product_code: code, product_name: `Produit ${code}`, product_description: '<p>À la main</p>' },
        ...{ product_url: '', product_keywords: '', product_meta_description: '', product_average_score: 0 },
        ...{ product_type: 'main', product_published: 1, product_quantity: -1, product_alias: 'a-la-main' },
        ...cells,
      },
    ]);
    return idOf(code);
  };

  it('an added product is one that HikaShop itself could have made: visible, with alias, category and price', async () => {
    const shop = await open();
    await save(shop, {
      reference: 'FIG-1',
      fields: {
        name: 'Figurine « été »',
        netPrice: decimal('36.77'),
        taxRate: decimal('20'),
        stock: decimal('12'),
      },
    });
    expect(await row('FIG-1')).toMatchObject({
      ...{
        product_type: 'main',
        product_parent_id: 0,
        product_name: 'Figurine « été »',
        product_alias: 'figurine-ete',
      },
      ...{ product_published: 1, product_quantity: 12, product_tax_id: 11, product_sort_price: '36.77000' },
      ...{
        product_created: NOW,
        product_modified: NOW,
        product_weight_unit: 'kg',
        product_dimension_unit: 'cm',
      },
      ...{ product_access: 'all', product_vendor_id: 0, product_average_score: 0 },
    });
    expect(await prices('FIG-1')).toEqual([{ value: '36.77000', access: 'all', currency: 1, quantity: 0 }]);
    expect(await categories('FIG-1')).toEqual(['product category']);
  });

  it('an absent `actif` unpublishes nothing', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { active: true } });
    await save(shop, { reference: 'A', fields: { name: 'x' } }, 'update_product');
    expect((await row('A')).product_published).toBe(1);
    await save(shop, { reference: 'A', fields: { active: false } }, 'update_product');
    await save(shop, { reference: 'A', fields: { stock: decimal('1') } }, 'update_product');
    expect((await row('A')).product_published).toBe(0);
  });

  it('a new price is that product’s alone, and leaves its other prices', async () => {
    const shop = await open();
    for (const reference of ['A', 'B'])
      await save(shop, {
        reference,
        fields: { netPrice: decimal('10') },
        priceLevels: { 2: decimal('9') },
        categoryPrices: [{ category: 'grossistes', netPrice: decimal('8') }],
      });
    const id = await idOf('A');
    await query(
      `INSERT INTO #__hikashop_price (price_product_id, price_currency_id, price_value, price_min_quantity, price_zone_id)
        VALUES (?, 1, 7, 10, ''), (?, 2, 11, 0, '')`,
      [id, id],
    );
    const before = await prices('B');
    await save(shop, { reference: 'A', fields: { netPrice: decimal('12.34567') } }, 'update_product');
    expect(await prices('B')).toEqual(before);
    expect(
      (await prices('A')).map(({ value, access, currency, quantity }) => [value, access, currency, quantity]),
    ).toEqual([
      ['12.34567', 'all', 1, 0],
      ['9.00000', ',20,', 1, 0],
      ['8.00000', ',10,', 1, 0],
      ['7.00000', 'all', 1, 10],
      ['11.00000', 'all', 2, 0],
    ]);
  });

  it('a price for a category without a user group waits, with a warning, and takes effect once there is one', async () => {
    const shop = await open();
    const change = { reference: 'A', categoryPrices: [{ category: 'VIP', netPrice: decimal('5') }] };
    const { warnings } = await save(shop, change);
    expect(warnings).toMatchObject([{ reason: 'parked_unknown_group', value: 'VIP' }]);
    expect(await prices('A')).toEqual([]);
    await query("INSERT INTO #__usergroups (id, parent_id, title) VALUES (30, 2, 'VIP')");
    expect((await save(shop, change, 'update_product')).warnings).toEqual([]);
    expect(await prices('A')).toMatchObject([{ value: '5.00000', access: ',30,' }]);
    expect((await shop.reader.product('A'))?.categoryPrices).toEqual(change.categoryPrices);
  });

  it('a category path of any depth is made where missing, and the tree stays a nested set', async () => {
    const shop = await open();
    await Promise.all(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((reference, index) =>
        save(shop, { reference, categoryPath: ['Jouets', 'Bois', `Trains ${index % 2}`] }),
      ),
    );
    const nodes = await tree();
    expect(misplaced(nodes)).toEqual([]);
    expect(nodes.slice(1, 6).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      '1 product category',
      '2 Jouets',
      '3 Bois',
      expect.stringMatching(/^4 Trains [01]$/),
      expect.stringMatching(/^4 Trains [01]$/),
    ]);
    expect(nodes.length).toBe(11 + 4);
    expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length);
    expect(await categories('A')).toEqual(['Trains 0']);
  });

  it('a tree that somebody broke is whole again with the next category', async () => {
    await query(
      'UPDATE #__hikashop_category SET category_left = 0, category_right = 0, category_depth = 9 WHERE category_id > 10',
    );
    await save(await open(), { reference: 'A', categoryPath: ['Jouets'] });
    expect(misplaced(await tree())).toEqual([]);
  });

  it('categories that a person chose stay; the ERP’s own, and the default one, are left for the next', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', categoryPath: ['Jouets'] });
    await query(
      `INSERT INTO #__hikashop_category (category_id, category_parent_id, category_type, category_name, category_namekey,
        category_description, category_keywords, category_meta_description) VALUES (50, 2, 'product', 'Soldes', 'soldes', '', '', '')`,
    );
    await query('INSERT INTO #__hikashop_product_category (category_id, product_id) VALUES (50, ?)', [
      await idOf('A'),
    ]);
    await save(shop, { reference: 'A', categoryPath: ['Bois'] }, 'update_product');
    expect(await categories('A')).toEqual(['Soldes', 'Bois']);
    await save(shop, { reference: 'A', categoryPath: [] }, 'update_product');
    expect(await categories('A')).toEqual(['Soldes']);
    await save(shop, { reference: 'B' });
    await save(shop, { reference: 'B', categoryPath: ['Bois'] }, 'update_product');
    expect(await categories('B')).toEqual(['Bois']);
  });

  it('a default category is the one of products that come without', async () => {
    const { settings } = await configured({ defaultCategory: ['Nouveautés'] }, [
      `INSERT INTO #__hikashop_category (category_id, category_parent_id, category_type, category_name, category_namekey,
        category_description, category_keywords, category_meta_description) VALUES (60, 2, 'product', 'Nouveautés', 'n', '', '', '')`,
    ]);
    await save(await open({ settings }), { reference: 'A' });
    expect(await categories('A')).toEqual(['Nouveautés']);
  });

  const configured = async <Settings>(settings: Settings, statements: readonly string[] = []) => {
    for (const statement of statements) await query(statement);
    return { settings };
  };

  it('a product made by hand is found by its reference; only what the ERP says changes', async () => {
    await byHand('main-1', {
      ...{
        product_weight: '250',
        product_weight_unit: 'g',
        product_width: '0.105',
        product_dimension_unit: 'm',
      },
      ...{ product_description_raw: 'À la *main*', product_description_type: 'markdown', product_tax_id: 15 },
    });
    const shop = await open();
    expect((await shop.reader.product('MAIN-1'))?.fields).toMatchObject({
      weight: '0.25',
      width: '10.5',
      taxRate: '20',
    });
    const same = {
      weight: decimal('0.25'),
      width: decimal('10.5'),
      taxRate: decimal('20'),
      name: 'Produit main-1',
    };
    expect((await save(shop, { reference: 'MAIN-1', fields: same }, 'update_product')).outcome).toBe(
      'unchanged',
    );
    await save(
      shop,
      { reference: 'MAIN-1', fields: { depth: decimal('2'), taxRate: decimal('5.5') } },
      'update_product',
    );
    expect(await row('main-1')).toMatchObject({
      ...{ product_code: 'main-1', product_name: 'Produit main-1', product_description: '<p>À la main</p>' },
      ...{
        product_weight: '250.000',
        product_weight_unit: 'g',
        product_width: '10.500',
        product_length: '2.000',
      },
      ...{
        product_dimension_unit: 'cm',
        product_tax_id: 12,
        product_alias: 'a-la-main',
        product_quantity: -1,
      },
      product_description_raw: 'À la *main*',
    });
    await save(shop, { reference: 'main-1', fields: { description: 'Nouveau' } }, 'update_product');
    expect(await row('main-1')).toMatchObject({
      product_description_raw: null,
      product_description_type: null,
    });
  });

  it('a stock of less than nothing is none: -1 would be as many as anybody wants', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { stock: decimal('-1') } });
    await save(shop, { reference: 'B', fields: { stock: decimal('2.5') } });
    await save(shop, { reference: 'C' });
    const shown = await Promise.all(['A', 'B', 'C'].map(async (code) => (await row(code)).product_quantity));
    expect(shown).toEqual([0, 2, -1]);
    const stockOf = async (code: string) => (await shop.reader.product(code))?.fields.stock;
    expect([await stockOf('A'), await stockOf('B'), await stockOf('C')]).toEqual(['-1', '2.5', undefined]);
    await query("UPDATE #__hikashop_product SET product_quantity = 1 WHERE product_code = 'B'");
    expect(await stockOf('B')).toBe('1');
    await save(shop, { reference: 'B', fields: { stock: decimal('2.5') } }, 'update_product');
    expect((await row('B')).product_quantity).toBe(2);
  });

  it('a rate that the shop does not have is refused with those that it has, and nothing changes', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { taxRate: decimal('5.5') } });
    const call = save(
      shop,
      { reference: 'A', fields: { taxRate: decimal('19.6'), name: 'x' } },
      'update_product',
    );
    await expect(call).rejects.toMatchObject({
      problem: { reason: 'tax_rate_unknown', record: 'A', value: '19.6', expected: '2.1, 5.5, 10, 20' },
    });
    expect(await row('A')).toMatchObject({ product_tax_id: 12, product_name: 'A' });
    await query("INSERT INTO #__hikashop_tax VALUES ('TVA8', 0.08500)");
    await query(
      `INSERT INTO #__hikashop_taxation (zone_namekey, category_namekey, tax_namekey, taxation_published, taxation_note)
        VALUES ('country_France_73', 'ancien_taux', 'TVA8', 1, '')`,
    );
    await save(shop, { reference: 'A', fields: { taxRate: decimal('8.5') } }, 'update_product');
    expect((await row('A')).product_tax_id).toBe(16);
    await save(shop, { reference: 'A', fields: { taxRate: decimal('0') } }, 'update_product');
    expect((await row('A')).product_tax_id).toBe(0);
  });

  it('another zone has other rates', async () => {
    const shop = await open({ settings: { taxZone: 'DE' } });
    await save(shop, { reference: 'A', fields: { taxRate: decimal('19') } });
    expect((await row('A')).product_tax_id).toBe(11);
  });

  it('variants have their axes, and their parent offers them', async () => {
    const shop = await open();
    const variant = (reference: string, colour: string, size: string) => ({
      reference,
      axes: [
        { name: 'Couleur', value: colour },
        { name: 'Taille', value: size },
      ],
      fields: { stock: decimal('1') },
    });
    await save(shop, {
      reference: 'P',
      fields: { netPrice: decimal('50') },
      variants: [variant('P-BL', 'Bleu', 'L'), variant('P-RS', 'Rouge', 's'), variant('P-RSS', 'Rouge', 'S')],
    });
    expect(await row('P-BL')).toMatchObject({
      product_type: 'variant',
      product_parent_id: await idOf('P'),
      product_name: '',
    });
    expect(await categories('P-BL')).toEqual([]);
    const links = async (code: string) =>
      (
        await query<{ axis: string | null; value: string }>(
          `SELECT a.characteristic_value AS axis, c.characteristic_value AS value FROM #__hikashop_variant v
            JOIN #__hikashop_characteristic c ON c.characteristic_id = v.variant_characteristic_id
            LEFT JOIN #__hikashop_characteristic a ON a.characteristic_id = c.characteristic_parent_id
            WHERE v.variant_product_id = ? ORDER BY v.ordering, c.characteristic_parent_id`,
          [await idOf(code)],
        )
      ).map(({ axis, value }) => (axis === null ? value : `${axis}=${value}`));
    expect(await links('P-BL')).toEqual(['Couleur=Bleu', 'Taille=L']);
    expect(await links('P-RSS')).toEqual(['Couleur=Rouge', 'Taille=S']);
    expect([...(await links('P'))].sort()).toEqual(['Couleur', 'Couleur=Bleu', 'Taille', 'Taille=L']);
    const values = await query('SELECT characteristic_id FROM #__hikashop_characteristic');
    expect(values.length).toBe(2 + 2 + 3);

    const onlyColour = ['P-BL', 'P-RS', 'P-RSS'].map((reference) => ({
      reference,
      axes: [{ name: 'Couleur', value: 'Vert' }],
      fields: {},
    }));
    await save(shop, { reference: 'P', variants: onlyColour }, 'update_product');
    expect([...(await links('P'))].sort()).toEqual(['Couleur', 'Couleur=Vert']);
  });

  it('an own price of a variant is below the parent’s, and both are sorted by the lower one', async () => {
    const shop = await open();
    const variants = [
      { reference: 'V', axes: [{ name: 'T', value: 'L' }], fields: { netPrice: decimal('40') } },
    ];
    await save(shop, { reference: 'P', fields: { netPrice: decimal('50') }, variants });
    expect((await row('P')).product_sort_price).toBe('40.00000');
    await save(shop, { reference: 'V', fields: { netPrice: decimal('0') } }, 'update_option');
    expect(await prices('V')).toEqual([]);
    expect((await row('P')).product_sort_price).toBe('50.00000');
  });

  it('what the public sample left behind is healed: no category, a wrong type of price, variants without axes', async () => {
    const id = await byHand('SAMPLE', { product_published: 0 });
    await query(
      "INSERT INTO #__hikashop_price (price_product_id, price_currency_id, price_value, price_access, price_zone_id) VALUES (?, 1, 5, 'all', '')",
      [id],
    );
    await byHand('SAMPLE-L', { product_type: 'variant', product_parent_id: id });
    const shop = await open();
    await save(shop, {
      reference: 'SAMPLE',
      fields: { active: true, netPrice: decimal('6') },
      categoryPath: [],
      variants: [{ reference: 'SAMPLE-L', axes: [{ name: 'Taille', value: 'L' }], fields: {} }],
    });
    expect(await categories('SAMPLE')).toEqual(['product category']);
    expect(await prices('SAMPLE')).toMatchObject([{ value: '6.00000' }]);
    expect((await shop.reader.product('SAMPLE-L'))?.axes).toEqual([{ name: 'Taille', value: 'L' }]);
  });

  it('a reference that the database takes for another article’s is refused: it would be written over', async () => {
    const shop = await open();
    await save(shop, { reference: 'E1', fields: { name: 'first' } });
    const call = save(shop, { reference: 'É1', fields: { name: 'second' } });
    await expect(call).rejects.toMatchObject({
      problem: { reason: 'reference_collides', record: 'É1', value: 'E1' },
    });
    const both = save(shop, {
      reference: 'P',
      variants: ['A2', 'Ä2'].map((reference) => ({ reference, axes: [], fields: {} })),
    });
    await expect(both).rejects.toMatchObject({ problem: { reason: 'reference_collides' } });
    expect((await row('E1')).product_name).toBe('first');
    expect(await shop.reader.product('P')).toBeUndefined();
  });

  it('a reference of something that is no product is left alone', async () => {
    await byHand('TPL', { product_type: 'template' });
    const shop = await open();
    await expect(save(shop, { reference: 'TPL' })).rejects.toMatchObject({
      problem: { reason: 'reference_taken', value: 'template' },
    });
    expect(await Array.fromAsync(shop.shop.listProducts({ start: 0 }))).toEqual([]);
  });

  it('what was kept of a product that was deleted is none of the next one’s', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { ean13: '3760123456789' }, customFields: { xx_a: '1' } });
    const id = await idOf('A');
    await query("DELETE FROM #__hikashop_product WHERE product_code = 'A'");
    await byHand('B', { product_id: id });
    expect(await shop.reader.product('B')).toMatchObject({ id: String(id), customFields: {} });
    await save(shop, { reference: 'B', fields: { upc: '1' } }, 'update_product');
    expect((await shop.reader.product('B'))?.fields).toMatchObject({ upc: '1' });
    expect((await shop.reader.product('B'))?.fields.ean13).toBeUndefined();
  });

  it('a list does not shift while a person adds and deletes products, and names only products', async () => {
    const shop = await open();
    for (const code of ['A', 'B', 'C', 'D']) await byHand(code);
    const page = async (start: number) =>
      (await Array.fromAsync(shop.shop.listProducts({ start, count: 2 })))
        .flat()
        .map(({ reference }) => reference);
    const first = await page(0);
    await byHand('E');
    expect([...first, ...(await page(2))]).toEqual(['A', 'B', 'C', 'D']);
    expect(await page(4)).toEqual(['E']);
  });
});
