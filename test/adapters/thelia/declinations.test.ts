import { afterAll, describe, expect, it } from 'vitest';
import type { VariantChange } from '../../../src/domain/product.ts';
import { decimal } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { save, theliaBench } from './thelia-bench.ts';
import { createTheliaSite } from './thelia-site.ts';

const server = await mariadb('declinations of Thelia');
const site = server && (await createTheliaSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('variants as Thelia’s declinations', () => {
  if (!site) return;
  const { open } = theliaBench(site);
  const { query } = site;

  const variant = (
    reference: string,
    axes: Readonly<Record<string, string>>,
    fields: VariantChange['fields'] = {},
  ) => ({
    reference,
    axes: Object.entries(axes).map(([name, value]) => ({ name, value })),
    fields,
  });
  const family = (reference: string, ...variants: readonly VariantChange[]) => ({
    reference,
    fields: { netPrice: decimal('50'), taxRate: decimal('20') },
    categoryPath: ['Vêtements'],
    variants,
  });
  const SHIRT = family(
    'SHIRT',
    variant('SHIRT-S', { Taille: 'S' }, { stock: decimal('3') }),
    variant('SHIRT-L', { Taille: 'L' }, { stock: decimal('5'), netPrice: decimal('55') }),
  );
  /** What a customer is offered: product, declination, value, stock, surplus. */
  const offers = async () => {
    const rows = await query<Record<string, string | number>>(
      `SELECT p.ref, d.titre AS axis, v.titre AS value, s.valeur AS stock, s.surplus FROM produit p
        JOIN rubdeclinaison r ON r.rubrique = p.rubrique
        JOIN declinaisondesc d ON d.declinaison = r.declinaison AND d.lang = 1
        JOIN declidisp c ON c.declinaison = r.declinaison
        JOIN declidispdesc v ON v.declidisp = c.id AND v.lang = 1
        LEFT JOIN stock s ON s.produit = p.id AND s.declidisp = c.id
        WHERE p.ligne = 1 AND NOT EXISTS (SELECT 1 FROM exdecprod e WHERE e.produit = p.id AND e.declidisp = c.id)
        ORDER BY p.id, c.id`,
    );
    return rows.map(({ ref, axis, value, stock, surplus }) => `${ref} ${axis}=${value} ${stock} +${surplus}`);
  };

  it('a variant is a value of its product with a stock and what it costs more', async () => {
    await save(await open(), SHIRT);
    expect(await offers()).toEqual(['SHIRT Taille=S 3 +0', 'SHIRT Taille=L 5 +6']);
  });

  it('no other product gains a choice: neither one that is there, nor one that comes, nor one with other values', async () => {
    const shop = await open();
    await save(shop, { reference: 'PLAIN-1', categoryPath: ['Vêtements'] });
    await save(shop, SHIRT);
    await save(shop, family('COAT', variant('COAT-XL', { Taille: 'XL' }, { stock: decimal('1') })));
    await save(shop, { reference: 'PLAIN-2', categoryPath: ['Vêtements'] });
    expect(await offers()).toEqual(['SHIRT Taille=S 3 +0', 'SHIRT Taille=L 5 +6', 'COAT Taille=XL 1 +0']);
  });

  it('two axes are one value of both: Thelia keeps no stock of two together', async () => {
    const shop = await open();
    await save(shop, family('P', variant('P-BL', { Couleur: 'Bleu', Taille: 'L' }, { stock: decimal('2') })));
    expect(await offers()).toEqual(['P Couleur / Taille=Bleu / L 2 +0']);
    expect((await shop.reader.product('P-BL'))?.axes).toEqual([
      { name: 'Couleur', value: 'Bleu' },
      { name: 'Taille', value: 'L' },
    ]);
  });

  it('a variant that came without axes is offered by its name, two alike are told apart by their references', async () => {
    const shop = await open();
    await save(shop, family('P', variant('P-1', { T: 'L' }), variant('P-2', { T: 'L' })));
    await save(shop, { reference: 'P-3', parent: 'P', fields: { name: 'Édition' } }, 'add_option');
    expect(await offers()).toEqual(['P T=L 0 +0', 'P T=L (P-2) 0 +0', 'P Option=Édition 0 +0']);
    expect((await save(shop, family('P', variant('P-2', { T: 'L' })), 'update_product')).outcome).toBe(
      'unchanged',
    );
  });

  it('sizes are what they are: neither case nor accent makes two of them one', async () => {
    await save(
      await open(),
      family('P', variant('P-1', { T: 'été' }), variant('P-2', { T: 'Été' }), variant('P-3', { T: 'ete' })),
    );
    expect((await offers()).length).toBe(3);
  });

  it('an own price stays what it is when the product’s changes, and none of its own follows', async () => {
    const shop = await open();
    await save(shop, SHIRT);
    await save(shop, { reference: 'SHIRT', fields: { netPrice: decimal('40') } }, 'update_product');
    expect(await offers()).toEqual(['SHIRT Taille=S 3 +0', 'SHIRT Taille=L 5 +18']);
    await save(shop, { reference: 'SHIRT', fields: { taxRate: decimal('5.5') } }, 'update_product');
    expect(await offers()).toEqual(['SHIRT Taille=S 3 +0', 'SHIRT Taille=L 5 +15.825']);
    const price = async (reference: string) => (await shop.reader.product(reference))?.fields.netPrice;
    expect([await price('SHIRT-S'), await price('SHIRT-L')]).toEqual([undefined, '55']);
    await query('UPDATE stock SET surplus = 4.22 WHERE valeur = 3');
    expect(await price('SHIRT-S')).toBe('44');
    await save(shop, { reference: 'SHIRT-L', fields: { netPrice: decimal('0') } }, 'update_option');
    expect(await offers()).toEqual(['SHIRT Taille=S 3 +4.22', 'SHIRT Taille=L 5 +0']);
  });

  it('a variant that is not active is offered no more, and keeps its stock', async () => {
    const shop = await open();
    await save(shop, SHIRT);
    await save(shop, { reference: 'SHIRT-S', fields: { active: false } }, 'update_option');
    await save(shop, { reference: 'SHIRT-S', fields: { stock: decimal('9') } }, 'update_option');
    expect(await offers()).toEqual(['SHIRT Taille=L 5 +6']);
    expect((await shop.reader.product('SHIRT-S'))?.fields).toMatchObject({ active: false, stock: '9' });
    await save(shop, { reference: 'SHIRT-S', fields: { active: true } }, 'update_option');
    expect(await offers()).toEqual(['SHIRT Taille=S 9 +0', 'SHIRT Taille=L 5 +6']);
  });

  it('Thelia’s sales are the shop’s stock until the ERP says another', async () => {
    const shop = await open();
    await save(shop, SHIRT);
    await query('UPDATE stock SET valeur = valeur - 1');
    expect((await shop.reader.product('SHIRT-L'))?.fields.stock).toBe('4');
    await save(shop, SHIRT, 'update_product');
    expect(await offers()).toEqual(['SHIRT Taille=S 3 +0', 'SHIRT Taille=L 5 +6']);
  });

  it('declinations that a person made are used, with their stock and price', async () => {
    const shop = await open();
    await save(shop, family('SHIRT'));
    const [product] = await query<{ id: number; rubrique: number }>('SELECT id, rubrique FROM produit');
    const { id = 0, rubrique = 0 } = product ?? {};
    await query('INSERT INTO declinaison (id, classement) VALUES (3, 1)');
    await query(
      "INSERT INTO declinaisondesc (declinaison, lang, titre, chapo, description) VALUES (3, 1, 'Taille', '', '')",
    );
    await query('INSERT INTO rubdeclinaison (rubrique, declinaison) VALUES (?, 3)', [rubrique]);
    for (const [value, titre] of [
      [31, 'S'],
      [32, 'M'],
    ] as const) {
      await query('INSERT INTO declidisp (id, declinaison) VALUES (?, 3)', [value]);
      await query('INSERT INTO declidispdesc (declidisp, lang, titre, classement) VALUES (?, 1, ?, 1)', [
        value,
        titre,
      ]);
      await query('INSERT INTO stock (declidisp, produit, valeur, surplus) VALUES (?, ?, 7, 2)', [value, id]);
    }
    await save(shop, family('SHIRT', variant('SHIRT-S', { Taille: 'S' })), 'update_product');
    expect(await offers()).toEqual(['SHIRT Taille=S 7 +2', 'SHIRT Taille=M 7 +2']);
    expect((await shop.reader.product('SHIRT-S'))?.fields).toMatchObject({
      stock: '7',
      netPrice: '51.666667',
    });
    expect(await query('SELECT id FROM declidisp')).toEqual([{ id: 31 }, { id: 32 }]);
  });

  it('a product that becomes a variant is sold once: it goes off line, and what it said is the variant’s', async () => {
    const shop = await open();
    await save(shop, {
      reference: 'V',
      fields: { name: 'Seul', netPrice: decimal('9'), stock: decimal('4') },
    });
    await save(shop, family('P', variant('V', { T: 'L' })));
    expect(await query("SELECT ligne FROM produit WHERE ref = 'V'")).toEqual([{ ligne: 0 }]);
    expect(await offers()).toEqual(['P T=L 4 +-49.2']);
    const list = async (name: 'listProducts' | 'listOptions') =>
      (await Array.fromAsync(shop.shop[name]({ start: 0 }))).flat().map(({ reference }) => reference);
    expect([await list('listProducts'), await list('listOptions')]).toEqual([['P'], ['V']]);
    await query("DELETE FROM produit WHERE ref = 'V'");
    expect((await shop.reader.product('V'))?.fields).toMatchObject({ name: 'Seul', netPrice: '9' });
  });

  it('a variant that moves is offered there alone, a product that moves takes its declinations along', async () => {
    const shop = await open();
    await save(shop, SHIRT);
    await save(shop, { ...family('OTHER', variant('SHIRT-S', { Taille: 'S' })), categoryPath: ['Ailleurs'] });
    expect(await offers()).toEqual(['SHIRT Taille=L 5 +6', 'OTHER Taille=S 3 +0']);
    await save(shop, { reference: 'SHIRT', categoryPath: ['Soldes'] }, 'update_product');
    expect(await offers()).toEqual(['SHIRT Taille=L 5 +6', 'OTHER Taille=S 3 +0']);
  });

  it('one that waits for its parent is on sale once that comes', async () => {
    const shop = await open();
    const early = {
      ...variant('SHIRT-S', { Taille: 'S' }),
      parent: 'SHIRT',
      fields: { stock: decimal('3') },
    };
    expect((await save(shop, early, 'add_option')).warnings).toMatchObject([
      { reason: 'parked_unknown_product' },
    ]);
    expect(await offers()).toEqual([]);
    await save(shop, family('SHIRT'));
    expect(await offers()).toEqual(['SHIRT Taille=S 3 +0']);
  });
});
