import { expect, test } from 'vitest';
import { instantOf, localDateTime, parseLocalDateTime } from './dates.ts';

const at = (text: string, zone: string): string | undefined => {
  const local = parseLocalDateTime(text);
  return local && instantOf(local, zone).toISOString();
};

test.each([
  ['2026-01-15 12:00:00', 'Europe/Paris', '2026-01-15T11:00:00.000Z'],
  ['2026-07-15 12:00:00', 'Europe/Paris', '2026-07-15T10:00:00.000Z'],
  ['2026-07-15 12:00:00', 'UTC', '2026-07-15T12:00:00.000Z'],
  ['2026-07-15 12:00:00', 'America/Martinique', '2026-07-15T16:00:00.000Z'],
  // The night in which the clocks go forward: 02:30 is never shown.
  ['2026-03-29 01:59:59', 'Europe/Paris', '2026-03-29T00:59:59.000Z'],
  ['2026-03-29 03:00:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
  // The night in which they go back: 02:30 is shown twice.
  ['2026-10-25 02:30:00', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25 03:00:00', 'Europe/Paris', '2026-10-25T02:00:00.000Z'],
])('%s in %s is %s', (local, zone, instant) => {
  expect(at(local, zone)).toBe(instant);
  expect(localDateTime(new Date(instant), zone)).toBe(local);
});

test('an hour that is left out is as if the clock had gone on', () => {
  expect(at('2026-03-29 02:30:00', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
});
