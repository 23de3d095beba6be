import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, parseDecimal, ZERO } from './decimal.ts';

const digits = (most: number) =>
  fc.string({ unit: fc.constantFrom(...'0019'), minLength: 1, maxLength: most });
const anyDecimal = fc
  .tuple(fc.constantFrom('', '-'), digits(6), fc.constantFrom('', '.'), digits(4))
  .map(([sign, whole, point, places]) => parseDecimal(`${sign}${whole}${point && point + places}`) ?? ZERO);

it('two decimals compare as their numbers do', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(Math.sign(compare(a, b))).toBe(new Big(a).cmp(b));
      expect(compare(a, a)).toBe(0);
    }),
    { numRuns: 5000 },
  );
});
