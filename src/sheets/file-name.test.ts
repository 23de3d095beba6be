import { expect, test } from 'vitest';
import { sheetPlace } from './file-name.ts';

test('E-connecteur’s names say request and moment', () => {
  const place = (name: string) => sheetPlace(name);
  expect(place('SDK_12_products_edit_before.xsl')).toEqual({
    resource: 'update_product',
    moment: 'request',
    rank: 12,
  });
  expect(place('SDK_1_produit_add_before.xsl')).toMatchObject({ resource: 'add_product', moment: 'request' });
  expect(place('sdk_3_Combinations_Edit_Before.XSL')).toMatchObject({ resource: 'update_option' });
  expect(place('SDK_2_orders_get_after.xsl')).toEqual({ resource: 'orders', moment: 'reply', rank: 2 });
  expect(place('SDK_2_commandes_edit_before.xslt')).toMatchObject({ resource: 'set_order_exported' });
});

test('a plain name is that of the wire’s message', () => {
  expect(sheetPlace('update_product.request.xsl')).toMatchObject({
    resource: 'update_product',
    moment: 'request',
  });
  expect(sheetPlace('orders.reply.xsl')).toMatchObject({ resource: 'orders', moment: 'reply' });
});

test.each([
  ['orders.replay.xsl', 'orders.reply.xsl'],
  ['updateproduct.request.xsl', 'update_product.request.xsl'],
  ['SDK_4_product_edit_befor.xsl', 'SDK_4_products_edit_before.xsl'],
  ['shared.xsl', 'SDK_ID_products_edit_before.xsl, orders.reply.xsl'],
  ['constructor.request.xsl', 'SDK_ID_products_edit_before.xsl, orders.reply.xsl'],
  ['SDK_1_constructor_add_before.xsl', 'SDK_1_products_add_before.xsl'],
])('%s is no name: the nearest is told', (name, expected) => {
  expect(() => sheetPlace(name)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ reason: 'sheet_name_unknown', expected }) }),
  );
});

test.each([
  ['add_grilles.request.xsl', 'add_grilles', 'beforePriceRule'],
  ['SDK_1_products_get_after.xsl', 'products_list', 'afterListedProduct'],
  ['SDK_1_customers_add_before.xsl', 'add_customer', 'beforeCustomer'],
])('%s: what streams has no sheets', (file, value, expected) => {
  expect(() => sheetPlace(file)).toThrow(
    expect.objectContaining({ problem: { reason: 'sheet_streams', file, value, expected } }),
  );
});
