import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Product, parseDecimal, type ShopReader, withinCapabilities } from 'passerelle';
import { shopContract } from 'passerelle/testing';
import { openSiteShop } from './shop.ts';

interface Article {
  readonly id: number;
  readonly sku: string;
  readonly title: string;
  readonly price_cents: number;
  readonly in_stock: number;
}

/** Looks into the site's own table, past the shop. */
function createReader(file: string): ShopReader {
  const site = new DatabaseSync(file, { readOnly: true });
  const articles = (where: string, ...values: readonly string[]): readonly Product[] =>
    (site.prepare(`SELECT * FROM article ${where} ORDER BY id`).all(...values) as unknown as Article[]).map(
      productOf,
    );
  const none = async function* () {};
  return {
    product: async (reference) => articles('WHERE sku = ?', reference)[0],
    async *products() {
      yield articles('');
    },
    customers: none,
    order: async () => undefined,
    orders: none,
    priceRules: none,
    salesDocuments: none,
    blob: async () => undefined,
  };
}

const decimal = (value: number, places: number) =>
  parseDecimal((value / 10 ** places).toFixed(places)) ?? fail();
const fail = (): never => {
  throw new Error('no decimal');
};

const productOf = ({ id, sku, title, price_cents, in_stock }: Article): Product => ({
  id: String(id),
  reference: sku,
  kind: 'product',
  fields: { name: title, netPrice: decimal(price_cents, 2), stock: decimal(in_stock, 0) },
  categoryPath: [],
  axes: [],
  translations: {},
  priceLevels: {},
  categoryPrices: [],
  customFields: {},
});

const nothingOfThat = async (): Promise<never> => {
  throw new Error('the site has none');
};

shopContract('the site’s own shop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-site-'));
  const file = join(folder, 'site.sqlite');
  const shop = withinCapabilities(openSiteShop(file));
  return {
    shop,
    reader: createReader(file),
    seed: { order: nothingOfThat, customer: nothingOfThat },
    async close() {
      await shop.close();
      rmSync(folder, { recursive: true });
    },
  };
});
