import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ConsoleUser } from '../../shop/console-accounts.ts';
import { createPasswordCheck } from './check-password.ts';
import { hashPassword } from './passwords.ts';

const PASSWORD = 'correct horse';
const user: ConsoleUser = {
  name: 'anna',
  role: 'viewer',
  language: 'en',
  passwordHash: await hashPassword(PASSWORD),
  createdAt: '2026-01-01T00:00:00.000Z',
};

test('who guesses in parallel has few attempts at a time, each until its answer; others are not kept from theirs', async () => {
  const waiting: (() => void)[] = [];
  const check = createPasswordCheck(() => new Promise((resolve) => waiting.push(resolve)));
  const guess = (address: string, password = 'wrong') =>
    check({ password, user, remoteAddress: address }).catch((error: { code: string }) => error.code);
  const guesses = Array.from({ length: 20 }, () => guess('192.0.2.1'));
  expect(await guess('192.0.2.2', PASSWORD)).toBe(true);
  while (waiting.length < 5) await nextTurn();
  expect(await guess('192.0.2.1', PASSWORD)).toBe('rate_limited');
  for (const answer of waiting.splice(0)) answer();
  const answers = await Promise.all(guesses);
  expect(answers.filter((answer) => answer === false).length).toBe(5);
  expect(answers.filter((answer) => answer === 'rate_limited').length).toBe(15);
  expect(await guess('192.0.2.1', PASSWORD)).toBe(true);
});
