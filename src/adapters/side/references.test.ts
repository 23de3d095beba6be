import { expect, test } from 'vitest';
import { byReference, folded } from './references.ts';

const row = (reference: string) => ({ reference });

test('references in any case are one', () => {
  const found = byReference(['ab 12/L', 'X'], [row('AB 12/l')]);
  expect(found.get(folded('ab 12/L'))).toEqual(row('AB 12/l'));
  expect(found.get(folded('X'))).toBeUndefined();
});

test.each([
  [['É1'], 'E1', 'É1'],
  [['X', 'été'], 'ete', 'été'],
  [['strasse'], 'straße', 'strasse'],
])('%j finds %s: another article’s, refused', (wanted, stored, record) => {
  expect(() => byReference(wanted, [row(stored)])).toThrow(
    expect.objectContaining({
      problem: { reason: 'reference_collides', entity: 'product', record, value: stored },
    }),
  );
});

test('what is looked for under both spellings is no other article’s', () => {
  const found = byReference(['É1', 'E1'], [row('E1')]);
  expect([found.has(folded('E1')), found.has(folded('É1'))]).toEqual([true, false]);
});
