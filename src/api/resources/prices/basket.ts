import { z } from 'zod';
import { type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import { fail } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import { type Basket, MOST_LINES } from '../../../shop/quotes.ts';
import { shaped } from '../../input/shapes.ts';
import { momentQuery } from '../../schemas/values.ts';

const MOST_CHARACTERS = 40;

const quantity = shaped('decimal')
  .max(MOST_CHARACTERS)
  .transform((text): Decimal => parseDecimal(text) ?? ZERO)
  .describe('An exact decimal above 0: `2`, `1.5`.');

export const basketBody = z.strictObject({
  customer: z.string().min(1).exactOptional().describe('The ERP’s code of the customer who buys.'),
  group: z
    .string()
    .exactOptional()
    .describe('Instead of a customer: nobody in particular, of this price category.'),
  currency: z
    .string()
    .exactOptional()
    .describe('As price rules name it. Absent: only rules without a currency hold.'),
  country: z
    .string()
    .exactOptional()
    .describe('ISO 3166-1 alpha-2. Absent: only rules without a country hold.'),
  at: momentQuery().exactOptional().describe('When it is bought: a day or a moment. Absent: now.'),
  lines: z
    .array(
      z.strictObject({
        reference: z.string().min(1).describe('Of a product or a variant.'),
        quantity,
      }),
    )
    .max(MOST_LINES)
    .describe('Each is priced by itself.'),
  explain: z
    .boolean()
    .default(false)
    .describe('Whether to tell what was considered for each line, with sentences in the caller’s language.'),
});

/** Throws `buyer_ambiguous`. */
export function basketFromBody(body: z.output<typeof basketBody>): Basket {
  const { customer, group, currency, country, at, lines } = body;
  if (customer !== undefined && group !== undefined) throw fail('buyer_ambiguous');
  return {
    buyer: customer === undefined ? { group: group ?? '' } : { customer },
    lines,
    ...defined({ currency, country, at }),
  };
}
