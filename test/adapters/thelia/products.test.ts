import { afterAll, describe, expect, it } from 'vitest';
import { decimal } from '../../../src/testing/contract/samples.ts';
import { mariadb } from '../../support/databases.ts';
import { save, theliaBench } from './thelia-bench.ts';
import { createTheliaSite } from './thelia-site.ts';

const server = await mariadb('products of Thelia');
const site = server && (await createTheliaSite(server));
afterAll(() => site?.drop());

describe.skipIf(!site)('products in Thelia’s tables', () => {
  if (!site) return;
  const { open } = theliaBench(site);
  const { query } = site;

  const row = async (ref: string) => {
    const [found] = await query('SELECT * FROM produit WHERE ref = ? ORDER BY id LIMIT 1', [ref]);
    return { ...found };
  };
  const idOf = async (ref: string) => Number((await row(ref)).id);
  const texts = async (ref: string) =>
    query('SELECT lang, titre, chapo, description FROM produitdesc WHERE produit = ? ORDER BY lang', [
      await idOf(ref),
    ]);
  const rubriques = () =>
    query<{ id: number; titre: string; parent: number; ligne: number; classement: number }>(
      'SELECT r.id, titre, parent, ligne, classement FROM rubrique r JOIN rubriquedesc d ON d.rubrique = r.id AND d.lang = 1 ORDER BY r.id',
    );
  const rubriqueOf = async (ref: string) => {
    const { rubrique } = await row(ref);
    return (await rubriques()).find(({ id }) => id === rubrique)?.titre;
  };
  /** As a person makes one in Thelia's back office. */
  const byHand = async (
    ref: string,
    cells: Readonly<Record<string, string | number>> = {},
  ): Promise<number> => {
    const made = { ...{ ref, ligne: 1, stock: 4, ecotaxe: 0, tva: 20, prix: 12.9, rubrique: 7 }, ...cells };
    await query('INSERT INTO produit SET ?', [made]);
    const id = Number((await query<{ id: number }>('SELECT MAX(id) AS id FROM produit'))[0]?.id);
    const desc = { produit: id, lang: 1, titre: `Produit ${ref}`, chapo: 'À la main', description: '' };
    await query('INSERT INTO produitdesc SET ?', [{ ...desc, postscriptum: 'PS' }]);
    return id;
  };
  const rubriqueByHand = async (id: number, titre: string, ligne = 1) => {
    await query('INSERT INTO rubrique SET ?', [{ id, parent: 0, lien: '', ligne, classement: 1 }]);
    const desc = { rubrique: id, lang: 1, titre, chapo: '', description: '', postscriptum: '' };
    await query('INSERT INTO rubriquedesc SET ?', [desc]);
  };

  it('an added product is one that Thelia itself could have made, visible in a rubrique on line', async () => {
    const shop = await open();
    const fields = { name: 'Figurine « été »', shortDescription: 'Courte', netPrice: decimal('36.77') };
    await save(shop, {
      reference: 'FIG-1',
      fields: {
        ...fields,
        taxRate: decimal('20'),
        ecotax: decimal('0.5'),
        stock: decimal('12'),
        weight: decimal('0.25'),
      },
    });
    const { datemodif, ...rest } = await row('FIG-1');
    expect(String(datemodif)).toContain('2026');
    expect(rest).toMatchObject({
      ...{ prix: 44.124, ecotaxe: 0.6, tva: 20, stock: 12, ligne: 1, poids: 0.25, classement: 1 },
      ...{ promo: 0, prix2: 0, nouveaute: 0, perso: 0, garantie: 0 },
    });
    expect(await texts('FIG-1')).toEqual([
      { lang: 1, titre: 'Figurine « été »', chapo: 'Courte', description: '' },
    ]);
    expect(await rubriques()).toMatchObject([{ titre: 'Catalogue', parent: 0, ligne: 1, classement: 1 }]);
    expect(await rubriqueOf('FIG-1')).toBe('Catalogue');
    await save(shop, { reference: 'FIG-2' });
    expect(await row('FIG-2')).toMatchObject({ classement: 2, prix: 0, tva: 0 });
  });

  it('an absent `actif` takes nothing off line, an absent text blanks nothing', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { active: true, name: 'N', description: 'D' } });
    await save(shop, { reference: 'A', fields: { stock: decimal('1') } }, 'update_product');
    expect((await row('A')).ligne).toBe(1);
    expect(await texts('A')).toMatchObject([{ titre: 'N', description: 'D' }]);
    await save(shop, { reference: 'A', fields: { active: false } }, 'update_product');
    await save(shop, { reference: 'A', fields: { name: 'x' } }, 'update_product');
    expect((await row('A')).ligne).toBe(0);
  });

  it('a new price is that product’s alone', async () => {
    const shop = await open();
    for (const reference of ['A', 'B'])
      await save(shop, { reference, fields: { netPrice: decimal('10'), taxRate: decimal('20') } });
    await query('UPDATE produit SET prix2 = 11, promo = 1');
    const before = await row('B');
    await save(shop, { reference: 'A', fields: { netPrice: decimal('12.345') } }, 'update_product');
    expect(await row('B')).toEqual(before);
    expect(await row('A')).toMatchObject({ prix: 14.814, prix2: 11, promo: 1 });
  });

  it('the ERP’s price is the one excluding tax: with another rate the shop’s price changes', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { netPrice: decimal('10'), taxRate: decimal('20') } });
    await save(shop, { reference: 'A', fields: { taxRate: decimal('5.5') } }, 'update_product');
    expect(await row('A')).toMatchObject({ prix: 10.55, tva: 5.5 });
    await query("UPDATE produit SET prix = 21.1 WHERE ref = 'A'");
    expect((await shop.reader.product('A'))?.fields.netPrice).toBe('20');
    await save(shop, { reference: 'A', fields: { netPrice: decimal('10') } }, 'update_product');
    expect((await row('A')).prix).toBe(10.55);
  });

  it('a price whose cents Thelia’s column cannot hold is refused, and nothing changes', async () => {
    const shop = await open();
    const call = save(shop, { reference: 'A', fields: { netPrice: decimal('250000.01') } });
    await expect(call).rejects.toMatchObject({
      problem: { reason: 'value_unfit', record: 'A', field: 'prix', value: '250000.01' },
    });
    expect(await query('SELECT id FROM produit')).toEqual([]);
    await save(shop, { reference: 'A', fields: { netPrice: decimal('250000') } });
    expect((await row('A')).prix).toBe(250000);
  });

  it('a category path of any depth is made where missing, once, by whoever comes first', async () => {
    const shop = await open();
    await Promise.all(
      ['A', 'B', 'C', 'D'].map((reference, index) =>
        save(shop, { reference, categoryPath: ['Jouets', 'Bois', `Trains ${index % 2}`] }),
      ),
    );
    const all = await rubriques();
    expect(all.map(({ titre }) => titre).sort()).toEqual(['Bois', 'Jouets', 'Trains 0', 'Trains 1']);
    const id = (titre: string) => all.find((one) => one.titre === titre)?.id;
    expect(all.find(({ titre }) => titre === 'Trains 1')).toMatchObject({ parent: id('Bois'), ligne: 1 });
    expect(await rubriqueOf('B')).toBe('Trains 1');
  });

  it('a product stays where a person put it, until the ERP names another category', async () => {
    await rubriqueByHand(7, 'Soldes');
    const shop = await open();
    await save(shop, { reference: 'A', categoryPath: ['Jouets'] });
    await query("UPDATE produit SET rubrique = 7 WHERE ref = 'A'");
    await save(shop, { reference: 'A', fields: { name: 'x' } }, 'update_product');
    expect(await rubriqueOf('A')).toBe('Soldes');
    expect((await shop.reader.product('A'))?.categoryPath).toEqual(['Soldes']);
    await save(shop, { reference: 'A', categoryPath: ['Jouets'] }, 'update_product');
    expect(await rubriqueOf('A')).toBe('Jouets');
  });

  it('a default category is the one of products that come without', async () => {
    await rubriqueByHand(7, 'Nouveautés');
    await save(await open({ settings: { defaultCategory: ['Nouveautés'] } }), { reference: 'A' });
    expect(await rubriqueOf('A')).toBe('Nouveautés');
  });

  it('what the public sample left behind is healed: a rubrique off line, a price that is none', async () => {
    await rubriqueByHand(7, 'ERP Add Products', 0);
    await byHand('SAMPLE', { ligne: 0, prix: 0 });
    const shop = await open();
    await save(shop, {
      reference: 'SAMPLE',
      fields: { active: true, netPrice: decimal('10') },
      categoryPath: ['Jouets'],
    });
    expect(await row('SAMPLE')).toMatchObject({ ligne: 1, prix: 12 });
    expect(await rubriqueOf('SAMPLE')).toBe('Jouets');
    expect(await texts('SAMPLE')).toMatchObject([{ titre: 'Produit SAMPLE', chapo: 'À la main' }]);
  });

  it('a product made by hand is found by its reference in any case; only what the ERP says changes', async () => {
    await rubriqueByHand(7, 'Soldes');
    await byHand('main-1', { promo: 1, prix2: 9.9, garantie: 2, nouveaute: 1 });
    const before = await row('main-1');
    const shop = await open();
    expect((await shop.reader.product('MAIN-1'))?.fields).toMatchObject({ netPrice: '10.75', taxRate: '20' });
    const same = { netPrice: decimal('10.75'), taxRate: decimal('20'), name: 'Produit main-1' };
    expect((await save(shop, { reference: 'MAIN-1', fields: same }, 'update_product')).outcome).toBe(
      'unchanged',
    );
    await save(shop, { reference: 'MAIN-1', fields: { weight: decimal('1.5') } }, 'update_product');
    expect(await row('main-1')).toEqual({
      ...before,
      poids: 1.5,
      datemodif: (await row('main-1')).datemodif,
    });
  });

  it('a reference that two products have is refused with both: nobody knows which the ERP means', async () => {
    await byHand('TWICE');
    await byHand('twice');
    const ids = (await query<{ id: number }>('SELECT id FROM produit ORDER BY id')).map(({ id }) => id);
    const shop = await open();
    const call = save(shop, { reference: 'TWICE', fields: { stock: decimal('9') } }, 'update_product');
    await expect(call).rejects.toMatchObject({
      problem: { reason: 'reference_ambiguous', record: 'TWICE', value: ids.join(', ') },
    });
    expect((await Array.fromAsync(shop.shop.listProducts({ start: 0 }))).flat().length).toBe(2);
  });

  it('a reference that the database takes for another article’s is refused: it would be written over', async () => {
    const shop = await open();
    await save(shop, { reference: 'E1', fields: { name: 'first' } });
    await expect(save(shop, { reference: 'É1' })).rejects.toMatchObject({
      problem: { reason: 'reference_collides', record: 'É1', value: 'E1' },
    });
  });

  it('a stock is shown in whole pieces, and is the ERP’s until Thelia sells', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { stock: decimal('2.5') } });
    expect((await row('A')).stock).toBe(2);
    expect((await shop.reader.product('A'))?.fields.stock).toBe('2.5');
    await query('UPDATE produit SET stock = 1');
    expect((await shop.reader.product('A'))?.fields.stock).toBe('1');
  });

  it('texts in the languages that Thelia has are its own, once they have a name; the others are kept', async () => {
    const shop = await open();
    await save(shop, {
      reference: 'A',
      fields: { name: 'Figurine' },
      translations: { 'en-gb': { description: 'Long' }, de: { name: 'Figur' }, es: { name: 'Figura' } },
    });
    expect(await texts('A')).toMatchObject([{ lang: 1 }, { lang: 3, titre: 'Figura' }]);
    const said = { 'en-gb': { name: 'Figure', metaTitle: 'T' } };
    await save(shop, { reference: 'A', translations: said }, 'update_product');
    expect((await texts('A'))[1]).toEqual({ lang: 2, titre: 'Figure', chapo: '', description: 'Long' });
    await query("UPDATE produitdesc SET titre = 'Toy' WHERE lang = 2");
    expect((await shop.reader.product('A'))?.translations).toEqual({
      'en-gb': { name: 'Toy', description: 'Long', metaTitle: 'T' },
      de: { name: 'Figur' },
      es: { name: 'Figura' },
    });
    expect((await save(shop, { reference: 'A', translations: said }, 'update_product')).outcome).toBe(
      'updated',
    );
    await save(shop, { reference: 'A', translations: { es: { name: null } } }, 'update_product');
    expect((await texts('A')).map(({ lang }) => lang)).toEqual([1, 2]);
  });

  it('where Thelia rewrites addresses, products and rubriques have one, which follows a product that moves', async () => {
    await query("UPDATE variable SET valeur = '1' WHERE nom = 'rewrite'");
    const shop = await open();
    await save(shop, { reference: 'A', fields: { name: 'Été & Cie' }, categoryPath: ['Jouets'] });
    const id = await idOf('A');
    const addresses = () => query('SELECT url, fond, param, lang, actif FROM reecriture ORDER BY id');
    const [jouets] = await rubriques();
    expect(await addresses()).toEqual([
      {
        url: `jouets-r${jouets?.id}.html`,
        fond: 'rubrique',
        param: `&id_rubrique=${jouets?.id}`,
        lang: 1,
        actif: 1,
      },
      {
        ...{ url: `ete-cie-p${id}.html`, fond: 'produit', lang: 1, actif: 1 },
        param: `&id_produit=${id}&id_rubrique=${jouets?.id}`,
      },
    ]);
    await save(shop, { reference: 'A', categoryPath: ['Bois'] }, 'update_product');
    const bois = (await rubriques())[1]?.id;
    expect(await addresses()).toContainEqual(
      expect.objectContaining({ url: `ete-cie-p${id}.html`, param: `&id_produit=${id}&id_rubrique=${bois}` }),
    );
  });

  it('what was kept of a product that was deleted is none of the next one’s', async () => {
    const shop = await open();
    await save(shop, { reference: 'A', fields: { ean13: '3760123456789' }, customFields: { xx_a: '1' } });
    const id = await idOf('A');
    await query("DELETE FROM produit WHERE ref = 'A'");
    await byHand('B', { id });
    expect(await shop.reader.product('B')).toMatchObject({ id: String(id), customFields: {} });
  });

  it('a list does not shift while a person adds products, and names only products', async () => {
    const shop = await open();
    for (const ref of ['A', 'B', 'C', 'D']) await byHand(ref);
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
