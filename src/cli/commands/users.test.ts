import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../../test/support/run-command.ts';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { isPassword } from '../../console/accounts/passwords.ts';
import { loadConfiguration } from '../configuration/load.ts';
import { withShop } from '../open-shop.ts';

const folder = temporaryFolder(afterAll);
const users = (words: readonly string[], input = '') =>
  runCommand(['users', ...words, '--lang', 'en'], { folder, input });

async function kept(name: string): Promise<string | undefined> {
  const { shops } = await loadConfiguration({ folder, environment: {}, terminalLanguage: 'en' });
  return withShop(
    shops[0],
    async ({ consoleAccounts }) =>
      (await consoleAccounts.users()).find((user) => user.name === name)?.passwordHash,
  );
}

test('people are added, listed, given new passwords and removed from the command line', async () => {
  expect((await users([])).errors).toContain('No data in');
  await runCommand(['keys', 'add'], { folder });
  expect((await users([])).errors).toContain('Nobody yet');
  const [code, again] = [await users(['setup-code']), await users(['setup-code'])];
  expect(code.output).toMatch(/^[a-z2-7]{4}(?:-[a-z2-7]{4}){3}\n$/);
  expect(again.output).toBe(code.output);

  const added = await users(['add', 'Léa', '--role', 'admin', '--language', 'fr']);
  expect(added.errors).toBe(
    'léa may use the console.\nThe password; this is the only time that it is shown:\n',
  );
  expect(added.output).toMatch(/^[a-z2-7]{20}\n$/);
  expect(await isPassword(added.output.trim(), await kept('léa'))).toBe(true);
  expect(await users(['setup-code'])).toMatchObject({
    output: '',
    errors: expect.stringContaining('no code any more'),
  });

  const piped = await users(['add', 'bob', '--stdin'], 'a password of my own\nmore\n');
  expect([piped.exitCode, piped.output]).toEqual([0, '']);
  expect(await isPassword('a password of my own', await kept('bob'))).toBe(true);
  expect((await users(['list'])).output).toMatch(
    /^name +role +language +created\nbob +viewer +en +\S+\nléa +admin +fr +\S+\n$/,
  );

  const changed = await users(['password', 'LÉA']);
  expect(await isPassword(changed.output.trim(), await kept('léa'))).toBe(true);
  expect((await users(['remove', 'bob'])).errors).toBe('bob may not use the console any more.\n');
});

test.each([
  [['add', 'a b'], '', 'is refused'],
  [['add', 'léa'], '', 'already'],
  [['add', 'zoé', '--stdin'], 'short\n', 'between 10 and 200 characters'],
  [['add', 'zoé', '--stdin'], '', 'between 10 and 200 characters'],
  [['password', 'nobody'], '', 'No user of the console'],
  [['remove', 'nobody'], '', 'No user of the console'],
  [['remove', 'léa'], '', 'the last admin'],
])('users %j is refused', async (words, input, said) => {
  const { exitCode, errors, output } = await users(words, input);
  expect([exitCode, output]).toEqual([1, '']);
  expect(errors).toContain(said);
});
