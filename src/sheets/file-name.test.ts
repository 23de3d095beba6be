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

test.each([
  ['SDK_1_Produits_modif_avant.xsl', 'update_product', 'request'],
  ['sdk1_article_ajout_avant.xslt', 'add_product', 'request'],
  ['SDK_1_product_options_edit_before.xsl', 'update_option', 'request'],
  ['SDK_1_ProductOption_add_before.xsl', 'add_option', 'request'],
  ['SDK_1_déclinaisons_édit_before.xsl', 'update_option', 'request'],
  ['SDK_1_Commandes_lecture_après.xsl', 'orders', 'reply'],
  ['SDK-7-orders-get-after.xsl', 'orders', 'reply'],
  ['SDK_1_factures_add_before.xsl', 'add_order', 'request'],
  ['SDK_1_suivi_add_before.xsl', 'add_tracking', 'request'],
])('%s is one of %s', (name, resource, moment) => {
  expect(sheetPlace(name)).toMatchObject({ resource, moment });
});

test('a plain name is that of the wire’s message', () => {
  expect(sheetPlace('update_product.request.xsl')).toMatchObject({
    resource: 'update_product',
    moment: 'request',
  });
  expect(sheetPlace('orders.reply.xsl')).toMatchObject({ resource: 'orders', moment: 'reply' });
});

test.each([
  ['orders.replay.xsl', 'orders.reply.xsl, orders.request.xsl'],
  ['updateproduct.request.xsl', 'update_product.request.xsl, add_product.request.xsl'],
  ['SDK_4_product_edit_befor.xsl', 'SDK_4_products_edit_before.xsl'],
  ['shared.xsl', 'SDK_ID_products_edit_before.xsl, orders.reply.xsl'],
  ['constructor.request.xsl', 'SDK_ID_products_edit_before.xsl, orders.reply.xsl'],
  ['SDK_1_constructor_add_before.xsl', 'SDK_1_products_add_before.xsl'],
  ['SDK_1_documents_get_after.xsl', 'SDK_1_orders_get_after.xsl'],
])('%s is no name: the nearest is told', (name, expected) => {
  const nearest = expect.stringContaining(expected);
  expect(() => sheetPlace(name)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ reason: 'sheet_name_unknown', expected: nearest }),
    }),
  );
});

test.each([
  ['add_grilles.request.xsl', 'add_grilles', 'beforePriceRule'],
  ['SDK_1_products_get_after.xsl', 'products_list', 'afterListedProduct'],
  ['SDK_1_customers_add_before.xsl', 'add_customer', 'beforeCustomer'],
  ['SDK_1_tiers_edit_before.xsl', 'add_customer', 'beforeCustomer'],
  ['SDK_1_specific_prices_add_before.xsl', 'add_grilles', 'beforePriceRule'],
  ['SDK_1_specificprice_add_before.xsl', 'add_grilles', 'beforePriceRule'],
])('%s: what streams has no sheets', (file, value, expected) => {
  expect(() => sheetPlace(file)).toThrow(
    expect.objectContaining({ problem: { reason: 'sheet_streams', file, value, expected } }),
  );
});
