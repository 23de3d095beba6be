import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest, editDistance } from './closest.ts';

test('a typing error finds its name, something else finds nothing', () => {
  expect(closest('prot', ['host', 'port'])).toBe('port');
  expect(closest('timezone', ['timeZone', 'name'])).toBe('timeZone');
  expect(closest('zzz', ['host', 'port'])).toBeUndefined();
});

test('the distance is 0 only to itself, the same both ways, and one for a swap', () => {
  expect(editDistance('ab', 'ba')).toBe(1);
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
  );
});
