import { describe, expect, it } from 'vitest';
import { paidFromTotals } from '../../domain/order-totals.ts';
import { decimal } from '../../testing/contract/samples.ts';
import { type OrderAmounts, totalsOf } from './order-totals.ts';

const RATES = ['5.5', '20'].map(decimal);

const amounts = (
  changes: Readonly<Record<string, string>> = {},
  more: Partial<OrderAmounts> = {},
): OrderAmounts => ({
  ...{ fullPrice: decimal('129.99'), shippingPrice: decimal('9.99'), shippingTax: decimal('1.665') },
  ...{ paymentPrice: decimal('0'), paymentTax: decimal('0') },
  ...{ discountPrice: decimal('0'), discountTax: decimal('0'), noted: undefined },
  lines: [{ quantity: decimal('2'), price: decimal('50'), tax: decimal('10') }],
  ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, decimal(value)])),
  ...more,
});

describe('an order’s totals', () => {
  it('have shipping whose tax is in it already, and not counted twice', () => {
    expect(totalsOf(amounts(), RATES)).toEqual({
      paid: '129.99',
      productsInclTax: '120',
      productsExclTax: '100',
      shippingInclTax: '9.99',
      shippingTaxRate: '20',
      discountInclTax: '0',
      discountExclTax: '0',
      discountPercent: '0',
    });
  });

  it('take the payment’s fee along, so that the parts add up to what was paid', () => {
    const totals = totalsOf(amounts({ fullPrice: '131.19', paymentPrice: '1.2', paymentTax: '0.2' }), RATES);
    expect(totals).toMatchObject({ shippingInclTax: '11.19', shippingTaxRate: '20', productsInclTax: '120' });
    expect(paidFromTotals(totals)).toBe(totals.paid);
  });

  it('have a payment that costs less than nothing as a discount', () => {
    const free = amounts({
      ...{ fullPrice: '118.8', shippingPrice: '0', shippingTax: '0' },
      ...{ paymentPrice: '-1.2', paymentTax: '-0.2' },
    });
    const totals = totalsOf(free, RATES);
    expect(totals).toMatchObject({
      ...{ shippingInclTax: '0', shippingTaxRate: '0', productsInclTax: '120', productsExclTax: '100' },
      ...{ discountInclTax: '1.2', discountExclTax: '1', discountPercent: '1' },
    });
  });

  it('have a discount including tax, its share without, and in percent', () => {
    const totals = totalsOf(amounts({ fullPrice: '117.99', discountPrice: '12', discountTax: '2' }), RATES);
    expect(totals).toMatchObject({
      ...{ discountInclTax: '12', discountExclTax: '10', discountPercent: '10', productsInclTax: '120' },
      paid: '117.99',
    });
  });

  it('take the order’s own note of its taxes where the lines do not add up', () => {
    const other = amounts({ noted: '21.665' }, { lines: [] });
    expect(totalsOf(other, RATES)).toMatchObject({ productsInclTax: '120', productsExclTax: '100' });
  });

  it('are zero of an order of nothing', () => {
    const nothing = amounts({ fullPrice: '0', shippingPrice: '0', shippingTax: '0' }, { lines: [] });
    expect(new Set(Object.values(totalsOf(nothing, RATES)))).toEqual(new Set(['0']));
  });
});
