import { expect, test } from 'vitest';
import { callerOf } from './caller.ts';

test('a token’s id has no colon: what has one is a user', () => {
  expect(callerOf('user:camille')).toEqual({ kind: 'user', name: 'camille' });
  expect(callerOf('a1b2c3d4')).toEqual({ kind: 'token', name: 'a1b2c3d4' });
});
