import fc from 'fast-check';
import { type LocalDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import { type Decimal, parseDecimal } from '../../domain/decimal.ts';

export const decimal: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, fraction]) => parseDecimal(`${whole}.${String(fraction).padStart(6, '0')}`))
  .filter((value) => value !== undefined);

export const dateTime: fc.Arbitrary<LocalDateTime> = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => parseLocalDateTime(date.toISOString().slice(0, 19).replace('T', ' ')))
  .filter((value) => value !== undefined);
