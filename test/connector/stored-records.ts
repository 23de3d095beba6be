import { hash } from 'node:crypto';
import type { CustomerChange, NestedChange } from '../../src/domain/customer.ts';
import { type PriceRuleChange, priceRuleKey } from '../../src/domain/price-rule.ts';
import type { ProductChange } from '../../src/domain/product.ts';
import type { ShopReader } from '../../src/shop/reader.ts';

/** Records as a shop must hold them once it has taken everything over: by key, as texts that can be compared. */
export type StoredRecords = ReadonlyMap<string, string>;

export const productsFromErp = (articles: readonly ProductChange[]): StoredRecords =>
  recordsByKey(articles.flatMap(storedProducts), ({ reference }) => reference);

function storedProducts(article: ProductChange) {
  const { reference, variants = [], image, fields, categoryPrices = [], ...rest } = article;
  const product = {
    ...EMPTY_PRODUCT,
    ...rest,
    reference,
    kind: 'product',
    fields: filled(fields),
    categoryPrices: categoryPrices.toSorted((a, b) => (a.category < b.category ? -1 : 1)),
    ...(image ? { image: { type: image.type, sha256: hash('sha256', image.bytes) } } : {}),
  };
  const ofVariants = variants.map((variant) => ({
    ...EMPTY_PRODUCT,
    reference: variant.reference,
    kind: 'variant',
    parent: reference,
    axes: variant.axes,
    fields: filled(variant.fields),
  }));
  return [product, ...ofVariants];
}

const EMPTY_PRODUCT = {
  categoryPath: [],
  axes: [],
  translations: {},
  priceLevels: {},
  categoryPrices: [],
  customFields: {},
};

/** What is said to be empty has no value in the shop. */
const filled = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

export const customersFromErp = (customers: readonly CustomerChange[]): StoredRecords =>
  recordsByKey(
    customers.map(({ code, contacts = [], deliveryAddresses = [], billingAddress, ...own }) => ({
      code,
      ...nested(own),
      contacts: contacts.map(nested),
      deliveryAddresses: deliveryAddresses.map(nested),
      ...(billingAddress ? { billingAddress: nested(billingAddress) } : {}),
    })),
    ({ code }) => code,
  );

const nested = ({ fields, customFields = {} }: NestedChange<object>) => ({ fields, customFields });

export const rulesFromErp = (rules: readonly PriceRuleChange[]): StoredRecords =>
  recordsByKey(rules, priceRuleKey);

/** What the shop holds, without what it gives itself: ids and dates. */
export async function recordsOfShop(reader: ShopReader) {
  const products = (await Array.fromAsync(reader.products())).flat();
  const customers = (await Array.fromAsync(reader.customers())).flat();
  const rules = (await Array.fromAsync(reader.priceRules())).flat();
  return {
    products: recordsByKey(
      products.map(({ id: _, categoryPrices, ...product }) => ({
        ...product,
        categoryPrices: categoryPrices.toSorted((a, b) => (a.category < b.category ? -1 : 1)),
      })),
      ({ reference }) => reference,
    ),
    customers: recordsByKey(
      customers.flatMap(({ id: _, code, ...customer }) =>
        code === undefined ? [] : [{ code, ...customer }],
      ),
      ({ code }) => code,
    ),
    rules: recordsByKey(
      rules.map(({ seenAt: _, ...rule }) => rule),
      priceRuleKey,
    ),
  };
}

function recordsByKey<Item>(items: readonly Item[], key: (item: Item) => string): StoredRecords {
  return new Map(items.map((item) => [key(item), sortedText(item)]));
}

/** The order of an object's keys means nothing. */
const sortedText = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The keys of the records that are not the same on both sides, with both sides. */
export const unequal = (expected: StoredRecords, found: StoredRecords) =>
  [...new Set([...expected.keys(), ...found.keys()])]
    .filter((key) => expected.get(key) !== found.get(key))
    .map((key) => ({ key, expected: expected.get(key), found: found.get(key) }));
