import { describe, expect, it } from 'vitest';
import type { CustomerChange } from '../../../domain/customer.ts';
import type { OrderToImport } from '../../../domain/order.ts';
import type { ProductChange } from '../../../domain/product.ts';
import { decimal, order, priceRule } from '../../../testing/contract/samples.ts';
import { tryHooks } from '../try-hooks.ts';
import { compileFieldMaps } from './compile.ts';
import type { FieldMap } from './field-map.ts';

const product = async (
  maps: readonly FieldMap[],
  change: Partial<ProductChange>,
  message: 'add_product' | 'update_product' = 'update_product',
) => {
  const { passage } = await tryHooks({ reference: 'A', fields: {}, ...change }, 'beforeProduct', {
    transformation: { hooks: compileFieldMaps({ products: maps }), timeoutMs: 1000 },
    context: { shop: 'shop', operation: 'saveProduct', message },
  });
  if (passage.kind === 'passed') return passage.value;
  return passage.problem;
};

const orderWith = async (maps: readonly FieldMap[], changes: Partial<OrderToImport> = {}) => {
  const { passage } = await tryHooks({ ...order('1'), ...changes }, 'afterOrder', {
    transformation: { hooks: compileFieldMaps({ orders: maps }), timeoutMs: 1000 },
    context: { shop: 'shop', operation: 'readOrder' },
  });
  if (passage.kind !== 'passed') throw new Error(JSON.stringify(passage.problem));
  return passage.value;
};

describe('a map of products', () => {
  it('takes a custom field to a field; it does not stay, unless it is to', async () => {
    const change = { customFields: { xx_ean: '3760123456789', xx_b: 'b' } };
    const map = { from: 'xx_ean', to: 'ean13' };
    expect(await product([map], change)).toEqual({
      reference: 'A',
      fields: { ean13: '3760123456789' },
      customFields: { xx_b: 'b' },
    });
    expect(await product([{ ...map, keep: true }], change)).toMatchObject({
      ...change,
      fields: { ean13: '3760123456789' },
    });
  });

  it('reads what came, whatever other maps do', async () => {
    const maps = [
      { from: 'xx_a', to: 'upc' },
      { from: 'xx_a', to: 'xx_b' },
      { from: 'xx_b', to: 'xx_a' },
    ];
    expect(await product(maps, { customFields: { xx_a: '1', xx_b: '2' } })).toEqual({
      reference: 'A',
      fields: { upc: '1' },
      customFields: { xx_b: '1', xx_a: '2' },
    });
  });

  it('leaves untouched what is not said, and clears what is said to be empty', async () => {
    const map = { from: 'xx_ean', to: 'ean13' };
    const untouched = { reference: 'A', fields: {} };
    expect(await product([map], {})).toEqual(untouched);
    expect(await product([map], { customFields: { xx_ean: null } })).toMatchObject({
      fields: { ean13: null },
    });
  });

  it('has a default for what is empty or not in its table; for what is absent, of a new product only', async () => {
    const map = { from: 'xx_brand', to: 'xx_marque', table: { A: 'Acme' }, default: 'Other' };
    const marque = (customFields: Record<string, string | null>, message?: 'add_product') =>
      product([map], { customFields }, message).then((change) =>
        'customFields' in change ? change.customFields : change,
      );
    expect(await marque({ xx_brand: 'A' })).toEqual({ xx_marque: 'Acme' });
    expect(await marque({ xx_brand: 'B' })).toEqual({ xx_marque: 'Other' });
    expect(await marque({ xx_brand: null })).toEqual({ xx_marque: 'Other' });
    expect(await marque({})).toEqual({});
    expect(await marque({}, 'add_product')).toEqual({ xx_marque: 'Other' });
  });

  it('refuses what is not in its table, or no such value', async () => {
    const cases: readonly (readonly [FieldMap, string, object])[] = [
      [
        { from: 'xx_a', to: 'upc', table: { x: '1', y: '2' } },
        'z',
        { reason: 'not_in_list', value: 'z', expected: 'x, y' },
      ],
      [{ from: 'xx_a', to: 'stock' }, 'many', { reason: 'not_a_number', value: 'many' }],
      [{ from: 'xx_a', to: 'active' }, 'perhaps', { reason: 'not_a_boolean' }],
      [{ from: 'xx_a', to: 'xx_b', date: 'dd/mm/yyyy' }, 'soon', { reason: 'not_a_date' }],
    ];
    for (const [map, xx_a, problem] of cases)
      expect(await product([map], { customFields: { xx_a } })).toMatchObject({
        ...problem,
        field: 'xx_a',
        record: 'A',
        hook: 'fieldMaps.products',
      });
  });

  it('reads and writes numbers, dates, booleans, price levels', async () => {
    const maps: readonly FieldMap[] = [
      { from: 'xx_grams', to: 'weight', number: { factor: '0.001', places: 2 } },
      { from: 'netPrice', to: 'priceLevels.2', number: { factor: '0.9', places: 2 } },
      { from: 'netPrice', to: 'xx_price', number: { places: 2, separator: ',' } },
      { from: 'xx_dlc', to: 'xx_until', date: 'dd/mm/yy hh:min' },
      { from: 'xx_on', to: 'active' },
      { to: 'upc', value: '42' },
    ];
    const customFields = { xx_grams: '1 234,5', xx_dlc: '2026-03-22 10:09', xx_on: 'oui' };
    expect(await product(maps, { fields: { netPrice: decimal('10.5') }, customFields })).toEqual({
      reference: 'A',
      fields: { netPrice: '10.5', weight: '1.23', active: true, upc: '42' },
      priceLevels: { 2: '9.45' },
      customFields: { xx_price: '10,50', xx_until: '22/03/26 10:09' },
    });
  });
});

describe('a map of orders', () => {
  it('sets fields and own nodes, of each line too', async () => {
    const mapped = await orderWith([
      { to: 'customer.erpCode', value: 'WEB' },
      { from: 'carrier', to: 'excluded', table: { Retrait: '1' }, default: '0' },
      { from: 'billing.vatNumber', to: 'client/siret' },
      { from: 'placedAt', to: 'commande/jour', date: 'yyyymmdd' },
      { from: 'lines.name', to: 'produits/*/libelle' },
      { from: 'lines.reference', to: 'lines.name' },
      { to: 'produits/*/depot', value: 'D1' },
      { from: 'customFields.nothing', to: 'xx_none', default: 'none' },
    ]);
    expect(mapped).toMatchObject({
      excluded: false,
      customer: { id: '77', erpCode: 'WEB' },
      lines: [{ name: 'AB 12/L', quantity: '2' }],
    });
    expect(mapped.customFields).toEqual({
      'client/siret': 'FR40303265045',
      'commande/jour': '20260322',
      'produits/1/libelle': 'Figurine <L>',
      'produits/1/depot': 'D1',
      xx_none: 'none',
    });
  });
});

describe('a map of what is within a record', () => {
  const axes = [{ name: 'Taille', value: 'L' }];
  const variant = (reference: string, netPrice?: string) => ({
    reference,
    axes,
    fields: netPrice === undefined ? {} : { netPrice: decimal(netPrice) },
  });

  it('goes through the variants in a gamme, each by itself', async () => {
    const map = { from: 'variants.netPrice', to: 'variants.netPrice', number: { factor: '0.5' } };
    const changed = await product([map], { variants: [variant('A1', '3'), variant('A2')] });
    expect(changed).toMatchObject({ variants: [variant('A1', '1.5'), variant('A2')] });
    expect(await product([map], {})).toEqual({ reference: 'A', fields: {} });
  });

  it('goes through contacts and delivery addresses, and makes no billing address', async () => {
    const customers: readonly FieldMap[] = [
      { from: 'contacts.phone', to: 'contacts.mobile' },
      { from: 'deliveryAddresses.country', to: 'deliveryAddresses.country', table: { FRANCE: 'FR' } },
      { value: 'FR', to: 'billingAddress.country' },
    ];
    const pass = async (change: Partial<CustomerChange>) => {
      const { passage } = await tryHooks({ code: 'C', fields: {}, ...change }, 'beforeCustomer', {
        transformation: { hooks: compileFieldMaps({ customers }), timeoutMs: 1000 },
        context: { shop: 'shop', operation: 'saveCustomers' },
      });
      return passage.kind === 'passed' ? passage.value : passage.problem;
    };
    expect(
      await pass({
        contacts: [{ fields: { phone: '1' } }, { fields: { name: 'N' } }],
        deliveryAddresses: [{ fields: { country: 'FRANCE' } }],
        billingAddress: { fields: { city: 'Metz' } },
      }),
    ).toEqual({
      code: 'C',
      fields: {},
      contacts: [{ fields: { phone: '1', mobile: '1' } }, { fields: { name: 'N' } }],
      deliveryAddresses: [{ fields: { country: 'FR' } }],
      billingAddress: { fields: { city: 'Metz', country: 'FR' } },
    });
    expect(await pass({})).toEqual({ code: 'C', fields: {} });
  });

  it('changes a price rule, whose empty texts stay empty', async () => {
    const priceRules: readonly FieldMap[] = [
      { from: 'group', to: 'group', table: { R: 'Revendeurs' } },
      { from: 'value', to: 'value', number: { places: 2 } },
      { from: 'currency', to: 'currency', default: 'EUR' },
    ];
    const pass = async (changes: Parameters<typeof priceRule>[0]) => {
      const { passage } = await tryHooks(priceRule(changes), 'beforePriceRule', {
        transformation: { hooks: compileFieldMaps({ priceRules }), timeoutMs: 1000 },
        context: { shop: 'shop', operation: 'savePriceRules' },
      });
      return passage.kind === 'passed' ? passage.value : passage.problem;
    };
    const came = { group: 'R', value: decimal('1.239'), currency: '' };
    expect(await pass(came)).toEqual(
      priceRule({ group: 'Revendeurs', value: decimal('1.24'), currency: 'EUR' }),
    );
    expect(await pass({ group: '' })).toMatchObject({ group: '' });
    expect(await pass({ group: 'X' })).toMatchObject({ reason: 'not_in_list', field: 'group', value: 'X' });
  });
});
