import { hash, timingSafeEqual } from 'node:crypto';
import type { ConsoleAccounts } from '../../shop/console-accounts.ts';
import { createKey } from '../../shop/new-secrets.ts';

/** 80 random bits, which people can copy: `abcd-efgh-ijkl-mnop`. */
const LETTERS = 16;

/** The code that lets somebody make the first user; undefined when there is a user. The same for all who ask. */
export const readSetupCode = (accounts: ConsoleAccounts): Promise<string | undefined> =>
  accounts.setupCode(createKey(LETTERS).replaceAll(/(.{4})(?!$)/g, '$1-'));

/** However it was typed: with or without what is between the letters. */
export const isSetupCode = (typed: string, code: string): boolean =>
  timingSafeEqual(digestOf(typed), digestOf(code));

const digestOf = (code: string): Buffer =>
  hash('sha256', code.toLowerCase().replaceAll(/[^a-z2-7]/g, ''), 'buffer');
