import { z } from 'zod';
import { GUARDED_KINDS } from '../../domain/guard.ts';
import { HOLD_STATUSES } from '../../shop/guard-desk.ts';
import { named } from './named.ts';

export const guardHold = named(
  'GuardHold',
  z.object({
    id: z.string(),
    kind: z.enum(GUARDED_KINDS).describe('What the run would have done to too many products.'),
    status: z
      .enum(HOLD_STATUSES)
      .describe(
        '`held`: nobody has decided, such changes are refused; `refused`: they go on being refused; `released`: they go through ' +
          'until `until`; `lifted`: it is over.',
      ),
    at: z.string().describe('When it was put on, ISO 8601 in UTC.'),
    exchange: z.string().exactOptional().describe('The exchange that would have gone beyond the limit.'),
    reference: z.string().describe('The product that it was about.'),
    count: z.int().describe('How many products the run had done it to.'),
    limit: z.int().describe('How many it may.'),
    catalogue: z.int().describe('How many there are.'),
    decidedAt: z.string().exactOptional(),
    decidedBy: z.string().exactOptional().describe('Who decided.'),
    until: z.string().exactOptional().describe('Of a released one.'),
  }),
);
