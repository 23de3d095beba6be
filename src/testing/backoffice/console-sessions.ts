import assert from 'node:assert/strict';
import type { ConsoleSession } from '../../shop/console-accounts.ts';
import { expectEqual } from '../contract/expect.ts';
import { USER } from './console-users.ts';
import { type BackofficeCheck, partOf } from './subject.ts';

const SESSION: ConsoleSession = {
  sha256: 'ab',
  user: USER.name,
  startedAt: '2026-01-02T00:00:00.000Z',
  usedAt: '2026-01-02T00:00:00.000Z',
};

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['consoleAccounts'] }));

export const consoleSessionChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'a session is found with its user as he is now, until it ends',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      await accounts.addUser(USER);
      await accounts.startSession(SESSION);
      await accounts.changeUser(USER.name, { language: 'en' });
      expectEqual(await accounts.session('ab'), { ...SESSION, user: { ...USER, language: 'en' } });
      assert.equal(await accounts.session('cd'), undefined);
      assert.equal(await accounts.endSession('ab'), true);
      assert.equal(await accounts.endSession('ab'), false);
      assert.equal(await accounts.session('ab'), undefined);
      await assert.rejects(accounts.startSession({ ...SESSION, user: 'nobody' }), {
        code: 'unknown_reference',
      });
    },
  },
  {
    name: 'the last use of a session is noted, and never goes back',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      await accounts.addUser(USER);
      await accounts.startSession(SESSION);
      const usedAt = '2026-01-02T10:00:00.000Z';
      await accounts.noteSessionUse('ab', usedAt);
      await accounts.noteSessionUse('ab', '2026-01-02T09:00:00.000Z');
      await accounts.noteSessionUse('cd', usedAt);
      assert.equal((await accounts.session('ab'))?.usedAt, usedAt);
    },
  },
  {
    name: 'a new password ends all sessions of its user, and his end ends them too; others go on',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      for (const name of ['léa', 'bob', 'ann']) {
        await accounts.addUser({ ...USER, name });
        await accounts.startSession({ ...SESSION, sha256: name, user: name });
      }
      await accounts.changeUser('léa', { passwordHash: 'h2' });
      await accounts.removeUser('bob');
      await accounts.changeUser('ann', { role: 'viewer' });
      const left = await Promise.all(['léa', 'bob', 'ann'].map((name) => accounts.session(name)));
      expectEqual(
        left.map((session) => session?.user.name),
        [undefined, undefined, 'ann'],
      );
    },
  },
  {
    name: 'pruning drops sessions that began or were used too long ago',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      await accounts.addUser(USER);
      for (const [sha256, startedAt, usedAt] of [
        ['old', '2026-01-01', '2026-01-09'],
        ['idle', '2026-01-05', '2026-01-05'],
        ['used', '2026-01-05', '2026-01-09'],
      ] as const)
        await accounts.startSession({ ...SESSION, sha256, startedAt, usedAt });
      assert.equal(
        await accounts.pruneSessions({ startedBefore: '2026-01-02', usedBefore: '2026-01-08' }),
        2,
      );
      assert.equal((await accounts.session('used'))?.sha256, 'used');
    },
  },
]);
