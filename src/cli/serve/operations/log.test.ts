import { expect, test } from 'vitest';
import { fail } from '../../../domain/error.ts';
import { problem } from '../../../domain/problem.ts';
import type { Exchange } from '../../../shop/journal.ts';
import type { Configuration } from '../../configuration/resolve.ts';
import { createServerLog } from './log.ts';

const EXCHANGE: Exchange = {
  id: '0191-id',
  at: '2026-01-01T00:00:00.000Z',
  resource: 'add_product',
  reference: 'A1',
  outcome: 'success',
  httpStatus: 200,
  warnings: [],
  durationMs: 7.5,
  requestBytes: 100,
  replyBytes: 10,
  remoteAddress: '192.0.2.1',
  request: 'the payload',
};

function logged(level: Configuration['logLevel']) {
  const lines: Record<string, unknown>[] = [];
  const log = createServerLog({ level, destination: { write: (line) => void lines.push(JSON.parse(line)) } });
  return { log, lines };
}

const DEBUG = 20;
const ERROR = 50;

test('each line of an exchange has its id, shop and duration, and no payload', () => {
  const { log, lines } = logged('debug');
  log.exchange(EXCHANGE, 'retail');
  log.exchange(
    { ...EXCHANGE, outcome: 'failed', problem: problem('store_full') },
    'retail',
    fail('store_full'),
  );
  log.journalFailure(EXCHANGE, 'retail', new Error('no'));
  expect(lines.map(({ level }) => level)).toEqual([DEBUG, ERROR, ERROR]);
  for (const line of lines)
    expect(line).toMatchObject({
      exchange: '0191-id',
      shop: 'retail',
      durationMs: 7.5,
      remoteAddress: '192.0.2.1',
    });
  expect(lines[1]).toMatchObject({ code: 'store_unavailable', outcome: 'failed' });
  expect(JSON.stringify(lines)).not.toContain('the payload');
});

test('the level is the least important line that is written', () => {
  const counts = (['debug', 'info', 'warn', 'error', 'silent'] as const).map((level) => {
    const { log, lines } = logged(level);
    log.exchange(EXCHANGE, 'retail');
    log.event('started', {});
    log.exchange({ ...EXCHANGE, outcome: 'refused', problem: problem('key_wrong') }, 'retail');
    log.failure(new Error('no'));
    return lines.length;
  });
  expect(counts).toEqual([4, 3, 2, 1, 0]);
});
