import { expect, test } from 'vitest';
import { formatAgo, formatInstant, formatMoment } from './dates.ts';
import { formatBytes, formatDuration, formatMoney, formatNumber, formatPercent } from './numbers.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('decimals are shown exactly, however long', () => {
  expect(formatNumber('en', '12345678901234567.125')).toBe('12,345,678,901,234,567.125');
  expect(plain(formatNumber('fr', '-0.5'))).toBe('-0,5');
});

test('money has two decimals at least, and the sign of its currency where it has one', () => {
  expect(plain(formatMoney('fr', '12.5'))).toBe('12,50 €');
  expect(plain(formatMoney('en', '4.9167', 'GBP'))).toBe('£4.9167');
  expect(plain(formatMoney('en', '3', 'Euro'))).toBe('3.00 Euro');
});

test('rates, sizes and durations', () => {
  expect(plain(formatPercent('fr', '5.5'))).toBe('5,5 %');
  expect(plain(formatBytes('fr', 1_500_000))).toBe('1,5 Mo');
  expect(formatBytes('en', 0)).toBe('0 byte');
  expect(plain(formatDuration('fr', 0.42))).toBe('0,4 ms');
  expect(formatDuration('en', 245_000)).toBe('4 mins 5 secs');
});

test('an instant is on the shop’s clock, a moment is already', () => {
  expect(formatInstant('en', 'Europe/Paris', '2026-11-28T23:30:00.000Z')).toBe('29 Nov 2026, 00:30');
  expect(formatMoment('en', '2026-11-28 23:30:00')).toBe('28 Nov 2026, 23:30');
  expect(formatMoment('fr', '2026-11-28 00:00:00')).toBe('28 nov. 2026');
  expect(formatMoment('fr', 'hier')).toBe('hier');
});

test('ago', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  expect(formatAgo('en', '2026-11-28T11:55:10Z', now)).toBe('4 minutes ago');
  expect(formatAgo('fr', '2026-11-27T11:00:00Z', now)).toBe('hier');
  expect(formatAgo('en', '2026-11-28T11:59:30Z', now)).toBe('now');
});
