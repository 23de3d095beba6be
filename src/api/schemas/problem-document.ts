import { z } from 'zod';
import type { ProblemCode } from '../../domain/problem.ts';
import { ERROR_MEANINGS } from '../../shop/errors.ts';
import { named } from './named.ts';

const CODES = Object.keys(ERROR_MEANINGS) as readonly ProblemCode[];

const fieldProblem = z.object({
  field: z.string().describe('The parameter, or the path within the body: `lines[0].quantity`.'),
  reason: z.string().describe('Stable: see docs/errors.md.'),
  detail: z.string(),
  expected: z.string().exactOptional().describe('What would have been right, where there is one such value.'),
  got: z.string().exactOptional().describe('What was sent in its place.'),
});

/** A body of `application/problem+json` (RFC 9457). */
export const problemDocument = named(
  'Problem',
  z.object({
    type: z.string().describe('Address of what the code means, on the reference page.'),
    title: z.string().describe('The same for every problem of its code.'),
    status: z.int(),
    detail: z.string().describe('A sentence for people, French or English: see `Accept-Language`.'),
    code: z.enum(CODES).describe('Stable: see docs/errors.md.'),
    reason: z.string().describe('Stable, and finer than the code: see docs/errors.md.'),
    field: z.string().exactOptional(),
    errors: z
      .array(fieldProblem)
      .exactOptional()
      .describe('The fields that were refused, of parameters the first 100.'),
    cursor: z
      .int()
      .exactOptional()
      .describe('Of `expired`: where to go on, once all records were read anew.'),
    requestId: z.string().describe('As in `X-Request-Id`.'),
  }),
);

export type ProblemDocument = z.output<typeof problemDocument>;
