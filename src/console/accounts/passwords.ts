import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { fail } from '../../domain/error.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

const SHORTEST = 10;
/** Longer ones would only cost time. */
const LONGEST = 200;

/** What OWASP recommends as the least: 32 MiB and some 50 ms each. */
const COST = { log2N: 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Throws `password_short`. */
function requirePassword(password: string): void {
  const length = [...password].length;
  if (length < SHORTEST || length > LONGEST)
    throw fail('password_short', { field: 'password', limit: SHORTEST, expected: String(LONGEST) });
}

/** As it is kept: `scrypt$15$8$3$SALT$HASH`, both in base64url, so that a later cost leaves those of today valid. */
export async function hashPassword(password: string): Promise<string> {
  requirePassword(password);
  const salt = randomBytes(SALT_BYTES);
  const { log2N, r, p } = COST;
  const digest = await digestOf(password, salt, COST);
  return ['scrypt', log2N, r, p, salt.toString('base64url'), digest.toString('base64url')].join('$');
}

/** Takes as long for a user that there is not as for one that there is. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, log2N, r, p, salt = '', hash = ''] = (kept ?? NOBODYS).split('$');
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  const digest = await digestOf(password, Buffer.from(salt, 'base64url'), cost);
  const expected = Buffer.from(hash, 'base64url');
  return kept !== undefined && digest.length === expected.length && timingSafeEqual(digest, expected);
}

const NOBODYS = ['scrypt', COST.log2N, COST.r, COST.p, '', ''].join('$');

/** A password typed on two systems may be spelled in two ways: an accent is a letter's own, or stands behind it. */
function digestOf(password: string, salt: Buffer, { log2N, r, p }: typeof COST): Promise<Buffer> {
  const N = 2 ** log2N;
  return derive(password.normalize('NFKC'), salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r });
}
