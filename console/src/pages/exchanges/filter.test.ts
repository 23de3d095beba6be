import { expect, test } from 'vitest';
import { exchangeQuery, readExchangeFilter } from './filter.ts';

test('what an address says that means nothing is left out', () => {
  expect(readExchangeFilter({ tone: 'purple', since: 'soon', reference: '', run: 7, other: 'x' })).toEqual({
    run: '7',
  });
  expect(readExchangeFilter({ tone: 'error', since: '24h', reference: 5026 })).toEqual({
    tone: 'error',
    since: '24h',
    reference: '5026',
  });
});

test('a period ends now, to the minute; an instant stays what it is', () => {
  const now = Date.parse('2026-11-28T12:00:31Z');
  expect(exchangeQuery({ since: '24h', tone: 'error', reference: ' TSH0001 ' }, now)).toEqual({
    reference: 'TSH0001',
    outcome: ['refused', 'failed'],
    since: '2026-11-27T12:00:00.000Z',
  });
  const since = '2026-11-01T00:00:00.000Z';
  expect(exchangeQuery({ since }, now)).toEqual({ since });
});
