import { describe, expect, test } from 'vitest';
import { type Decimal, parseDecimal, ZERO } from './decimal.ts';
import { checkSums, type SaidLine, type SaidSums } from './order-sums.ts';

function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(`no decimal: ${text}`);
  return parsed;
}

const line = (
  netUnitPrice: string,
  quantity = '1',
  taxRate = '20',
  totals: Partial<SaidLine> = {},
): SaidLine => ({
  netUnitPrice: decimal(netUnitPrice),
  quantity: decimal(quantity),
  taxRate: decimal(taxRate),
  ...totals,
});

type Amounts = Partial<Record<Exclude<keyof SaidSums, 'lines' | 'taxes'>, string>>;

function sums(lines: readonly SaidLine[], amounts: Amounts = {}, taxes?: SaidSums['taxes']): SaidSums {
  const said = Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, decimal(text)]));
  const charges = { shippingInclTax: ZERO, shippingTaxRate: ZERO, discountInclTax: ZERO };
  return { paid: ZERO, ...charges, ...said, lines, ...(taxes && { taxes }) };
}

const differing = (said: SaidSums): readonly string[] =>
  checkSums(said).differences.map(({ field, expected, got }) => `${field}: ${expected}, not ${got}`);

// 24.98 and 29.97; 9.48 and 10.
const BASKET = [line('8.325', '3'), line('9.4787', '1', '5.5')];

describe('what is not said follows from the lines', () => {
  test('each line rounded to the cent', () => {
    const said = sums(BASKET, {
      paid: '45.07',
      shippingInclTax: '5.9',
      shippingTaxRate: '20',
      discountInclTax: '0.8',
    });
    expect(checkSums(said)).toEqual({
      totals: {
        paid: '45.07',
        productsExclTax: '34.46',
        productsInclTax: '39.97',
        shippingInclTax: '5.9',
        shippingTaxRate: '20',
        discountInclTax: '0.8',
        discountExclTax: '0.69',
        discountPercent: '2',
      },
      differences: [],
    });
  });

  test('of no value, nothing is divided by 0', () => {
    expect(checkSums(sums([line('0')])).totals).toMatchObject({
      discountExclTax: '0',
      discountPercent: '0',
      paid: '0',
    });
  });
});

test('every difference is named, with what was expected and what came', () => {
  const lines = [
    line('8.325', '3', '20', { netTotal: decimal('24.97'), grossTotal: decimal('29.97') }),
    line('9.4787', '1', '5.5', { grossTotal: decimal('10.01') }),
  ];
  const amounts = {
    paid: '45.08',
    productsExclTax: '34.45',
    productsInclTax: '39.98',
    shippingInclTax: '5.905',
    discountInclTax: '0.8',
    discountExclTax: '0.81',
    discountPercent: '3',
  };
  expect(differing(sums(lines, amounts))).toEqual([
    'lines[0].netTotal: 24.98, not 24.97',
    'lines[1].grossTotal: 10, not 10.01',
    'totals.productsExclTax: 34.46, not 34.45',
    'totals.productsInclTax: 39.97, not 39.98',
    'totals.discountExclTax: 0.69, not 0.81',
    'totals.discountPercent: 2, not 3',
    'totals.paid: 45.075, not 45.08',
    'totals.shippingInclTax: 5.91, not 5.905',
  ]);
});

describe('taxes by rate', () => {
  const paid = { paid: '39.97' };
  const share = (rate: string, net: string, tax: string) => ({
    rate: decimal(rate),
    net: decimal(net),
    tax: decimal(tax),
  });

  test('agree with the lines of each rate, in any order', () => {
    const taxes = [share('5.5', '9.48', '0.52'), share('20', '24.98', '4.99')];
    expect(differing(sums(BASKET, paid, taxes))).toEqual([]);
  });

  test('of a rate that no line has, twice of one, or left out, are differences', () => {
    expect(differing(sums(BASKET, paid, [share('20', '24.98', '4.98'), share('10', '1', '0')]))).toEqual([
      'taxes[0].tax: 4.99, not 4.98',
      'taxes[1].net: 0, not 1',
      'taxes[2].rate: 5.5, not ',
    ]);
    const twice = [share('20', '24.98', '4.99'), share('20', '24.98', '4.99'), share('5.5', '9.48', '0.52')];
    expect(differing(sums(BASKET, paid, twice))).toEqual([
      'taxes[1].net: 0, not 24.98',
      'taxes[1].tax: 0, not 4.99',
    ]);
  });
});

describe('both ways of rounding', () => {
  const lines = [line('0.04'), line('0.04')];
  test.each([
    ['each line', { paid: '0.1', productsExclTax: '0.08', productsInclTax: '0.1' }],
    ['each rate', { paid: '0.1', productsExclTax: '0.08' }],
  ])('%s', (_, amounts) => {
    expect(differing(sums(lines, amounts))).toEqual([]);
  });

  test('one of them throughout', () => {
    const many = Array.from({ length: 5 }, () => line('0.014'));
    expect(checkSums(sums(many, { paid: '0.1' })).totals).toMatchObject({
      productsExclTax: '0.05',
      paid: '0.1',
    });
    expect(checkSums(sums(many, { paid: '0.08' })).totals).toMatchObject({
      productsExclTax: '0.07',
      paid: '0.08',
    });
    expect(differing(sums(many, { paid: '0.08', productsExclTax: '0.05' }))).toEqual([
      'totals.paid: 0.1, not 0.08',
    ]);
  });
});

describe('a discount', () => {
  test('may be on lines of one rate only', () => {
    const amounts = { paid: '29.97', discountInclTax: '10', discountPercent: '25.02' };
    for (const discountExclTax of ['8.33', '9.48', '9'])
      expect(checkSums(sums(BASKET, { ...amounts, discountExclTax }))).toMatchObject({
        totals: { discountExclTax },
        differences: [],
      });
    expect(differing(sums(BASKET, { ...amounts, discountExclTax: '8.32' }))).toEqual([
      'totals.discountExclTax: 8.62, not 8.32',
    ]);
  });

  test('keeps the percentage that it was made from', () => {
    const amounts = { paid: '17.99', discountInclTax: '2', discountPercent: '10' };
    expect(checkSums(sums([line('16.66')], amounts))).toMatchObject({
      totals: { discountPercent: '10' },
      differences: [],
    });
  });
});
