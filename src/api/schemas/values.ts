import { z } from 'zod';
import { type LocalDateTime, parseLocalDateTime } from '../../domain/dates.ts';
import { shaped } from '../input/shapes.ts';
import { named } from './named.ts';

/** An exact number, in a reply. */
export const decimal = named('Decimal', shaped('decimal').describe('An exact decimal: `12.5`, `-3`.'));

/** A date and time, in a reply. */
export const moment = named(
  'Moment',
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
    .describe('On the shop’s wall clock: `2026-01-31 14:05:00`.'),
);

const MOMENT_OF_DAY = { start: '00:00:00', end: '23:59:59' } as const;

/** A date and time that a caller gives; a day alone is its beginning, or its end. */
export const momentQuery = (dayAlone: keyof typeof MOMENT_OF_DAY = 'start') =>
  shaped('moment').transform((text, context): LocalDateTime => {
    const [day = '', time = MOMENT_OF_DAY[dayAlone]] = text.split(/[ T]/);
    const parsed = parseLocalDateTime(`${day} ${time}`);
    if (parsed !== undefined) return parsed;
    context.issues.push({ code: 'invalid_format', format: 'date', input: text });
    return z.NEVER;
  });
