import { expect, test } from 'vitest';
import { metricsStatus } from './metrics-access.ts';

type Caller = Parameters<typeof metricsStatus>[0];

const from = (remoteAddress: string, headers: Caller['headers'] = {}): Caller =>
  ({ socket: { remoteAddress }, headers }) as Caller;

const HERE = from('127.0.0.1');
const ELSEWHERE = from('192.0.2.1');
const bearer = (token: string) => from('192.0.2.1', { authorization: `Bearer ${token}` });

test('local: callers on this machine, but not those that a proxy on it speaks for', () => {
  const local = { access: 'local' } as const;
  expect(metricsStatus(HERE, local)).toBe(200);
  expect(metricsStatus(from('::1'), local)).toBe(200);
  expect(metricsStatus(from('::ffff:127.0.0.1'), local)).toBe(200);
  expect(metricsStatus(ELSEWHERE, local)).toBe(403);
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    expect(metricsStatus(from('127.0.0.1', { [header]: '192.0.2.1' }), local)).toBe(403);
});

test('the token opens them from anywhere; another one does not', () => {
  const settings = { access: 'local', token: 'secret' } as const;
  expect(metricsStatus(bearer('secret'), settings)).toBe(200);
  expect(metricsStatus(bearer('Secret'), settings)).toBe(401);
  expect(metricsStatus(bearer(''), settings)).toBe(401);
  expect(metricsStatus(ELSEWHERE, settings)).toBe(401);
  expect(metricsStatus(HERE, settings)).toBe(200);
});

test('open is open, off is off', () => {
  expect(metricsStatus(ELSEWHERE, { access: 'open' })).toBe(200);
  expect(metricsStatus(HERE, { access: 'off' })).toBe(404);
  expect(metricsStatus(bearer('secret'), { access: 'off', token: 'secret' })).toBe(404);
});
