import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';

const PATTERN = /^[\p{L}\p{N}._@+-]{1,64}$/u;

/** A name as it is kept: in small letters, however it was typed. Throws `user_name_invalid`. */
export function userName(typed: string): string {
  const name = foldedName(typed);
  if (!PATTERN.test(name)) throw fail('user_name_invalid', { field: 'name', value: quotable(typed) });
  return name;
}

/** Of a name that need not be one. */
export const foldedName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
