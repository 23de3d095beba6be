import { fail } from '../../domain/error.ts';

/** A whole number of seconds, from 1 to a day. Throws `option_invalid`. */
export function secondsOption(
  option: string,
  said: string | undefined,
  expected: string,
): number | undefined {
  if (said === undefined) return undefined;
  if (/^[1-9]\d{0,4}$/.test(said)) return Number(said);
  throw fail('option_invalid', { field: option, value: said, expected });
}
