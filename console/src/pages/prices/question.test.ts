import { expect, test } from 'vitest';
import { quoteBody, readPriceQuestion } from './question.ts';

test('a question without an article is none', () => {
  expect(quoteBody({ customer: 'CCL00001' })).toBeUndefined();
});

test('one buyer, a quantity as people write it', () => {
  const question = { reference: 'A1', quantity: '1,5', customer: 'CCL00001', group: 'Grossistes' };
  expect(quoteBody(question)).toEqual({
    lines: [{ reference: 'A1', quantity: '1.5' }],
    explain: true,
    customer: 'CCL00001',
  });
  expect(quoteBody({ reference: 'A1', group: 'Grossistes', country: 'fr' })).toEqual({
    lines: [{ reference: 'A1', quantity: '1' }],
    explain: true,
    group: 'Grossistes',
    country: 'FR',
  });
});

test('the address may say anything', () => {
  expect(readPriceQuestion({ tab: 'x', reference: 12, quantity: {} })).toEqual({ reference: '12' });
});
