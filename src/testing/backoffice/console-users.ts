import assert from 'node:assert/strict';
import type { ConsoleUser } from '../../shop/console-accounts.ts';
import { expectEqual } from '../contract/expect.ts';
import { type BackofficeCheck, partOf } from './subject.ts';

export const USER: ConsoleUser = {
  name: 'léa',
  role: 'admin',
  language: 'fr',
  passwordHash: 'h1',
  createdAt: '2026-01-01T00:00:00.000Z',
};

const needing = (checks: readonly Omit<BackofficeCheck, 'needs'>[]): readonly BackofficeCheck[] =>
  checks.map((check) => ({ ...check, needs: ['consoleAccounts'] }));

export const consoleUserChecks: readonly BackofficeCheck[] = needing([
  {
    name: 'users are listed by name; a name that is taken is refused, and nothing of it kept',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      expectEqual(await accounts.users(), []);
      await accounts.addUser(USER);
      await accounts.addUser({ ...USER, name: 'bob', role: 'viewer' });
      await assert.rejects(accounts.addUser({ ...USER, role: 'viewer' }), { code: 'conflict' });
      expectEqual(await accounts.users(), [{ ...USER, name: 'bob', role: 'viewer' }, USER]);
    },
  },
  {
    name: 'there is one first user, however many come at once',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      const names = ['a', 'b', 'c'];
      const added = await Promise.all(names.map((name) => accounts.addFirstUser({ ...USER, name })));
      expectEqual(added.filter(Boolean), [true]);
      expectEqual(
        (await accounts.users()).map(({ name }) => name),
        names.filter((_, index) => added[index]),
      );
    },
  },
  {
    name: 'the code of the first start stays the same until there is a user, and never comes back',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      assert.equal(await accounts.setupCode('one'), 'one');
      assert.equal(await accounts.setupCode('two'), 'one');
      await accounts.addUser(USER);
      assert.equal(await accounts.setupCode('three'), undefined);
      assert.equal(await accounts.addFirstUser({ ...USER, name: 'x' }), false);
    },
  },
  {
    name: 'of a user what is said is changed, the rest stays; an unknown one is told',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      await accounts.addUser(USER);
      assert.equal(await accounts.changeUser('léa', { language: 'en' }), true);
      expectEqual(await accounts.users(), [{ ...USER, language: 'en' }]);
      assert.equal(await accounts.changeUser('nobody', { language: 'en' }), false);
      assert.equal(await accounts.removeUser('nobody'), false);
    },
  },
  {
    name: 'the last admin stays one, and stays',
    async run(subject) {
      const accounts = partOf(subject, 'consoleAccounts');
      await accounts.addUser(USER);
      await accounts.addUser({ ...USER, name: 'bob', role: 'operator' });
      await assert.rejects(accounts.changeUser('léa', { role: 'viewer', language: 'en' }), {
        code: 'conflict',
      });
      await assert.rejects(accounts.removeUser('léa'), { code: 'conflict' });
      expectEqual((await accounts.users()).at(-1), USER);
      assert.equal(await accounts.changeUser('bob', { role: 'admin' }), true);
      assert.equal(await accounts.changeUser('léa', { role: 'viewer' }), true);
      assert.equal(await accounts.removeUser('léa'), true);
      expectEqual(
        (await accounts.users()).map(({ name }) => name),
        ['bob'],
      );
    },
  },
]);
