import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, moment } from '../../testing/contract/samples.ts';
import { add, ZERO } from '../decimal.ts';
import { totalsFromLines } from '../order-totals.ts';
import { quoteLine, quoteTotals } from './quote.ts';

const cents = (most: number) =>
  fc.integer({ min: 1, max: most }).map((number) => decimal(String(number / 1000)));

const line = (netPrice: string, quantity: string, taxRate: string) =>
  quoteLine({
    question: {
      article: { reference: 'A', categoryPrices: [], priceLevels: {} },
      buyer: { customer: '', group: '' },
      quantity: decimal(quantity),
      currency: '',
      country: '',
      at: moment('2026-06-15 12:00:00'),
    },
    resolved: { netPrice: decimal(netPrice), taxRate: decimal(taxRate), considered: [], conflicts: [] },
    remarks: [],
    rules: 0,
  });

it('a basket has the totals of the order that is made of it, and its parts add up', () => {
  const anyLine = fc.record({
    netUnitPrice: cents(1_000_000),
    quantity: cents(20_000),
    taxRate: fc.constantFrom('20', '10', '5.5', '2.1').map(decimal),
  });
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (lines) => {
      const quoted = lines.map(({ netUnitPrice, quantity, taxRate }) =>
        line(netUnitPrice, quantity, taxRate),
      );
      const totals = quoteTotals(quoted);
      const order = totalsFromLines(lines, {
        shippingInclTax: ZERO,
        shippingTaxRate: ZERO,
        discountInclTax: ZERO,
      });
      expect([totals.netTotal, totals.grossTotal]).toEqual([order.productsExclTax, order.productsInclTax]);
      const together = totals.taxes.reduce((sum, { net, tax }) => add(sum, add(net, tax)), ZERO);
      expect(together).toBe(totals.grossTotal);
    }),
  );
});

it('rounds once, from the exact product', () => {
  // 0.0049996 rounded to six places first would become 0.005, and that a cent.
  expect(line('0.0049996', '1', '0').grossTotal).toBe('0');
  expect(line('0.0041666', '1', '20').grossTotal).toBe('0');
  expect(line('0.005', '1', '20')).toMatchObject({ netTotal: '0.01', grossTotal: '0.01' });
});
