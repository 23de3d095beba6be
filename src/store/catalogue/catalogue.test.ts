import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import type { Product } from '../../domain/product.ts';
import type { ProductQuery } from '../../shop/catalogue.ts';
import { present } from '../../testing/contract/expect.ts';
import { openStore, type Store } from '../open.ts';
import { foldedText } from '../products/folded-text.ts';

/** More than any statement of a list reads over, and more than are ever put in order anew. */
const PRODUCTS = 21_000;
const NAMES = ['Table', 'Chaise', 'Étagère', 'Lampe'];

const folder = temporaryFolder(afterAll);
let store: Store;
let all: readonly Product[];
beforeAll(async () => {
  store = await openStore({ url: 'sqlite::memory:', blobFolder: folder });
  const { shop, backoffice } = store;
  for (let start = 0; start < PRODUCTS; start += 1_000)
    await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => {
        const number = start + index;
        // Spreads references over their order, and gives rare values to few.
        const reference = `${(number * 7919) % PRODUCTS}-${number % 3 === 0 ? 'X' : 'Y'}`;
        const fields = {
          name: `${NAMES[number % 4]} ${number % 7_000}`,
          ...(number % 3 > 0 && { active: number % 500 !== 0 }),
          // More than one statement puts in order.
          ...(number % 2 > 0 && { available: number % 5 !== 0 }),
        };
        return shop.saveProduct(
          { reference, fields, categoryPath: number % 900 === 0 ? ['A', 'B'] : ['A'] },
          'add_product',
        );
      }),
    );
  all = (await Array.fromAsync(backoffice.products())).flat();
}, 120_000);
afterAll(() => store.close());

const QUERY = fc.record(
  {
    order: fc.constantFrom('id', 'reference', 'name', 'updatedAt'),
    isDescending: fc.boolean(),
    limit: fc.constantFrom(1, 50, 500),
    active: fc.boolean(),
    available: fc.boolean(),
    category: fc.constantFrom('A', 'B'),
    search: fc.constantFrom('table', '-x', '-y 9', 'chaise 77', 'etagere 20999', 'zzz'),
    prefix: fc.constantFrom('table', '1', '123', 'z'),
  },
  { requiredKeys: ['order', 'isDescending', 'limit'] },
);

type Asked = typeof QUERY extends fc.Arbitrary<infer Value> ? Value : never;

function isAsked({ fields, reference, categoryPath }: Product, asked: Asked): boolean {
  const texts = [foldedText(reference), foldedText(fields.name ?? '')];
  const { active, available, category, search = '', prefix = '' } = asked;
  return (
    (active === undefined || (fields.active ?? true) === active) &&
    (available === undefined || (fields.available ?? true) === available) &&
    (category === undefined || categoryPath.includes(category)) &&
    search.split(' ').every((word) => texts.some((text) => text.includes(word))) &&
    texts.some((text) => text.startsWith(prefix))
  );
}

/** What a page must have, of all products in their order. */
function expected(asked: Asked): readonly string[] {
  // All changed when they came, in the order in which they came.
  const byId = all.toSorted((a, b) => Number(a.id) - Number(b.id));
  const by = (textOf: (product: Product) => string) =>
    byId.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b))));
  const orders: Readonly<Record<string, () => readonly Product[]>> = {
    reference: () => by(({ reference }) => reference),
    name: () => by(({ fields }) => foldedText(fields.name ?? '')),
  };
  const byOrder = orders[asked.order]?.() ?? byId;
  const ordered = asked.isDescending ? byOrder.toReversed() : byOrder;
  return ordered.filter((product) => isAsked(product, asked)).map(({ reference }) => reference);
}

test('whatever is asked together, pages have what is so, in order, and each once', async () => {
  const { items } = await store.backoffice.categoryPage({ limit: 10 });
  const ids = new Map(items.map(({ name, id }) => [name, id]));
  await fc.assert(
    fc.asyncProperty(QUERY, async ({ category, ...asked }) => {
      const query: ProductQuery = {
        ...asked,
        kind: 'product',
        ...(category !== undefined && { category: present(ids.get(category), category) }),
      };
      const first = await store.backoffice.productPage(query);
      const next = first.next
        ? await store.backoffice.productPage({ ...query, after: first.next })
        : undefined;
      const told = [...first.items, ...(next?.items ?? [])].map(({ reference }) => reference);
      const all = expected({ ...asked, ...(category !== undefined && { category }) });
      expect(told).toEqual(all.slice(0, 2 * query.limit));
      expect(next?.next === undefined).toBe(all.length <= 2 * query.limit);
    }),
    { numRuns: 100 },
  );
}, 300_000);
