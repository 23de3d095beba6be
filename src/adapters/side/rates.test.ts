import { describe, expect, it } from 'vitest';
import { decimal } from '../../testing/contract/samples.ts';
import { rateOf } from './rates.ts';

describe('a rate from an amount and its tax', () => {
  const rates = ['0', '2.1', '5.5', '10', '20'].map(decimal);

  it.each([
    ['8.325', '1.665', '20'],
    ['8.33', '1.66', '20'],
    ['1.99', '0.11', '5.5'],
    ['100', '19.6', '19.6'],
    ['100', '0', '0'],
    ['0', '0', '0'],
  ])('%s and %s: %s %%', (net, tax, rate) => {
    expect(rateOf(decimal(net), decimal(tax), rates)).toBe(rate);
  });
});
