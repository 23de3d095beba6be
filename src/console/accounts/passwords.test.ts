import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

test('a password is found again by what is kept of it, which does not tell it', async () => {
  const password = 'correct horse é';
  const [kept, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(kept).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(other).not.toBe(kept);
  expect(await isPassword(password, kept)).toBe(true);
  expect(await isPassword(password.normalize('NFD'), kept)).toBe(true);
  expect(await isPassword('correct horse e', kept)).toBe(false);
  expect(await isPassword(password, undefined)).toBe(false);
});

test('what was kept at another cost stays valid', async () => {
  // RFC 7914, section 12.
  const hash = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex');
  const kept = `scrypt$10$8$16$${Buffer.from('NaCl').toString('base64url')}$${hash.toString('base64url')}`;
  expect(await isPassword('password', kept)).toBe(true);
  expect(await isPassword('passwore', kept)).toBe(false);
});

test.each(['short', 'nine char', 'x'.repeat(201)])('%s is refused', async (password) => {
  await expect(hashPassword(password)).rejects.toMatchObject({ problem: { reason: 'password_short' } });
});

test('what is kept of nobody opens nothing', async () => {
  expect(await isPassword('', 'scrypt$15$8$3$$')).toBe(false);
});
