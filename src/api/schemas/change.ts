import { z } from 'zod';
import { CHANGE_OPERATIONS, CHANGED_ENTITIES } from '../../domain/change-event.ts';
import { ORIGINS } from '../../domain/origin.ts';
import { named } from './named.ts';

/** An instant, in a reply. */
export const instant = named('Instant', z.string().describe('ISO 8601 in UTC: `2026-01-31T13:05:00.000Z`.'));

/** Who wrote something. */
export const ORIGIN = {
  by: z
    .enum(ORIGINS)
    .describe(
      '`erp`: over the webservice; `shop`: the shop’s own side; `import`: a file that a person loads.',
    ),
  exchange: z.string().exactOptional().describe('The id of the exchange in the journal.'),
};

const count = z.int().describe('How many rules of the set.');

export const change = named(
  'Change',
  z.object({
    id: z.string().describe('The same whenever and to whomever it is told.'),
    sequence: z.int().describe('The order in which changes took effect; a cursor.'),
    at: instant,
    entity: z.enum(CHANGED_ENTITIES),
    key: z
      .string()
      .describe(
        'The reference of a product or variant, the shop’s id of a customer, the id of an order, the number of a document, `SOURCE/RULE` of price rules.',
      ),
    operation: z
      .enum(CHANGE_OPERATIONS)
      .describe('`retired`: of a set of price rules of which none holds any more.'),
    fields: z
      .array(z.string())
      .describe('What has another value now, by the names of exports; empty where the record was created.'),
    origin: z.object({
      ...ORIGIN,
      caller: z
        .string()
        .exactOptional()
        .describe('Of `shop`: the id of the token that made it, or `user:NAME` of the console.'),
    }),
    code: z.string().exactOptional().describe('The ERP’s code of a customer, once known.'),
    rules: z
      .object({ source: z.string(), rule: z.string(), created: count, updated: count, retired: count })
      .exactOptional()
      .describe('Of price rules.'),
  }),
);
