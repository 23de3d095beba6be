import { parseXml } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { judgeAmounts } from './order-amounts.ts';

const LINE = `<product><product_quantity>2</product_quantity><product_price>10.00</product_price><tva_rate>20</tva_rate></product>`;

const order = (heading: Record<string, string>, lines = LINE): string[] => {
  const right = {
    total_products: '24.00',
    total_products_wt: '20.00',
    total_shipping: '6',
    total_discounts_tax_incl: '3.00',
    total_paid: '27.00',
  };
  const amounts = Object.entries({ ...right, ...heading }).map(
    ([name, text]) => `<${name}>${text}</${name}>`,
  );
  const { root } = parseXml(
    `<order><commande>${amounts.join('')}</commande><produits>${lines}</produits></order>`,
  );
  return root ? judgeAmounts(root).map(({ id, ok }) => `${id} ${ok}`) : [];
};

test('right sums hold', () => {
  expect(order({})).toEqual(['orders.totals true', 'orders.tax-included true', 'orders.lines-sum true']);
});

test.each([
  [{ total_paid: '27.01' }, 'orders.totals false'],
  [{ total_products_wt: '24.00', total_products: '20.00', total_paid: '23' }, 'orders.tax-included false'],
  [{ total_products: '20.00', total_paid: '23' }, 'orders.tax-included false'],
  [{ total_products_wt: '20.02' }, 'orders.lines-sum false'],
])('%j: %s', (heading, judgement) => {
  expect(order(heading)).toContain(judgement);
});

test('a cent a line is rounding, and what lacks a number is not judged', () => {
  expect(order({ total_products_wt: '20.01' })).toContain('orders.lines-sum true');
  expect(order({ total_paid: '' })).toEqual(['orders.tax-included true', 'orders.lines-sum true']);
  expect(order({}, LINE.replace('20<', '<'))).toEqual(['orders.totals true']);
});

test('an order without tax may have equal totals', () => {
  const untaxed = LINE.replace('<tva_rate>20', '<tva_rate>0');
  expect(order({ total_products: '20.00', total_paid: '23.00' }, untaxed)).toContain(
    'orders.tax-included true',
  );
});
