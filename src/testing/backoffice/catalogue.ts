import assert from 'node:assert/strict';
import type { ProductChange } from '../../domain/product.ts';
import {
  type Catalogue,
  type CatalogueProduct,
  PRODUCT_ORDERS,
  type ProductOrder,
  type ProductQuery,
} from '../../shop/catalogue.ts';
import { expectEqual, present } from '../contract/expect.ts';
import { decimal, moment } from '../contract/samples.ts';
import { allPages } from './pages.ts';
import { type BackofficeCheck, type BackofficeSubject, partOf } from './subject.ts';

const ORDERS = Object.keys(PRODUCT_ORDERS) as readonly ProductOrder[];
const ALL: ProductQuery = { kind: 'product', order: 'id', isDescending: false, limit: 500 };
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const add = (subject: BackofficeSubject, changes: readonly ProductChange[]): Promise<unknown> =>
  Promise.all(changes.map((change) => subject.shop.saveProduct(change, 'add_product')));

const named = (reference: string, name: string): ProductChange => ({ reference, fields: { name } });

const references = (products: readonly CatalogueProduct[]): readonly string[] =>
  products.map(({ reference }) => reference);

async function found(catalogue: Catalogue, query: Partial<ProductQuery>): Promise<readonly string[]> {
  return references((await catalogue.productPage({ ...ALL, ...query })).items);
}

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['catalogue'] }));

export const catalogueChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'an empty shop has an empty catalogue, and what nobody stored is undefined',
    async run(subject) {
      const catalogue = partOf(subject, 'catalogue');
      expectEqual(await catalogue.productPage(ALL), { items: [], next: undefined });
      expectEqual(await catalogue.categoryPage({ limit: 5 }), { items: [], next: undefined });
      assert.equal(await catalogue.catalogueProduct('nobody'), undefined);
      assert.equal(await catalogue.category('1'), undefined);
      assert.equal(await catalogue.category('x'), undefined);
      assert.equal(await catalogue.imageType('0'.repeat(64)), undefined);
    },
  },
  {
    name: 'each page goes on where the last one ended, in every order, whatever is added meanwhile',
    async run(subject) {
      const catalogue = partOf(subject, 'catalogue');
      // Their order differs from that of their references.
      const made = Array.from({ length: 23 }, (_, index) => `P${(index * 7) % 23}`);
      // Several have the same name but for case and accents.
      const initial = (index: number): number => 9 - (index >> 2);
      for (const [index, reference] of made.entries())
        await add(subject, [named(reference, `${index % 2 ? 'é' : 'E'}${initial(index)}`)]);
      const sorted = made.toSorted();
      const byName = made
        .map((reference, index) => ({ reference, initial: initial(index) }))
        .toSorted((a, b) => a.initial - b.initial)
        .map(({ reference }) => reference);
      const expected = { id: made, reference: sorted, name: byName, updatedAt: made };
      for (const order of ORDERS)
        for (const isDescending of [false, true]) {
          let added = 0;
          const all = await allPages(
            (page) => catalogue.productPage({ ...ALL, order, isDescending, ...page }),
            5,
            () => add(subject, [named(`new-${order}-${isDescending}-${added++}`, '')]),
          );
          const old = references(all).filter((reference) => reference.startsWith('P'));
          expectEqual(old, isDescending ? expected[order].toReversed() : expected[order], order);
        }
    },
  },
  {
    name: 'a product of the catalogue is what is stored, with its category and its times',
    async run(subject) {
      const catalogue = partOf(subject, 'catalogue');
      const change: ProductChange = {
        reference: 'A1',
        fields: { name: 'Table', netPrice: decimal('12.5'), active: false },
        categoryPath: ['Jardin', 'Tables'],
        translations: { en: { name: 'Table (en)' } },
        priceLevels: { 2: decimal('10') },
        categoryPrices: [{ category: 'Pro', netPrice: decimal('9') }],
        customFields: { Couleur: 'vert' },
        image: { type: 'image/png', bytes: PNG },
      };
      await add(subject, [change]);
      const product = present(await catalogue.catalogueProduct('A1'), 'A1');
      const { categoryId = '', createdAt, updatedAt, ...rest } = product;
      expectEqual(rest, await subject.reader?.product('A1'));
      expectEqual((await catalogue.category(categoryId))?.path, ['Jardin', 'Tables']);
      assert.match(createdAt, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      assert.equal(updatedAt, createdAt);
      expectEqual((await catalogue.productPage(ALL)).items, [product]);
      assert.equal(await catalogue.imageType(rest.image?.sha256 ?? ''), 'image/png');
    },
  },
  {
    name: 'variants are listed by their parent, apart from products',
    async run(subject) {
      const catalogue = partOf(subject, 'catalogue');
      const axes = [{ name: 'Taille', value: 'L' }];
      const variants = ['A1-L', 'A1-M'].map((reference) => ({ reference, axes, fields: {} }));
      await add(subject, [{ ...named('A1', ''), variants }, named('B1', '')]);
      await subject.shop.saveProduct({ reference: 'B1-L', parent: 'B1', fields: {} }, 'add_option');
      expectEqual(await found(catalogue, {}), ['A1', 'B1']);
      expectEqual(await found(catalogue, { kind: 'variant' }), ['A1-L', 'A1-M', 'B1-L']);
      expectEqual(await found(catalogue, { kind: 'variant', parent: 'A1' }), ['A1-L', 'A1-M']);
      const backwards = { kind: 'variant', parent: 'A1', isDescending: true } as const;
      expectEqual(await found(catalogue, backwards), ['A1-M', 'A1-L']);
      expectEqual(await found(catalogue, { kind: 'variant', parent: 'C1' }), []);
    },
  },
  {
    name: 'products are found by category, with those of its subcategories',
    async run(subject) {
      const catalogue = partOf(subject, 'catalogue');
      const of = (reference: string, ...categoryPath: readonly string[]): ProductChange => ({
        reference,
        fields: {},
        categoryPath,
      });
      for (const change of [of('A', 'Jardin'), of('B', 'Jardin', 'Tables'), of('C', 'Maison'), of('D')])
        await add(subject, [change]);
      const { items } = await catalogue.categoryPage({ limit: 10 });
      expectEqual(
        items.map(({ name, path, hasChildren, parent }) => ({ name, path, hasChildren, top: !parent })),
        [
          { name: 'Jardin', path: ['Jardin'], hasChildren: true, top: true },
          { name: 'Tables', path: ['Jardin', 'Tables'], hasChildren: false, top: false },
          { name: 'Maison', path: ['Maison'], hasChildren: false, top: true },
        ],
      );
      const [jardin = '', tables = '', maison = ''] = items.map(({ id }) => id);
      expectEqual(await found(catalogue, { category: jardin }), ['A', 'B']);
      expectEqual(await found(catalogue, { category: tables }), ['B']);
      expectEqual(await found(catalogue, { category: maison, isDescending: true }), ['C']);
      for (const category of ['999', 'x', '']) expectEqual(await found(catalogue, { category }), []);
      const names = async (parent: string | null): Promise<readonly string[]> =>
        (await catalogue.categoryPage({ limit: 10, parent })).items.map(({ name }) => name);
      expectEqual(
        [await names(null), await names(jardin), await names('x')],
        [['Jardin', 'Maison'], ['Tables'], []],
      );
      const one = await allPages((page) => catalogue.categoryPage(page), 1);
      expectEqual(one, items);
    },
  },
  {
    name: 'products are found by words in reference or name, and by how either begins, in any case and accents',
    async run(subject) {
      const catalogue = partOf(subject, 'catalogue');
      const texts = { A1: 'Table de chêne', A2: 'Étagère 100%', b_1: 'Table ronde', B2: 'Nœud' };
      for (const [reference, name] of Object.entries(texts)) await add(subject, [named(reference, name)]);
      await add(subject, [{ reference: 'NoName', fields: {} }]);
      const searched = (search: string) => found(catalogue, { search });
      expectEqual(await searched('CHENE'), ['A1']);
      expectEqual(await searched('table  ron'), ['b_1']);
      expectEqual(await searched('noeud'), ['B2']);
      expectEqual(await searched('a'), ['A1', 'A2', 'b_1', 'NoName']);
      expectEqual(await searched('_'), ['b_1']);
      expectEqual(await searched('0%'), ['A2']);
      expectEqual(await searched('\\'), []);
      expectEqual(await searched(' '), ['A1', 'A2', 'b_1', 'B2', 'NoName']);
      const begun = (prefix: string) => found(catalogue, { prefix });
      expectEqual(await begun('TABLE'), ['A1', 'b_1']);
      expectEqual(await begun('etag'), ['A2']);
      expectEqual(await begun('b'), ['b_1', 'B2']);
      expectEqual(await begun('%'), []);
      await subject.shop.saveProduct(named('A1', 'Chaise'), 'update_product');
      expectEqual(
        [await searched('chene'), await searched('chaise'), await begun('chai')],
        [[], ['A1'], ['A1']],
      );
      await subject.shop.saveProduct({ reference: 'A1', fields: { name: null } }, 'update_product');
      expectEqual([await searched('chaise'), await searched('a1')], [[], ['A1']]);
    },
  },
  {
    name: 'products are found by flags and by when they changed, all that is asked for together',
    async run(subject) {
      const catalogue = partOf(subject, 'catalogue');
      const flagged = (reference: string, active: boolean, available: boolean): ProductChange => ({
        reference,
        fields: { active, available },
      });
      const changes = [flagged('A', true, true), flagged('B', true, false), flagged('C', false, true)];
      for (const change of [...changes, named('D', '')]) await add(subject, [change]);
      expectEqual(await found(catalogue, { active: true }), ['A', 'B', 'D']);
      expectEqual(await found(catalogue, { active: false }), ['C']);
      expectEqual(await found(catalogue, { active: true, available: true }), ['A', 'D']);
      expectEqual(await found(catalogue, { available: false }), ['B']);
      expectEqual(await found(catalogue, { active: true, search: 'b' }), ['B']);
      expectEqual(await found(catalogue, { active: true, prefix: 'c' }), []);
      for (const order of ORDERS) {
        const since = (text: string) => found(catalogue, { updatedSince: moment(text), order });
        expectEqual(await since('2000-01-01 00:00:00'), ['A', 'B', 'C', 'D'], order);
        expectEqual(await since('2100-01-01 00:00:00'), [], order);
      }
      const active = await allPages((page) => catalogue.productPage({ ...ALL, active: true, ...page }), 1);
      expectEqual(references(active), ['A', 'B', 'D']);
    },
  },
]);
