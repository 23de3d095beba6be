import { afterAll, describe, expect, it } from 'vitest';
import { decimal } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { NOW_TEXT, save, virtuemartBench } from './virtuemart-bench.ts';
import { createVirtuemartSite } from './virtuemart-site.ts';

const server = await mariadb('products of VirtueMart');
const site = server && (await createVirtuemartSite(server));
afterAll(() => site?.drop());

type Cells = Readonly<Record<string, string | number | null>>;

describe.skipIf(!site)('products in VirtueMart’s tables', () => {
  if (!site) return;
  const { open } = virtuemartBench(site);
  const { query } = site;

  const row = async (sku: string) => {
    const [found] = await query('SELECT * FROM #__virtuemart_products WHERE product_sku = ?', [sku]);
    return { ...found };
  };
  const idOf = async (sku: string) => Number((await row(sku)).virtuemart_product_id);
  const texts = async (sku: string, language = 'fr_fr') => {
    const [found] = await query(
      `SELECT * FROM #__virtuemart_products_${language} WHERE virtuemart_product_id = ?`,
      [await idOf(sku)],
    );
    return { ...found };
  };
  const prices = async (sku: string) =>
    query(
      `SELECT product_price AS value, virtuemart_shoppergroup_id AS \`group\`, product_tax_id AS tax, product_currency AS currency,
        price_quantity_start AS quantity FROM #__virtuemart_product_prices WHERE virtuemart_product_id = ? ORDER BY virtuemart_product_price_id`,
      [await idOf(sku)],
    );
  const categories = async (sku: string): Promise<readonly string[]> => {
    const rows = await query<{ name: string }>(
      `SELECT category_name AS name FROM #__virtuemart_product_categories JOIN #__virtuemart_categories_fr_fr USING (virtuemart_category_id)
        WHERE virtuemart_product_id = ? ORDER BY id`,
      [await idOf(sku)],
    );
    return rows.map(({ name }) => name);
  };
  /** As a person makes one in VirtueMart's back office. */
  const byHand = async (sku: string, cells: Cells = {}, ofText: Cells = {}): Promise<number> => {
    await query('INSERT INTO #__virtuemart_products SET ?', [
      { product_sku: sku, published: 1, virtuemart_vendor_id: 1, ...cells },
    ]);
    const [last] = await query<{ id: number }>('SELECT LAST_INSERT_ID() AS id');
    const id = Number(cells.virtuemart_product_id ?? last?.id);
    await query('INSERT INTO #__virtuemart_products_fr_fr SET ?', [
      {
        ...{ virtuemart_product_id: id, product_name: `Produit ${sku}`, product_desc: '<p>À la main</p>' },
        ...{ slug: `a-la-main-${id}`, ...ofText },
      },
    ]);
    return id;
  };
  const addPrice = (product: number, cells: Cells) =>
    query('INSERT INTO #__virtuemart_product_prices SET ?', [
      { virtuemart_product_id: product, product_currency: 47, product_tax_id: 1, ...cells },
    ]);

  it('an added product is one that VirtueMart itself could have made: visible, with texts, address, category and price', async () => {
    const shop = await open();
    await save(shop, {
      reference: 'FIG-1',
      fields: {
        ...{ name: 'Figurine « été »', netPrice: decimal('36.77'), taxRate: decimal('20') },
        ...{ stock: decimal('12'), ean13: '3760123456789', weight: decimal('0.25') },
      },
    });
    expect(await row('FIG-1')).toMatchObject({
      ...{ virtuemart_vendor_id: 1, product_parent_id: 0, published: 1, product_in_stock: 12 },
      ...{ product_gtin: '3760123456789', product_weight: '0.2500', product_weight_uom: 'KG' },
      ...{ has_categories: 1, has_prices: 1 },
    });
    const [moments] = await query(
      'SELECT CAST(created_on AS CHAR) AS made, CAST(modified_on AS CHAR) AS changed FROM #__virtuemart_products',
    );
    expect(moments).toEqual({ made: NOW_TEXT, changed: NOW_TEXT });
    expect(await texts('FIG-1')).toMatchObject({ product_name: 'Figurine « été »', slug: 'figurine-ete' });
    expect(await prices('FIG-1')).toEqual([
      { value: '36.770000', group: 0, tax: 1, currency: 47, quantity: 0 },
    ]);
    expect(await categories('FIG-1')).toEqual(['Divers']);
  });

  it('an absent `actif` unpublishes nothing, and absent texts blank none', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { active: true, description: 'Longue', name: 'x' } });
    await save(shop, { reference: 'A', fields: { stock: decimal('3') } }, 'update_product');
    expect((await row('A')).published).toBe(1);
    expect(await texts('A')).toMatchObject({ product_name: 'x', product_desc: 'Longue' });
  });

  it('a new price is that product’s alone, and leaves its other prices', async () => {
    const shop = await open();
    for (const reference of ['A', 'B'])
      await save(shop, {
        reference,
        fields: { netPrice: decimal('10'), taxRate: decimal('20') },
        priceLevels: { 2: decimal('9') },
        categoryPrices: [{ category: 'grossistes', netPrice: decimal('8') }],
      });
    const id = await idOf('A');
    await addPrice(id, { product_price: 7, price_quantity_start: 10, price_quantity_end: 99 });
    await addPrice(id, { product_price: 11, product_currency: 144 });
    await addPrice(id, { product_price: 5, product_price_publish_up: '2030-01-01 00:00:00' });
    const before = await prices('B');
    await save(shop, { reference: 'A', fields: { netPrice: decimal('12.345678') } }, 'update_product');
    expect(await prices('B')).toEqual(before);
    expect(
      (await prices('A')).map(({ value, group, currency, quantity }) => [value, group, currency, quantity]),
    ).toEqual([
      ['12.345678', 0, 47, 0],
      ['9.000000', 20, 47, 0],
      ['8.000000', 10, 47, 0],
      ['7.000000', 0, 47, 10],
      ['11.000000', 0, 144, 0],
      ['5.000000', 0, 47, 0],
    ]);
  });

  it('a price for a category without a group of shoppers waits, with a warning, and takes effect once there is one', async () => {
    const shop = await open();
    const change = { reference: 'A', categoryPrices: [{ category: 'VIP', netPrice: decimal('5') }] };
    const { warnings } = await save(shop, change);
    expect(warnings).toMatchObject([{ reason: 'parked_unknown_group', value: 'VIP' }]);
    expect(await prices('A')).toEqual([]);
    await query(
      "INSERT INTO #__virtuemart_shoppergroups (virtuemart_shoppergroup_id, virtuemart_vendor_id, shopper_group_name) VALUES (30, 1, 'VIP')",
    );
    expect((await save(shop, change, 'update_product')).warnings).toEqual([]);
    expect(await prices('A')).toMatchObject([{ value: '5.000000', group: 30 }]);
  });

  describe('a tax rate', () => {
    it('is a rule of VirtueMart’s, kept at our side until the product has a price', async () => {
      const shop = await open();
      await save(shop, { reference: 'A', fields: { taxRate: decimal('5.5') } });
      expect((await shop.reader.product('A'))?.fields.taxRate).toBe('5.5');
      await save(shop, { reference: 'A', fields: { netPrice: decimal('1') } }, 'update_product');
      expect(await prices('A')).toMatchObject([{ tax: 2 }]);
      await save(shop, { reference: 'A', fields: { taxRate: decimal('10') } }, 'update_product');
      expect(await prices('A')).toMatchObject([{ tax: 3 }]);
      await save(shop, { reference: 'A', fields: { netPrice: null } }, 'update_product');
      expect([await prices('A'), (await row('A')).has_prices]).toEqual([[], 0]);
      expect((await shop.reader.product('A'))?.fields.taxRate).toBe('10');
    });

    it('that the shop does not have is refused with those that it has, and nothing changes', async () => {
      const shop = await open();
      await save(shop, { reference: 'A', fields: { taxRate: decimal('5.5'), netPrice: decimal('1') } });
      for (const rate of ['19.6', '19', '8.5', '7']) {
        const fields = { taxRate: decimal(rate), name: 'x' };
        await expect(save(shop, { reference: 'A', fields }, 'update_product')).rejects.toMatchObject({
          problem: { reason: 'tax_rate_unknown', record: 'A', value: rate, expected: '2.1, 5.5, 10, 20' },
        });
      }
      expect((await texts('A')).product_name).toBe('A');
    });

    it('of nothing is no rule at all; none said leaves it to the shop’s own rules', async () => {
      const shop = await open();
      await save(shop, { reference: 'A', fields: { netPrice: decimal('1') } });
      expect(await prices('A')).toMatchObject([{ tax: 0 }]);
      await save(shop, { reference: 'A', fields: { taxRate: decimal('0') } }, 'update_product');
      expect(await prices('A')).toMatchObject([{ tax: -1 }]);
      expect((await shop.reader.product('A'))?.fields.taxRate).toBe('0');
      await save(shop, { reference: 'A', fields: { taxRate: null } }, 'update_product');
      expect(await prices('A')).toMatchObject([{ tax: 0 }]);
    });

    it('of a variant’s own price is its parent’s until it has one of its own', async () => {
      const shop = await open();
      const variants = [
        { reference: 'V', axes: [{ name: 'T', value: 'L' }], fields: { netPrice: decimal('4') } },
      ];
      await save(shop, {
        reference: 'P',
        fields: { netPrice: decimal('5'), taxRate: decimal('20') },
        variants,
      });
      expect(await prices('V')).toMatchObject([{ value: '4.000000', tax: 1 }]);
      expect((await shop.reader.product('V'))?.fields.taxRate).toBeUndefined();
      await save(shop, { reference: 'P', fields: { taxRate: decimal('10') } }, 'update_product');
      expect(await prices('V')).toMatchObject([{ tax: 3 }]);
      await save(shop, { reference: 'V', fields: { taxRate: decimal('5.5') } }, 'update_option');
      await save(shop, { reference: 'P', fields: { taxRate: decimal('20') } }, 'update_product');
      expect(await prices('V')).toMatchObject([{ tax: 2 }]);
      expect((await shop.reader.product('V'))?.fields.taxRate).toBe('5.5');
    });

    it('is another one in another country', async () => {
      const settings = { defaultCategory: ['Divers'], taxZone: 'DE' };
      await save(await open({ settings }), {
        reference: 'A',
        fields: { taxRate: decimal('19'), netPrice: decimal('1') },
      });
      expect(await prices('A')).toMatchObject([{ tax: 4 }]);
    });
  });

  it('a category path of any depth is made where missing, in both of VirtueMart’s tables, once', async () => {
    const shop = await open();
    await Promise.all(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((reference, index) =>
        save(shop, { reference, categoryPath: ['Jouets', 'Bois', `Trains ${index % 2}`] }),
      ),
    );
    const tree = await query(
      `SELECT category_name AS name, slug, has_children AS inner_one, c.category_parent_id = l.category_parent_id AS same
        FROM #__virtuemart_categories c JOIN #__virtuemart_category_categories l ON l.category_child_id = c.virtuemart_category_id
        JOIN #__virtuemart_categories_fr_fr t USING (virtuemart_category_id) WHERE c.virtuemart_category_id > 1 ORDER BY category_name`,
    );
    expect(tree).toEqual([
      { name: 'Bois', slug: 'bois', inner_one: 1, same: 1 },
      { name: 'Jouets', slug: 'jouets', inner_one: 1, same: 1 },
      { name: 'Trains 0', slug: 'trains-0', inner_one: 0, same: 1 },
      { name: 'Trains 1', slug: 'trains-1', inner_one: 0, same: 1 },
    ]);
    expect(await categories('A')).toEqual(['Trains 0']);
    expect((await shop.reader.product('A'))?.categoryPath).toEqual(['Jouets', 'Bois', 'Trains 0']);
  });

  it('categories that a person chose stay; the ERP’s own, and the default one, are left for the next', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', categoryPath: ['Jouets'] });
    await save(shop, { reference: 'X', categoryPath: ['Soldes'] });
    await query(
      `INSERT INTO #__virtuemart_product_categories (virtuemart_product_id, virtuemart_category_id)
        SELECT ?, virtuemart_category_id FROM #__virtuemart_categories_fr_fr WHERE category_name = 'Soldes'`,
      [await idOf('A')],
    );
    await save(shop, { reference: 'A', categoryPath: ['Bois'] }, 'update_product');
    expect(await categories('A')).toEqual(['Soldes', 'Bois']);
    await save(shop, { reference: 'A', categoryPath: [] }, 'update_product');
    expect(await categories('A')).toEqual(['Soldes']);
    await save(shop, { reference: 'B' });
    await save(shop, { reference: 'B', categoryPath: ['Bois'] }, 'update_product');
    expect(await categories('B')).toEqual(['Bois']);
  });

  it('two products of one name have two addresses, and a new name leaves the address', async () => {
    const shop = await open();
    await Promise.all(
      ['A', 'B', 'C', 'D'].map((reference) => save(shop, { reference, fields: { name: 'Lampe' } })),
    );
    const slugs = await Promise.all(['A', 'B', 'C', 'D'].map(async (sku) => (await texts(sku)).slug));
    expect(slugs.sort()).toEqual(['lampe', 'lampe-2', 'lampe-3', 'lampe-4']);
    const { slug } = await texts('A');
    await save(shop, { reference: 'A', fields: { name: 'Lampe bleue' } }, 'update_product');
    expect(await texts('A')).toMatchObject({ slug, product_name: 'Lampe bleue' });
    await save(shop, { reference: '灯', fields: { name: '灯' } });
    expect((await texts('灯')).slug).toBe(String(await idOf('灯')));
  });

  it('translations stand in VirtueMart’s own tables where the site has the language, else at our side', async () => {
    const shop = await open();
    const translations = { 'en-gb': { name: 'Lamp', metaTitle: 'A lamp' }, de: { name: 'Lampe' } };
    await save(shop, { reference: 'A', fields: { name: 'Lampe' }, translations });
    expect(await texts('A', 'en_gb')).toMatchObject({
      ...{ product_name: 'Lamp', customtitle: 'A lamp', slug: 'lamp', product_desc: '' },
    });
    expect((await shop.reader.product('A'))?.translations).toEqual(translations);
    const again = await save(shop, { reference: 'A', translations }, 'update_product');
    expect(again.outcome).toBe('unchanged');
  });

  it('a product made by hand is found by its reference; only what the ERP says changes', async () => {
    const id = await byHand('main-1', {
      ...{ product_weight: '250', product_weight_uom: 'G', product_width: '0.105', product_lwh_uom: 'M' },
      ...{ product_in_stock: 3, product_url: 'x', intnotes: 'à garder' },
    });
    await addPrice(id, { product_price: 5, override: 1, product_override_price: '4', product_tax_id: 7 });
    const shop = await open();
    expect((await shop.reader.product('MAIN-1'))?.fields).toMatchObject({
      ...{ weight: '0.25', width: '10.5', taxRate: '20', netPrice: '5', stock: '3' },
    });
    const same = {
      weight: decimal('0.25'),
      taxRate: decimal('20'),
      name: 'Produit main-1',
      netPrice: decimal('5'),
    };
    expect((await save(shop, { reference: 'MAIN-1', fields: same }, 'update_product')).outcome).toBe(
      'unchanged',
    );
    await save(
      shop,
      { reference: 'MAIN-1', fields: { depth: decimal('2'), netPrice: decimal('6') } },
      'update_product',
    );
    expect(await row('main-1')).toMatchObject({
      ...{
        product_sku: 'main-1',
        product_weight: '250.0000',
        product_weight_uom: 'G',
        product_lwh_uom: 'CM',
      },
      ...{ product_width: '10.5000', product_length: '2.0000', product_height: null, intnotes: 'à garder' },
    });
    expect(
      await query('SELECT product_price, override, product_tax_id AS tax FROM #__virtuemart_product_prices'),
    ).toEqual([{ product_price: '6.000000', override: 1, tax: 7 }]);
    expect(await texts('main-1')).toMatchObject({
      slug: `a-la-main-${id}`,
      product_desc: '<p>À la main</p>',
    });
  });

  it('what the public sample left behind is healed: no category, no row of texts, variants without axes', async () => {
    await query("INSERT INTO #__virtuemart_products (product_sku, published) VALUES ('SAMPLE', 0)");
    const id = await idOf('SAMPLE');
    await byHand('SAMPLE-L', { product_parent_id: id });
    const shop = await open();
    await save(shop, {
      reference: 'SAMPLE',
      fields: { active: true, netPrice: decimal('6'), name: 'Échantillon' },
      categoryPath: [],
      variants: [{ reference: 'SAMPLE-L', axes: [{ name: 'Taille', value: 'L' }], fields: {} }],
    });
    expect(await categories('SAMPLE')).toEqual(['Divers']);
    expect(await texts('SAMPLE')).toMatchObject({ product_name: 'Échantillon', slug: 'echantillon' });
    expect((await shop.reader.product('SAMPLE-L'))?.axes).toEqual([{ name: 'Taille', value: 'L' }]);
  });

  it('variants are children with their parent’s name, that a field of the parent offers by their axes', async () => {
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
      variants: [variant('P-BL', 'Bleu', 'L'), variant('P-RS', 'Rouge', 'S')],
    });
    const [parent, first, second] = [await idOf('P'), await idOf('P-BL'), await idOf('P-RS')];
    expect(await row('P-BL')).toMatchObject({ product_parent_id: parent, published: 1 });
    expect(await texts('P-BL')).toMatchObject({ product_name: '', slug: 'p-bl' });
    expect(await categories('P-BL')).toEqual([]);
    const fields = () =>
      query<{ params: string }>(
        `SELECT customfield_params AS params, virtuemart_product_id AS product, field_type AS type, is_cart_attribute AS cart
          FROM #__virtuemart_product_customfields JOIN #__virtuemart_customs USING (virtuemart_custom_id)`,
      );
    const [field] = await fields();
    expect(field).toMatchObject({ product: parent, type: 'C', cart: 1 });
    expect(field?.params).toContain(
      `options={"${parent}":["",""],"${first}":["Bleu","L"],"${second}":["Rouge","S"]}|`,
    );
    await save(shop, { reference: 'Q', variants: [variant('P-RS', 'Rouge', 'S')] });
    const after = await fields();
    expect(after.length).toBe(2);
    expect(after[0]?.params).not.toContain('Rouge');
    expect(after[1]?.params).toContain('Rouge');
    expect((await query('SELECT 1 FROM #__virtuemart_customs')).length).toBe(1);
  });

  it('a variant that comes before its parent is visible nowhere by itself, and offered once the parent is there', async () => {
    const shop = await open();
    const axes = [{ name: 'Taille', value: 'L' }];
    await save(shop, { reference: 'V', parent: 'P', axes }, 'add_option');
    expect([(await row('V')).product_parent_id, await categories('V')]).toEqual([0, []]);
    const listed = async (list: 'listProducts' | 'listOptions') =>
      (await Array.fromAsync(shop.shop[list]({ start: 0 }))).flat().map(({ reference }) => reference);
    expect([await listed('listProducts'), await listed('listOptions')]).toEqual([[], ['V']]);
    expect((await shop.reader.product('V'))?.axes).toEqual(axes);
    await save(shop, { reference: 'P' });
    expect((await row('V')).product_parent_id).toBe(await idOf('P'));
    expect((await shop.reader.product('V'))?.axes).toEqual(axes);
    expect((await query('SELECT 1 FROM #__virtuemart_product_customfields')).length).toBe(1);
  });

  it('a reference that several products have is refused, with their ids, until one of them is left', async () => {
    const [first, second] = [await byHand('TWICE'), await byHand('twice')];
    const shop = await open();
    const change = { reference: 'TWICE', fields: { name: 'x' } };
    await expect(save(shop, change, 'update_product')).rejects.toMatchObject({
      problem: { reason: 'reference_ambiguous', record: 'TWICE', value: `${first}, ${second}` },
    });
    await query('DELETE FROM #__virtuemart_products WHERE virtuemart_product_id = ?', [second]);
    await save(shop, change, 'update_product');
    expect((await texts('TWICE')).product_name).toBe('x');
  });

  it('another vendor’s products, and those without a reference, are none of ours', async () => {
    await byHand('A', { virtuemart_vendor_id: 2 });
    await byHand('');
    const shop = await open();
    expect(await Array.fromAsync(shop.shop.listProducts({ start: 0 }))).toEqual([]);
    await save(shop, { reference: 'A', fields: { name: 'x' } });
    expect((await query('SELECT 1 FROM #__virtuemart_products')).length).toBe(3);
  });

  it('a stock of less than nothing is none, and what the shop has sold since counts', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { stock: decimal('-1') } });
    await save(shop, { reference: 'B', fields: { stock: decimal('2.5') } });
    expect([(await row('A')).product_in_stock, (await row('B')).product_in_stock]).toEqual([0, 2]);
    const stockOf = async (sku: string) => (await shop.reader.product(sku))?.fields.stock;
    expect([await stockOf('A'), await stockOf('B')]).toEqual(['-1', '2.5']);
    await query("UPDATE #__virtuemart_products SET product_in_stock = 1 WHERE product_sku = 'B'");
    expect(await stockOf('B')).toBe('1');
  });

  it('a list does not shift while a person adds and deletes products', async () => {
    const shop = await open();
    for (const sku of ['A', 'B', 'C', 'D']) await byHand(sku);
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
