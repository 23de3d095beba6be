import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { CUSTOMERS_LIST_SCHEMA, ordersListSchema, PRODUCTS_LIST_SCHEMA } from './lists.ts';
import { orderSchema } from './order.ts';
import { type ElementRule, violations } from './schema.ts';
import { TEXT_RULES, type TextRule } from './text-rule.ts';

function found(xml: string, rule: ElementRule): string[] {
  const { root } = parseXml(xml);
  return root ? violations(root, rule).map(({ kind, path }) => `${kind} ${path}`) : ['no root'];
}

const ADDRESS = `<pays>FR</pays><lastname/><firstname/><address1/><postcode/><city/>`;
const LINE = `<product><product_reference>A</product_reference><product_quantity>1</product_quantity><product_name/>
<product_price>1.5</product_price><tva_rate>20</tva_rate></product>`;
const AMOUNTS = `<total_discounts>0</total_discounts><total_discounts_tax_incl>0</total_discounts_tax_incl>
<total_discounts_tax_excl>0</total_discounts_tax_excl><total_paid>1.80</total_paid><total_products>1.80</total_products>
<total_products_wt>1.5</total_products_wt><total_shipping>0</total_shipping><carrier_tax_rate>20</carrier_tax_rate>`;
const ORDER = `<connecteur><order><livraison>${ADDRESS}</livraison><facturation>${ADDRESS}</facturation>
<client><id>1</id><lastname/><firstname/><email/></client>
<commande><date_add>2013-03-22 10:09:22</date_add>${AMOUNTS}<livreur/></commande>
<produits>${LINE}${LINE}</produits></order></connecteur>`;

describe('the order', () => {
  it('needs no starred element', () => {
    expect(found(ORDER, orderSchema('v3'))).toEqual([]);
    const old = ORDER.replace('2013-03-22 10:09:22', '22/03/2013');
    expect(found(old, orderSchema('kit-2015'))).toEqual([]);
    expect(found(ORDER, orderSchema('kit-2015'))).toEqual(['format connecteur/order/commande/date_add']);
  });

  it.each([
    ['<livreur/>', '', 'missing connecteur/order/commande/livreur'],
    ['<livreur/>', '<livreur/><livreur/>', 'repeated connecteur/order/commande/livreur'],
    ['<tva_rate>20<', '<tva_rate>20,0<', 'format connecteur/order/produits/product[1]/tva_rate'],
    ['>A<', '> <', 'empty connecteur/order/produits/product[1]/product_reference'],
    ['<livraison><pays>FR<', '<livraison><pays>France<', 'format connecteur/order/livraison/pays'],
  ])('%s made %s is named', (right, wrong, violation) => {
    expect(found(ORDER.replace(right, wrong), orderSchema('v3'))).toEqual([violation]);
  });
});

describe('lists', () => {
  it('may be empty in two spellings', () => {
    expect(found('<connecteur/>', PRODUCTS_LIST_SCHEMA)).toEqual([]);
    expect(found('<connecteur><products_list/></connecteur>', PRODUCTS_LIST_SCHEMA)).toEqual([]);
  });

  it('hold their own entries only', () => {
    const wrong = '<connecteur><products_list><item/></products_list><options_list/></connecteur>';
    expect(found(wrong, PRODUCTS_LIST_SCHEMA)).toEqual([
      'unexpected connecteur/options_list',
      'unexpected connecteur/products_list/item',
    ]);
  });

  it('of orders differ by profile', () => {
    const nested =
      '<connecteur><orders_list><order><id>1</id><current_state>2</current_state></order></orders_list></connecteur>';
    const flat =
      '<connecteur><orders_list><id>1</id><current_state>2</current_state></orders_list><orders_list><id>2</id><current_state>2</current_state></orders_list></connecteur>';
    expect(found(nested, ordersListSchema('v3'))).toEqual([]);
    expect(found(flat, ordersListSchema('kit-2015'))).toEqual([]);
    expect(found(nested, ordersListSchema('kit-2015'))).not.toEqual([]);
    expect(found(flat, ordersListSchema('samples'))).not.toEqual([]);
  });

  it('of customers need both halves', () => {
    const xml = `<connecteur><customers><adresse>${ADDRESS}</adresse></customers></connecteur>`;
    expect(found(xml, CUSTOMERS_LIST_SCHEMA)).toEqual(['missing connecteur/customers/client']);
  });
});

describe('texts', () => {
  it.each<[TextRule, string, boolean]>([
    ['number', '12.50', true],
    ['number', '-1', true],
    ['number', '12,50', false],
    ['number', '1 200.00', false],
    ['number', '12 €', false],
    ['number', '.5', false],
    ['date', '2013-03-22', true],
    ['date', '2013/03/22 10:09:22', true],
    ['date', '2013-02-30', false],
    ['date', '0000-00-00', false],
    ['date', '22/03/2013', false],
    ['day_first_date', '22/03/2013', true],
    ['day_first_date', '03/22/2013', false],
    ['country', 'FR', true],
    ['country', 'fr', false],
    ['country', 'FRA', false],
  ])('%s %s: %s', (rule, text, right) => {
    expect(TEXT_RULES[rule].accepts(text)).toBe(right);
  });
});
