import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate } from './date.ts';
import { dateTime } from './testing/arbitraries.ts';

test.each([
  ['2013-03-22 10:09:22', '2013-03-22 10:09:22'],
  ['2013-03-22 10 :09 :22', '2013-03-22 10:09:22'],
  ['2013-03-22T10:09:22', '2013-03-22 10:09:22'],
  ['2013-03-22T10:09:22.123+01:00', '2013-03-22 10:09:22'],
  ['2013-03-22', '2013-03-22 00:00:00'],
  ['22-03-2013', '2013-03-22 00:00:00'],
  ['22/03/2013 9:05', '2013-03-22 09:05:00'],
  ['2/3/2013', '2013-03-02 00:00:00'],
  ['2013.03.22', '2013-03-22 00:00:00'],
  ['2013_03_22', '2013-03-22 00:00:00'],
  [' 22/03/2013 ', '2013-03-22 00:00:00'],
])('the date %j is %s', (spelled, expected) => {
  expect(parseDate(spelled)).toBe(expected);
});

test.each(['', ' ', '0', '0000-00-00', '0000-00-00 00:00:00', '00/00/0000'])(
  '%j is no date at all',
  (spelled) => {
    expect(parseDate(spelled)).toBe('');
  },
);

test.each([
  '2013-02-30',
  '31/04/2013',
  '22-03-13',
  '20130322',
  'demain',
  '2013-03-22 25:00:00',
  '1'.repeat(100_000),
])('%j is refused', (spelled) => {
  expect(parseDate(spelled)).toBeUndefined();
});

test('a date is the same in every spelling', () => {
  fc.assert(
    fc.property(dateTime, fc.constantFrom('-', '/', '.', ' ', '_', '~'), (date, separator) => {
      const [day = '', time = ''] = date.split(' ');
      const parts = day.split('-');
      expect(parseDate(`${parts.join(separator)} ${time}`)).toBe(date);
      expect(parseDate(`${[...parts].reverse().join(separator)}T${time}`)).toBe(date);
    }),
  );
});
