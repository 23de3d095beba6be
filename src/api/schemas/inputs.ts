import { z } from 'zod';
import { instantOf, type LocalDateTime, localDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import { compare, type Decimal, parseDecimal, ZERO } from '../../domain/decimal.ts';
import { patternOf } from '../input/shapes.ts';
import { decimal } from './values.ts';

interface Bounds {
  readonly least?: number;
  /** Itself not allowed. */
  readonly above?: number;
  readonly most?: number;
}

const LONGEST_NUMBER = 40;

/** An exact number that a caller gives. */
export const decimalInput = (bounds: Bounds = {}) =>
  decimal.transform((text, context): Decimal => {
    const parsed = parseDecimal(text);
    const issue = parsed === undefined ? tooLong(text) : outOfBounds(parsed, bounds);
    if (parsed !== undefined && issue === undefined) return parsed;
    if (issue) context.issues.push(issue);
    return z.NEVER;
  });

type Issue = z.core.$ZodRawIssue;

const tooLong = (input: string): Issue => ({
  code: 'too_big',
  origin: 'string',
  maximum: LONGEST_NUMBER,
  inclusive: true,
  input,
});

function outOfBounds(input: Decimal, { least, above, most }: Bounds): Issue | undefined {
  const against = (bound: number): number => compare(input, parseDecimal(String(bound)) ?? ZERO);
  const origin = 'number';
  if (least !== undefined && against(least) < 0)
    return { code: 'too_small', origin, minimum: least, inclusive: true, input };
  if (above !== undefined && against(above) <= 0)
    return { code: 'too_small', origin, minimum: above, inclusive: false, input };
  if (most !== undefined && against(most) > 0)
    return { code: 'too_big', origin, maximum: most, inclusive: true, input };
  return undefined;
}

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A moment that a caller gives: on the shop's wall clock, a day alone being its beginning, or an instant with its zone. */
export const momentInput = () =>
  z
    .string()
    .regex(patternOf('momentAnywhere'), { abort: true })
    .check(({ value, issues }) => {
      if (readMoment(value, 'UTC') === undefined)
        issues.push({ code: 'invalid_format', format: 'date', input: value });
    })
    .describe('`2026-01-31 14:05:00` on the shop’s wall clock, or an instant: `2026-01-31T13:05:00Z`.');

/** What was given, on the shop's wall clock. */
export function readMoment(text: string, timeZone: string): LocalDateTime | undefined {
  const [, day, time = '00:00:00'] = WALL_CLOCK.exec(text) ?? [];
  if (day !== undefined) return parseLocalDateTime(`${day} ${time}`);
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : localDateTime(new Date(instant), timeZone);
}

/** What was given, as ISO 8601 in UTC. */
export function readInstant(text: string, timeZone: string): string | undefined {
  if (INSTANT.test(text)) return new Date(text).toISOString();
  const local = readMoment(text, timeZone);
  return local && instantOf(local, timeZone).toISOString();
}

/** A text of one line that says something. */
export const lineInput = (longest: number) => z.string().max(longest).regex(patternOf('line'));

/** A text that may be empty. */
export const textInput = (longest = 200) => z.string().max(longest);
