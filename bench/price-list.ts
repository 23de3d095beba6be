import { referenceOf } from './product-message.ts';

/** One row of an ERP's price list, in the wire's words (seed §15). */
export interface ListedRule {
  readonly src: string;
  readonly ref: string;
  readonly reference: string;
  readonly price: string;
  readonly reductionType: 'amount' | 'reduction_amount' | 'reduction_percentage';
  readonly customer: string;
  readonly group: string;
  readonly fromQuantity: string;
  readonly from: string;
  readonly to: string;
}

const ROWS_PER_PRODUCT_AND_RULE = 5;
const GROUPS = ['Grossistes', 'Détaillants', 'Revendeurs & CHR', 'Export', 'Collectivités'];
const QUANTITIES = ['1', '10', '50', '100', '500'];
const FAMILY = 200;
/** Customers that have prices of their own; see customerOf. */
export const RULE_CUSTOMERS = 2000;

/** The rules that each product has: four tariffs for groups, one for single customers. */
const TARIFFS = [
  { src: 'tarif', reductionType: 'amount', forCustomers: false },
  { src: 'tarif', reductionType: 'reduction_percentage', forCustomers: false },
  { src: 'tarif_qte', reductionType: 'reduction_amount', forCustomers: false },
  { src: 'tarif_qte', reductionType: 'amount', forCustomers: false },
  { src: 'cli_prodfam', reductionType: 'reduction_percentage', forCustomers: true },
] as const;

export const ROWS_PER_PRODUCT = TARIFFS.length * ROWS_PER_PRODUCT_AND_RULE;

const YEAR = { from: '2026-01-01 00:00:00', to: '2026-12-31 00:00:00' };
/** No value is written `0`. */
const ALWAYS = { from: '0', to: '0' };
const orNone = (text: string): string => (text === '0' ? '' : text);

/** Codes as ERPs have them. */
export const customerOf = (index: number): string => `CCL${String(index).padStart(5, '0')}`;

/**
 * `rows` rows, a multiple of 25, of a twenty-fifth as many products. They come as an ERP writes them: rule by rule, each
 * rule with the products of one family, so that the list goes through all products five times. Every price of a `year` is
 * another one than the year before.
 */
export function* priceList(rows: number, year = 0): Generator<ListedRule> {
  const products = rows / ROWS_PER_PRODUCT;
  for (let tariff = 0; tariff < TARIFFS.length; tariff += 1)
    for (let product = 0; product < products; product += 1)
      for (let row = 0; row < ROWS_PER_PRODUCT_AND_RULE; row += 1)
        yield ruleOf({ tariff, product, row, year });
}

function ruleOf({
  tariff,
  product,
  row,
  year,
}: Readonly<Record<'tariff' | 'product' | 'row' | 'year', number>>): ListedRule {
  const { src, reductionType, forCustomers } = TARIFFS[tariff] ?? TARIFFS[0];
  const rule = 1 + tariff + TARIFFS.length * Math.floor(product / FAMILY);
  const cents = ((product * 7 + row * 13 + year * 17) % 9000) + 1001;
  return {
    src,
    ref: `TF${String(rule).padStart(5, '0')}`,
    reference: referenceOf(product),
    price: (cents / 100).toFixed(2),
    reductionType,
    customer: forCustomers ? customerOf((product + row * 397) % RULE_CUSTOMERS) : '',
    group: forCustomers ? '' : (GROUPS[row] ?? ''),
    fromQuantity: src === 'tarif_qte' ? (QUANTITIES[row] ?? '1') : '1',
    ...(tariff % 2 === 0 ? YEAR : ALWAYS),
  };
}

/** One `<grille>`, on a line of its own. */
const grilleXml = (rule: ListedRule): string =>
  `<grille src="${rule.src}" ref="${rule.ref}"><id_product>${rule.reference}</id_product><price>${rule.price}</price>` +
  `<reduction_type>${rule.reductionType}</reduction_type><id_customer>${rule.customer}</id_customer>` +
  `<group_name>${rule.group.replace('&', '&amp;')}</group_name><id_currency>0</id_currency><country_iso2>0</country_iso2>` +
  `<from_qty>${rule.fromQuantity}</from_qty><from>${rule.from}</from><to>${rule.to}</to></grille>\n`;

const KINDS = {
  amount: 'price',
  reduction_amount: 'amount_off',
  reduction_percentage: 'percent_off',
} as const;

/** The same row as the store writes it, by the columns of its table `price_rule`. */
export const ruleCells = (rule: ListedRule): Readonly<Record<string, string>> => ({
  reference: rule.reference,
  customer: rule.customer,
  customer_group: rule.group,
  from_quantity: rule.fromQuantity,
  currency: '',
  country: '',
  valid_from: orNone(rule.from),
  source: rule.src,
  rule: rule.ref,
  kind: KINDS[rule.reductionType],
  value: rule.price.replace(/\.?0+$/, ''),
  valid_to: orNone(rule.to),
  seen_at: '2026-01-05 08:30:00',
  follows_set: '1',
});

export function* priceListXml(rows: number, year = 0): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<connecteur>\n<grilles>\n';
  for (const rule of priceList(rows, year)) yield grilleXml(rule);
  yield '</grilles>\n</connecteur>\n';
}
