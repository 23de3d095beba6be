import { add, compare, type Decimal, divide, multiply, round, ZERO } from './decimal.ts';
import type { OrderContent, OrderTotals } from './order.ts';
import {
  type Charges,
  HUNDRED,
  lineSums,
  type SummedLine,
  type SummedProducts,
  sumsByLine,
  sumsByRate,
  type TaxShare,
  totalsFromSums,
} from './order-totals.ts';

/** What somebody says of an order's amounts. What is not said follows from the lines; what is said has to agree. */
export interface SaidSums extends Charges {
  readonly paid: Decimal;
  readonly productsExclTax?: Decimal;
  readonly productsInclTax?: Decimal;
  readonly discountExclTax?: Decimal;
  readonly discountPercent?: Decimal;
  /** Of the lines, by rate: without shipping, before the discount. */
  readonly taxes?: readonly TaxShare[];
  readonly lines: readonly SaidLine[];
}

export interface SaidLine extends SummedLine {
  /** Excluding tax. */
  readonly netTotal?: Decimal;
  /** Including tax. */
  readonly grossTotal?: Decimal;
}

export interface SumDifference {
  /** `totals.paid`, `lines[0].netTotal`, `taxes[1].tax` … */
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

export interface CheckedSums {
  readonly totals: OrderTotals;
  /** Empty where all that was said agrees, to the cent. */
  readonly differences: readonly SumDifference[];
}

/**
 * Compares what is said with what the lines come to. Shops round either each line or the sum of each tax rate: both are
 * right, as long as it is one of them throughout.
 */
export function checkSums(said: SaidSums): CheckedSums {
  const ways = [sumsByLine(said.lines), sumsByRate(said.lines)].map((sums) => checkedAs(said, sums));
  return ways.reduce((best, way) => (way.differences.length < best.differences.length ? way : best));
}

function checkedAs(said: SaidSums, sums: SummedProducts): CheckedSums {
  const { shippingInclTax, shippingTaxRate, discountInclTax } = said;
  const computed = totalsFromSums(sums, { shippingInclTax, shippingTaxRate, discountInclTax });
  const totals = {
    ...computed,
    discountExclTax: agreeing(said.discountExclTax, computed.discountExclTax, isShareOf(said)),
    discountPercent: agreeing(said.discountPercent, computed.discountPercent, isPercentOf(computed)),
  };
  return {
    totals,
    differences: [
      ...said.lines.flatMap(lineDifferences),
      ...taxDifferences(said.taxes, sums.taxes),
      ...TOTALS.flatMap((name) => difference(`totals.${name}`, said[name], totals[name])),
      ...CENTS.flatMap((name) => difference(`totals.${name}`, said[name], round(said[name], 2))),
    ],
  };
}

const TOTALS = ['productsExclTax', 'productsInclTax', 'discountExclTax', 'discountPercent', 'paid'] as const;
/** Amounts that only the caller knows. */
const CENTS = ['shippingInclTax', 'discountInclTax'] as const;

const difference = (field: string, got: Decimal | undefined, expected: Decimal): readonly SumDifference[] =>
  got === undefined || got === expected ? [] : [{ field, expected, got }];

const agreeing = (
  said: Decimal | undefined,
  computed: Decimal,
  agrees: (said: Decimal) => boolean,
): Decimal => (said !== undefined && agrees(said) ? said : computed);

/** A discount may be on some lines only: its share without tax then lies between those of the lowest rate and the highest. */
const isShareOf =
  ({ discountInclTax, lines }: SaidSums) =>
  (share: Decimal): boolean => {
    const shares = lines.map(({ taxRate }) =>
      divide(multiply(discountInclTax, HUNDRED), add(HUNDRED, taxRate), 2),
    );
    return (
      shares.some((each) => compare(each, share) <= 0) && shares.some((each) => compare(each, share) >= 0)
    );
  };

/** The percentage that a discount was made from says more than the one that its rounded amount gives. */
const isPercentOf =
  ({ productsInclTax, discountInclTax }: OrderTotals) =>
  (percent: Decimal): boolean =>
    divide(multiply(productsInclTax, percent), HUNDRED, 2) === discountInclTax;

function lineDifferences(line: SaidLine, index: number): readonly SumDifference[] {
  const { net, gross } = lineSums(line);
  return [
    ...difference(`lines[${index}].netTotal`, line.netTotal, net),
    ...difference(`lines[${index}].grossTotal`, line.grossTotal, gross),
  ];
}

/** Every rate of the lines must be told once, and no other. */
function taxDifferences(
  said: readonly TaxShare[] | undefined,
  computed: readonly TaxShare[],
): readonly SumDifference[] {
  if (said === undefined) return [];
  const missing = new Map(computed.map((share) => [share.rate, share]));
  const differences = said.flatMap(({ rate, net, tax }, index) => {
    const expected = missing.get(rate) ?? { net: ZERO, tax: ZERO };
    missing.delete(rate);
    return [
      ...difference(`taxes[${index}].net`, net, expected.net),
      ...difference(`taxes[${index}].tax`, tax, expected.tax),
    ];
  });
  const left = [...missing.values()].map(({ rate }, index) => ({
    field: `taxes[${said.length + index}].rate`,
    expected: rate,
    got: '',
  }));
  return [...differences, ...left];
}

/** The taxes of an order's lines, by rate, where its totals follow from them. */
export const taxesBehind = ({
  lines,
  totals,
}: Pick<OrderContent, 'lines' | 'totals'>): readonly TaxShare[] | undefined =>
  [sumsByLine(lines), sumsByRate(lines)].find(
    ({ productsExclTax, productsInclTax }) =>
      productsExclTax === totals.productsExclTax && productsInclTax === totals.productsInclTax,
  )?.taxes;
