import { type Decimal, parseDecimal, ZERO } from '../../domain/decimal.ts';
import { fail } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import { parseDate } from '../../parsing/date.ts';
import { parseNumber } from '../../parsing/number.ts';
import type { Basket } from '../../shop/quotes.ts';
import type { PricesWording } from '../wording/prices.ts';

export interface QuoteOptions {
  readonly customer?: string;
  readonly group?: string;
  readonly quantity?: string;
  readonly currency?: string;
  readonly country?: string;
  readonly date?: string;
}

const ONE = parseDecimal('1') ?? ZERO;

/** A basket of one line. Throws `option_invalid`, `buyer_ambiguous`. */
export function basketFromOptions(reference: string, options: QuoteOptions, wording: PricesWording): Basket {
  const { customer, group, quantity, currency, country, date } = options;
  if (customer !== undefined && group !== undefined) throw fail('buyer_ambiguous');
  return {
    buyer: customer === undefined ? { group: group ?? '' } : { customer },
    lines: [{ reference, quantity: quantity === undefined ? ONE : quantityOf(quantity, wording) }],
    ...defined({
      currency,
      country,
      at: date === undefined ? undefined : dateOf(date, wording),
    }),
  };
}

function quantityOf(value: string, { quantityExpected: expected }: PricesWording): Decimal {
  const quantity = parseNumber(value);
  if (quantity !== undefined) return quantity;
  throw fail('option_invalid', { field: '--quantity', value, expected });
}

function dateOf(value: string, { dateExpected: expected }: PricesWording): Basket['at'] {
  const date = parseDate(value);
  if (date) return date;
  throw fail('option_invalid', { field: '--date', value, expected });
}
