import { expect, test } from 'vitest';
import type { Exchange, ExchangeFilter } from '../../shop/journal.ts';
import { JOURNAL_WORDING } from '../wording/journal.ts';
import { followJournal } from './follow.ts';
import { formatExchange } from './format.ts';
import { formatWhole } from './format-whole.ts';
import { parseSince } from './since.ts';

const options = { now: new Date('2026-03-22T12:00:00.000Z'), timeZone: 'Europe/Paris' };

test.each([
  ['30m', '2026-03-22T11:30:00.000Z'],
  ['2h', '2026-03-22T10:00:00.000Z'],
  ['7j', '2026-03-15T12:00:00.000Z'],
  ['2026-03-22', '2026-03-21T23:00:00.000Z'],
  ['22/03/2026 10:09', '2026-03-22T09:09:00.000Z'],
  ['2026-07-01 00:00:00', '2026-06-30T22:00:00.000Z'],
  ['2026-03-29 03:30:00', '2026-03-29T01:30:00.000Z'],
  ['2026-03-22T10:00:00Z', '2026-03-22T10:00:00.000Z'],
  ['yesterday', undefined],
  ['', undefined],
])('--since %s', (text, expected) => {
  expect(parseSince(text, options)).toBe(expected);
});

const exchange = (id: string, changes: Partial<Exchange> = {}): Exchange => ({
  id,
  at: '2026-03-22T09:09:22.000Z',
  resource: 'update_product',
  reference: 'ACTI0001',
  outcome: 'warning',
  httpStatus: 200,
  warnings: [{ reason: 'empty_ignored', entity: 'product', record: 'ACTI0001', field: 'p_vente' }],
  durationMs: 3.21,
  requestBytes: 1234,
  replyBytes: 99,
  remoteAddress: '127.0.0.1',
  ...changes,
});

const format = { language: 'en', timeZone: 'Europe/Paris', wording: JOURNAL_WORDING.en } as const;

test('an exchange is one line in the shop’s time, its warnings below', () => {
  expect(formatExchange(exchange('id-1'), format)).toBe(
    '2026-03-22 10:09:22  id-1  update_product      warning       3.2 ms  1.2 kB → 99 B  ACTI0001\n' +
      '    product ACTI0001: "p_vente" is empty: the stored value is kept.',
  );
});

test('what a caller sent cannot steer the terminal', () => {
  const hostile = exchange('id-1', { request: 'a\u001b[2Jb\nc', reference: 'x\u001b[0m' });
  const change = { path: 'name', before: 'd\u001b[2Je', after: ['f\u001b[0m'] };
  const effect = [{ entity: 'product', key: 'x\u001b[0m', operation: 'updated', changes: [change] }] as const;
  const text = formatWhole({ ...hostile, effect }, format);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('a\uFFFD[2Jb\nc');
  expect(text).toContain('    name: d\uFFFD[2Je → ["f\\u001b[0m"]');
  expect(text).toContain('(not kept)');
});

test('it is said why there is no request: never recorded, or gone', () => {
  const { request: _, ...summary } = exchange('id-1');
  expect(formatWhole({ ...summary, effect: [] }, format)).toContain('--- Request\n(not kept)');
  expect(formatWhole({ ...summary, recorded: 'outcomes', effect: [] }, format)).toContain(
    '--- Request\n(not recorded: journal.record was "outcomes")',
  );
});

test('following shows what is recorded late too, each once, and nothing old', async () => {
  const now = Date.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  const recorded = [exchange('1', { at: at(-60_000) })];
  const looks: ExchangeFilter[] = [];
  const shown: string[] = [];
  const stop = new AbortController();
  await followJournal(
    {
      async *exchanges(filter: ExchangeFilter) {
        looks.push(filter);
        // A bulk message that began before the last one shown ends now.
        if (looks.length === 2)
          recorded.unshift(
            exchange('3', { at: at(10) }),
            exchange('2', { at: at(-30_000), durationMs: 30_050 }),
          );
        if (looks.length === 4) stop.abort();
        yield [...recorded];
      },
    },
    { filter: {}, shown: [], signal: stop.signal, show: async ({ id }) => void shown.push(id), everyMs: 5 },
  );
  expect(shown).toEqual(['2', '3']);
});
