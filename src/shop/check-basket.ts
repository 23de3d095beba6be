import { compare, ZERO } from '../domain/decimal.ts';
import { fail } from '../domain/error.ts';
import { type Basket, MOST_LINES } from './quotes.ts';

/** What can be said of a basket without looking into a shop. Throws `basket_too_large`, `quantity_not_positive`. */
export function checkBasket({ lines }: Basket): void {
  if (lines.length > MOST_LINES) throw fail('basket_too_large', { limit: MOST_LINES });
  for (const { reference, quantity } of lines)
    if (compare(quantity, ZERO) <= 0)
      throw fail('quantity_not_positive', { entity: 'product', record: reference, value: quantity });
}
