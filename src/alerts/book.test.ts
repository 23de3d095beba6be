import { expect, test } from 'vitest';
import type { Alert } from '../shop/alerts.ts';
import { bookChanges } from './book.ts';
import type { Finding } from './finding.ts';

const HOUR_MS = 3_600_000;
const at = (hour: number): string => new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
const order = (subject: string): Finding => ({
  kind: 'order_unconfirmed',
  subject,
  facts: { readAt: at(0) },
});

function round(open: readonly Alert[], findings: readonly Finding[], hour: number) {
  let ids = 0;
  return bookChanges(open, findings, {
    now: at(hour),
    createId: () => `${hour}-${++ids}`,
    looked: new Set(['order_unconfirmed', 'run_held']),
    repeatMs: 24 * HOUR_MS,
  });
}

test('what is found is raised once, and told once, until it is over or a day has passed', () => {
  const first = round([], [order('1'), order('2')], 1);
  expect(first.toTell.map(({ id, subject }) => [id, subject])).toEqual([
    ['1-1', '1'],
    ['1-2', '2'],
  ]);
  expect(first.alerts).toEqual(first.toTell);

  const second = round(first.alerts, [order('2')], 2);
  expect(second.toTell).toEqual([]);
  expect(second.alerts).toMatchObject([
    { id: '1-2', seenAt: at(2), toldAt: at(1) },
    { id: '1-1', seenAt: at(1), resolvedAt: at(2) },
  ]);

  const open = second.alerts.filter(({ resolvedAt }) => resolvedAt === undefined);
  const third = round(open, [order('1'), order('2')], 25);
  expect(third.toTell).toMatchObject([
    { id: '25-1', subject: '1', raisedAt: at(25) },
    { id: '1-2', subject: '2', raisedAt: at(1), toldAt: at(25) },
  ]);
});

test('what was not looked for is not over', () => {
  const open: readonly Alert[] = [
    {
      id: 'a',
      kind: 'prices_contradict',
      subject: '',
      facts: {},
      raisedAt: at(0),
      seenAt: at(0),
      toldAt: at(0),
    },
  ];
  expect(round(open, [], 1).alerts).toEqual([]);
});
