import { z } from 'zod';
import { named } from './named.ts';
import { PRICE } from './quote.ts';
import { decimal } from './values.ts';

const conflictingRule = named(
  'ConflictingRule',
  z.object({
    netPrice: decimal
      .exactOptional()
      .describe('Of one unit, excluding tax. Absent from a reduction while its product is not known.'),
    sentence: z.string().describe('All of it in words.'),
    ...PRICE,
  }),
);

export const priceConflict = named(
  'PriceConflict',
  z.object({
    reference: z.string(),
    customer: z.string().exactOptional().describe('Absent: rules for every customer.'),
    sentence: z.string().describe('The case in words.'),
    rules: z.array(conflictingRule).describe('The lowest price first: the one that is taken while it holds.'),
  }),
);
