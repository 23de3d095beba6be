import { hash, randomBytes } from 'node:crypto';

/** RFC 4648's letters in lower case: no 0, 1, 8 or 9 to take for a letter. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const KEY_LENGTH = 32;

/** Random letters and digits, each of which holds 5 bits; a key has 160 of them. */
export const createKey = (length = KEY_LENGTH): string =>
  Array.from(randomBytes(length), (byte) => BASE32[byte % BASE32.length]).join('');

/** As a shop keeps a secret and compares it: SHA-256 of its UTF-8 bytes, in hexadecimal. */
export const keyDigest = (key: string): string => hash('sha256', key);

/** Names a key or a token in commands. */
export const randomId = (): string => randomBytes(4).toString('hex');
