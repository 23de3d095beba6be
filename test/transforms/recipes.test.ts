import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openShop } from '../../src/composition/open-shop.ts';
import { type OpenedShop, readerOf, shopSideOf } from '../../src/composition/opened-shop.ts';
import { shopSchema } from '../../src/configuration/shop.ts';
import type { Order } from '../../src/domain/order.ts';
import type { ProductChange, ProductOperation } from '../../src/domain/product.ts';
import { decimal, order, priceRule } from '../../src/testing/contract/samples.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PAGE = readFileSync(new URL('../../docs/transforms.md', import.meta.url), 'utf8');
const INDEX = new URL('../../src/index.ts', import.meta.url).href;

interface Recipe {
  readonly title: string;
  readonly language: string;
  readonly text: string;
}

const RECIPES: readonly Recipe[] = Array.from(
  PAGE.slice(PAGE.indexOf('## Recipes')).matchAll(/^### (.+)\n[^#]*?```(ts|json)\n([\s\S]*?)```/gm),
  ([, title = '', language = '', text = '']) => ({ title, language, text }),
);

/** A real shop on SQLite, with what the page says. */
async function open({ language, text }: Recipe, name = 'retail'): Promise<Trying> {
  const folder = temporaryFolder();
  const path = join(folder, 'recipe.ts');
  if (language === 'ts') writeFileSync(path, text.replace("'passerelle'", JSON.stringify(INDEX)));
  const { fieldMaps = {} } = shopSchema.parse(language === 'json' ? JSON.parse(text) : {});
  const opened = await openShop({
    url: `sqlite:${join(folder, 'shop.sqlite')}`,
    sideUrl: `sqlite:${join(folder, 'side.sqlite')}`,
    store: { blobFolder: join(folder, 'blobs') },
    decorators: [],
    transforms: { shop: name, modules: language === 'ts' ? [path] : [], fieldMaps, timeoutMs: 1000 },
  });
  onTestFinished(() => opened.close());
  return trying(opened);
}

function trying(opened: OpenedShop) {
  const { shop } = opened;
  return {
    opened,
    /** What is stored after that. */
    async product(
      change: Partial<ProductChange>,
      operation: ProductOperation = 'add_product',
      reference = 'A',
    ) {
      await shop.saveProduct({ reference: 'A', fields: {}, ...change }, operation);
      return readerOf(opened).product(reference);
    },
    /** What the ERP reads of it. */
    async order(changes: Partial<Order>) {
      await shopSideOf(opened).placeOrder(order('1', changes));
      return shop.readOrder('1');
    },
    async rule(changes: Parameters<typeof priceRule>[0]) {
      async function* message() {
        yield { rules: [priceRule(changes)], keep: [] };
      }
      await shop.savePriceRules(message(), 'merge');
      return (await Array.fromAsync(readerOf(opened).priceRules())).flat()[0];
    },
  };
}
type Trying = ReturnType<typeof trying>;

const stock = (text: string) => ({ fields: { stock: decimal(text) } });

/** By the page's headings. */
const CHECKS: Readonly<Record<string, (shop: Trying, recipe: Recipe) => Promise<void>>> = {
  async 'Stock under 5 shown as 0'(shop) {
    expect((await shop.product(stock('4.5')))?.fields.stock).toBe('0');
    expect((await shop.product(stock('5')))?.fields.stock).toBe('5');
    expect((await shop.product({ fields: {} }))?.fields.stock).toBe('5');
    const axes = [{ name: 'Taille', value: 'L' }];
    await shop.product({ variants: [{ reference: 'V', axes, ...stock('1') }] });
    expect((await readerOf(shop.opened).product('V'))?.fields.stock).toBe('0');
  },
  async 'Two shops from one ERP, by a custom field'(retail, recipe) {
    const trade = await open(recipe, 'trade');
    const change = { customFields: { xx_shops: 'pro,trade' } };
    expect(await retail.product(change)).toBeUndefined();
    expect(await trade.product(change)).toBeDefined();
    expect(await retail.product({})).toBeDefined();
  },
  async 'An EAN in a custom field'(shop) {
    const stored = await shop.product({ customFields: { xx_codebarre: '3760123456789' } });
    expect(stored).toMatchObject({ fields: { ean13: '3760123456789' }, customFields: {} });
  },
  async "Forcing the ERP's customer code"(shop) {
    const { company: _, ...billing } = order('1').billing;
    const { erpCode: __, ...customer } = order('1').customer;
    expect((await shop.order({ billing, customer })).customer.erpCode).toBe('COMPTOIR');
    expect((await shop.order({ customer })).customer.erpCode).toBeUndefined();
  },
  async 'Excluding orders'(shop) {
    expect((await shop.order({ carrier: 'Retrait' })).excluded).toBe(true);
    expect((await shop.order({ carrier: 'Colissimo' })).excluded).toBeUndefined();
    await expect(shop.order({ state: 'awaiting_payment' })).rejects.toMatchObject({
      problem: { reason: 'hook_excluded' },
    });
    expect(await Array.fromAsync(shop.opened.shop.listOrders({}))).toEqual([[]]);
  },
  async 'Order lines with other fields'(shop) {
    expect((await shop.order({})).customFields).toEqual({
      'produits/1/designation': 'Figurine <L>',
      'produits/1/unite': 'PCE',
    });
  },
  async 'A price level per customer category'(shop) {
    const stored = await shop.product({ priceLevels: { 2: decimal('9'), 3: null, 4: decimal('7') } });
    expect(stored).toMatchObject({
      priceLevels: {},
      categoryPrices: [{ category: 'Revendeurs', netPrice: '9' }],
    });
  },
  async 'Prefixes on references'(shop) {
    const axes = [{ name: 'Taille', value: 'L' }];
    expect(
      await shop.product({ variants: [{ reference: 'V', axes, fields: {} }] }, 'add_product', 'FR-V'),
    ).toMatchObject({ parent: 'FR-A' });
    expect(await Array.fromAsync(shop.opened.shop.listProducts({ start: 0 }))).toMatchObject([
      [{ reference: 'A' }],
    ]);
    expect(await Array.fromAsync(shop.opened.shop.listOptions({ start: 0 }))).toMatchObject([
      [{ reference: 'V' }],
    ]);
    expect(await shop.rule({ reference: 'V', options: { parent: 'A' } })).toMatchObject({
      reference: 'FR-V',
      options: { parent: 'FR-A' },
    });
    const [line] = order('1').lines;
    expect(
      (await shop.order({ lines: line ? [{ ...line, reference: 'FR-V' }] : [] })).lines[0]?.reference,
    ).toBe('V');
  },
  async 'Rounding prices'(shop) {
    expect((await shop.product({ fields: { netPrice: decimal('9.995') } }))?.fields.netPrice).toBe('10');
    expect((await shop.rule({ kind: 'price', value: decimal('1.234') }))?.value).toBe('1.23');
  },
  async 'A default category'(shop) {
    expect((await shop.product({}))?.categoryPath).toEqual(['Nouveautés']);
    expect((await shop.product({ categoryPath: ['Jeux'] }))?.categoryPath).toEqual(['Jeux']);
    expect((await shop.product({}, 'update_product'))?.categoryPath).toEqual(['Jeux']);
  },
  async 'The ERP publishes nothing'(shop) {
    expect((await shop.product({ fields: { active: true } }))?.fields.active).toBe(false);
    await shop.opened.shop.saveProduct({ reference: 'A', fields: { active: true } }, 'add_product', {
      by: 'import',
    });
    expect((await shop.product({ fields: { active: false } }, 'update_product'))?.fields.active).toBe(true);
  },
  async 'No price of 0'(shop) {
    await expect(shop.product({ fields: { netPrice: decimal('0') } })).rejects.toMatchObject({
      problem: { reason: 'hook_refused_field', field: 'netPrice', expected: 'this article has no price yet' },
    });
    expect(await shop.product({ fields: { netPrice: decimal('1') } })).toBeDefined();
  },
  async "Customers' price categories by table"({ opened }) {
    async function* message() {
      yield [
        { code: 'C1', fields: {}, customFields: { xx_famille: 'R' } },
        { code: 'C2', fields: {}, customFields: { xx_famille: 'X' } },
        { code: 'C3', fields: {} },
      ];
    }
    await opened.shop.saveCustomers(message());
    const customers = (await Array.fromAsync(readerOf(opened).customers())).flat();
    expect(customers.map(({ fields }) => fields.priceCategory)).toEqual(['Revendeurs', 'Public', undefined]);
  },
  async "The ERP's codes of payments, carriers and states"(shop) {
    const read = await shop.order({ state: 'paid', paymentMethod: 'Carte bancaire', carrier: 'DPD' });
    expect(read).toMatchObject({
      state: '2',
      paymentMethod: 'CB',
      customFields: { 'commande/code_transporteur': '', 'commande/jour': '22/03/2026' },
    });
    expect(await Array.fromAsync(shop.opened.shop.listOrders({ states: ['2'] }))).toEqual([
      [{ id: '1', state: '2' }],
    ]);
  },
};

test('every recipe of docs/transforms.md has a check here', () => {
  expect(RECIPES.map(({ title }) => title)).toEqual(Object.keys(CHECKS));
  expect(RECIPES.length).toBeGreaterThanOrEqual(12);
});

test.each(RECIPES)('$title', async (recipe) => {
  await CHECKS[recipe.title]?.(await open(recipe), recipe);
});

test('the page’s modules are what their types say', async () => {
  const folder = temporaryFolder();
  const modules = Array.from(PAGE.matchAll(/```ts\n([\s\S]*?)```/g), ([, text = '']) => text);
  expect(modules.length).toBeGreaterThan(10);
  for (const [index, text] of modules.entries()) writeFileSync(join(folder, `module-${index}.mts`), text);
  const extended = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
  const settings = { extends: extended, compilerOptions: { types: [] }, include: ['*.mts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
  const { stdout } = await promisify(execFile)(tsc, ['-p', folder]).catch(
    (error: unknown) => error as { stdout: string },
  );
  expect(stdout).toBe('');
}, 120_000);
