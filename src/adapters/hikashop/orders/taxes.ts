import { type Decimal, multiply, parseDecimal, round, ZERO } from '../../../domain/decimal.ts';
import { sumOf } from '../../side/rates.ts';
import { entriesOf, parseSerialized, textOf } from './serialized.ts';

const HUNDRED = parseDecimal('100') ?? ZERO;

/** A tax that HikaShop noted with an order or a line of it. */
interface NotedTax {
  /** Percent. */
  readonly rate: Decimal;
  readonly amount: Decimal | undefined;
}

/** The taxes of `order_tax_info` or `order_product_tax_info`; undefined where nothing is noted there. */
function notedTaxes(text: string | null): readonly NotedTax[] | undefined {
  const taxes = entriesOf(parseSerialized(text)).flatMap(([, tax]): NotedTax[] => {
    const rate = parseDecimal(textOf(tax, 'tax_rate') ?? '');
    if (rate === undefined) return [];
    return [
      { rate: round(multiply(rate, HUNDRED), 3), amount: parseDecimal(textOf(tax, 'tax_amount') ?? '') },
    ];
  });
  return taxes.length > 0 ? taxes : undefined;
}

/** All taxes of one line together; undefined where nothing is noted. */
export function notedRate(text: string | null): Decimal | undefined {
  const taxes = notedTaxes(text);
  return taxes && sumOf(taxes.map(({ rate }) => rate));
}

/** All amounts together; undefined where one of them is not noted. */
export function notedAmount(text: string | null): Decimal | undefined {
  const amounts = notedTaxes(text)?.map(({ amount }) => amount);
  return amounts?.every((amount) => amount !== undefined) ? sumOf(amounts) : undefined;
}
