import { describe, expect, it } from 'vitest';
import { paidFromTotals } from '../../../domain/order-totals.ts';
import { decimal } from '../../../testing/contract/samples.ts';
import { totalsOf } from '../../side/order-totals.ts';
import { amountsOf, type StoredAmounts } from './amounts.ts';

const RATES = ['5.5', '20'].map(decimal);
const LINE = { quantity: decimal('2'), price: decimal('50'), tax: decimal('10') };

const stored = (changes: Readonly<Record<string, string>>, lines = [LINE]): StoredAmounts => ({
  ...{ total: decimal('129.99'), tax: decimal('21.665') },
  ...{ shipment: decimal('8.325'), shipmentTax: decimal('1.665') },
  ...{ payment: decimal('0'), paymentTax: decimal('0'), coupon: decimal('0'), lines },
  ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, decimal(value)])),
});
const totals = (changes: Readonly<Record<string, string>> = {}, lines = [LINE]) =>
  totalsOf(amountsOf(stored(changes, lines)), RATES);

describe('an order’s amounts', () => {
  it('have shipping and its tax, once', () => {
    expect(totals()).toMatchObject({
      ...{ paid: '129.99', shippingInclTax: '9.99', shippingTaxRate: '20' },
      ...{ productsInclTax: '120', productsExclTax: '100', discountInclTax: '0' },
    });
  });

  it.each(['-12', '12'])('have a coupon of %s as a discount, and its share of the tax', (coupon) => {
    const read = totals({ total: '117.99', tax: '19.665', coupon });
    expect(read).toMatchObject({ discountInclTax: '12', discountExclTax: '10', productsInclTax: '120' });
    expect(paidFromTotals(read)).toBe(read.paid);
  });

  it('have what the shop’s rules took off the whole bill as a discount too', () => {
    const read = totals({ total: '123.99', tax: '20.665' });
    expect(read).toMatchObject({ discountInclTax: '6', discountExclTax: '5', productsInclTax: '120' });
  });

  it('take the payment’s fee along', () => {
    const read = totals({ total: '131.19', tax: '21.865', payment: '1', paymentTax: '0.2' });
    expect(read).toMatchObject({ shippingInclTax: '11.19', productsInclTax: '120', discountInclTax: '0' });
  });

  it('take no cents of rounding for a discount', () => {
    const lines = [{ quantity: decimal('3'), price: decimal('33.331'), tax: decimal('6.666') }];
    expect(totals({ total: '129.98', tax: '21.66' }, lines)).toMatchObject({ discountInclTax: '0' });
  });

  it('are zero of an order of nothing, with a coupon too', () => {
    const nothing = { total: '0', tax: '0', shipment: '0', shipmentTax: '0' };
    expect(new Set(Object.values(totals(nothing, [])))).toEqual(new Set(['0']));
    expect(totals({ ...nothing, coupon: '-5' }, [])).toMatchObject({ paid: '0', discountInclTax: '5' });
  });
});
