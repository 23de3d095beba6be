import { createHash } from 'node:crypto';

const LONGEST = 150;

/**
 * A file's name for an opaque text, one to one, also where names are not told apart by case: `a`–`z`, digits and `-` stay,
 * a capital `A` is `_a`, anything else `_` `_` and its UTF-16 code in four hexadecimal digits. A text whose name would be
 * too long is named by its SHA-256 behind `_0`; the empty one is `_`.
 */
export function encodeFileName(text: string): string {
  const name = text.replace(/[^a-z0-9-]/g, encodedUnit);
  if (name === '') return '_';
  return name.length <= LONGEST
    ? name
    : `_0${createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex')}`;
}

const encodedUnit = (unit: string): string =>
  /[A-Z]/.test(unit) ? `_${unit.toLowerCase()}` : `__${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
