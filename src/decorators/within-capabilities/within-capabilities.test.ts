import { describe, expect, it } from 'vitest';
import type { ProductChange } from '../../domain/product.ts';
import { ALL_CAPABILITIES, type Capabilities } from '../../shop/capabilities.ts';
import { decorate } from '../../shop/decorate.ts';
import type { BulkResult, PriceRuleBatch } from '../../shop/shop.ts';
import { decimal, PNG, priceRule } from '../../testing/contract/samples.ts';
import { decoratorContract, shopContract } from '../../testing/contract.ts';
import { createMemoryShop } from '../../testing/memory-shop.ts';
import { createModestShop } from './testing/modest-shop.ts';
import { withinCapabilities } from './within-capabilities.ts';

/** As HikaShop's tables are: exact prices, whole stocks, references in any case, neither EAN nor ecotax. */
const HIKASHOP: Capabilities = {
  ...ALL_CAPABILITIES,
  productFields: [
    ...(['name', 'description', 'metaTitle', 'metaDescription', 'metaKeywords'] as const),
    ...(['netPrice', 'taxRate', 'stock', 'weight', 'width', 'height', 'depth', 'active'] as const),
  ],
  emptyFields: ['description', 'metaTitle', 'metaDescription', 'metaKeywords', 'netPrice', 'taxRate'],
  digits: {
    money: { precision: 17, scale: 5 },
    stock: { precision: 10, scale: 0 },
    measures: { precision: 12, scale: 3 },
  },
  longest: { name: 255, reference: 255, category: 255, axis: 255 },
  references: 'caseless',
  priceLevels: [2, 3],
  categoryPrices: false,
  translations: false,
  customFields: false,
  images: false,
  orderFields: ['currency', 'vatNumber', 'company', 'address2', 'phone'],
  tracking: false,
  customers: false,
  priceRules: false,
  salesDocuments: false,
};

/** As Thelia 1 is: no variants of ours, one category, texts in several languages, no memory of an order's states. */
const THELIA: Capabilities = {
  ...HIKASHOP,
  productFields: [
    'name',
    'description',
    'shortDescription',
    'netPrice',
    'ecotax',
    'taxRate',
    'stock',
    'active',
  ],
  emptyFields: ['description', 'shortDescription'],
  references: 'exact',
  categoryLevels: 0,
  priceLevels: [],
  variants: false,
  translations: true,
  orderHistory: false,
};

/** Two levels of categories, and nothing else that is special. */
const TWO_LEVELS: Capabilities = { ...HIKASHOP, categoryLevels: 2 };

for (const [name, capabilities] of Object.entries({ HIKASHOP, THELIA, TWO_LEVELS })) {
  shopContract(`a shop that keeps less (${name})`, async () => {
    let time = Date.UTC(2026, 0, 1);
    const { shop, reader, seed } = createModestShop(capabilities, { now: () => new Date(time) });
    return {
      shop: withinCapabilities(shop),
      reader,
      seed,
      offerOrderAgain: seed.offerOrderAgain,
      passTime: (seconds) => {
        time += seconds * 1000;
      },
      close: () => shop.close(),
    };
  });
}

decoratorContract('a shop within its capabilities', (inner) =>
  withinCapabilities(decorate(inner, { capabilities: { ...HIKASHOP, customers: true, priceRules: true } })),
);

async function* message<Batch>(...batches: readonly Batch[]): AsyncGenerator<Batch> {
  yield* batches;
}

const lessThan = (changes: Partial<Capabilities>): Capabilities => ({ ...ALL_CAPABILITIES, ...changes });

describe('a shop within its capabilities', () => {
  it('is the shop itself when it can do everything: nothing stands in the way of a call', () => {
    const { shop } = createMemoryShop();
    expect(withinCapabilities(shop)).toBe(shop);
  });

  it('leaves nothing out of what it keeps, to the last part', async () => {
    const { shop } = createMemoryShop();
    const seen: ProductChange[] = [];
    const inner = decorate(shop, {
      capabilities: lessThan({ productFields: ['name', 'netPrice'], priceLevels: [3], images: false }),
      saveProduct(change, operation) {
        seen.push(change);
        return shop.saveProduct(change, operation);
      },
    });
    const result = await withinCapabilities(inner).saveProduct(
      {
        reference: 'P',
        fields: { name: 'N', stock: decimal('1'), netPrice: null },
        categoryPath: ['A'],
        translations: { de: { name: 'D', description: 'x' } },
        priceLevels: { 2: decimal('2'), 3: null },
        customFields: { xx_a: '1' },
        image: PNG,
        variants: [
          {
            reference: 'V',
            axes: [{ name: 'T', value: 'L' }],
            fields: { stock: decimal('5'), netPrice: null },
          },
        ],
      },
      'add_product',
    );
    expect(seen).toEqual([
      {
        reference: 'P',
        fields: { name: 'N', netPrice: null },
        categoryPath: ['A'],
        translations: { de: { name: 'D' } },
        priceLevels: { 3: null },
        customFields: { xx_a: '1' },
        variants: [{ reference: 'V', axes: [{ name: 'T', value: 'L' }], fields: { netPrice: null } }],
      },
    ]);
    expect(result.warnings.map(({ record, field }) => `${record} ${field}`)).toEqual([
      'P stock',
      'P translations.de.description',
      'P priceLevels.2',
      'P image',
      'V stock',
    ]);
  });

  it('takes its own fields out of customers alone, and counts every one', async () => {
    const { shop, reader } = createMemoryShop();
    const inner = decorate(shop, { capabilities: lessThan({ customFields: false }) });
    const nested = { fields: { phone: '1' }, customFields: { xx_a: '1' } };
    const customers = Array.from({ length: 60 }, (_, index) => ({
      code: `C${index}`,
      ...nested,
      contacts: [nested],
      billingAddress: nested,
    }));
    const result = await withinCapabilities(inner).saveCustomers(message(customers));
    expect(result).toMatchObject({ created: 60, warningCount: 180 });
    expect(result.warnings).toHaveLength(100);
    const [first] = (await Array.fromAsync(reader.customers())).flat();
    const kept = { fields: { phone: '1' }, customFields: {} };
    expect(first).toMatchObject({ ...kept, contacts: [kept], billingAddress: kept });
  });

  it('rounds price rules, and refuses the ones that are too large without retiring them', async () => {
    const { shop, reader } = createMemoryShop();
    const inner = decorate(shop, {
      capabilities: lessThan({ digits: { money: { precision: 6, scale: 2 } } }),
    });
    const within = withinCapabilities(inner);
    const rule = (value: string, changes: Parameters<typeof priceRule>[0] = {}) =>
      priceRule({ customer: '', kind: 'price', value: decimal(value), ...changes });
    const send = (rules: PriceRuleBatch['rules']): Promise<BulkResult> =>
      within.savePriceRules(message({ rules, keep: [] }), 'full');
    await send([rule('1', { reference: 'A' }), rule('2', { reference: 'B' })]);
    const result = await send([
      rule('12345', { reference: 'A' }),
      rule('3.456', { reference: 'C', options: { basePrice: decimal('9.999') } }),
      rule('7.123', { reference: 'D', kind: 'percent_off' }),
    ]);
    expect(result).toMatchObject({ created: 2, retired: 1, refusedCount: 1 });
    expect(result.refused[0]).toMatchObject({
      reason: 'number_too_large',
      record: 'A',
      value: '12345',
      limit: 4,
    });
    expect(result.warnings.filter(({ reason }) => reason === 'number_rounded')).toEqual([
      expect.objectContaining({ record: 'C', field: 'value', value: '3.456', expected: '3.46' }),
      expect.objectContaining({ record: 'C', field: 'basePrice', value: '9.999', expected: '10' }),
    ]);
    const stored = (await Array.fromAsync(reader.priceRules())).flat();
    expect(
      stored.map(({ reference, value, retiredAt }) => [reference, value, retiredAt === undefined]),
    ).toEqual([
      ['A', '1', true],
      ['B', '2', false],
      ['C', '3.46', true],
      ['D', '7.123', true],
    ]);
  });
});
