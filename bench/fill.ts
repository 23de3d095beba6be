import type { Database, Sql } from '../src/store/database.ts';
import { PRODUCT_TEXTS } from './product-message.ts';
import { type BenchStore, inDatabase } from './stores.ts';

export type Fill = (database: Database) => Promise<void>;

/** Straight into a store that nobody has open: a hundred times faster than by messages. */
export const fillStore = (store: BenchStore, ...fills: readonly Fill[]): Promise<void> =>
  inDatabase(store, async (database) => {
    for (const fill of fills) await fill(database);
    for (const statement of TIDY[store.dialect])
      await database.write(async (sql) => void (await sql.run(statement)));
  });

/** What a store that has grown for a year has behind it. SQLite needs nothing: it has no statistics to keep. */
const TIDY: Readonly<Record<BenchStore['dialect'], readonly string[]>> = {
  sqlite: [],
  postgres: ['ANALYZE'],
};

/** Rows of one transaction. */
const CHUNK = 100_000;

/** `write` is given the first number of each chunk, and the one behind its last. */
export async function inChunks(
  { write }: Database,
  count: number,
  insert: (sql: Sql, from: number, to: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < count; from += CHUNK)
    await write(async (sql) => void (await insert(sql, from, Math.min(from + CHUNK, count))));
}

const AT = '2026-01-05 08:30:00';
/** The numbers from $1 to below $2. */
export const NUMBERS = `WITH RECURSIVE number(i) AS (SELECT CAST($1 AS INTEGER) WHERE CAST($1 AS INTEGER) < CAST($2 AS INTEGER)
  UNION ALL SELECT i + 1 FROM number WHERE i + 1 < CAST($2 AS INTEGER))`;
/** `number`, below 10^`digits`, with leading zeros. */
export const padded = (number: string, digits: number): string =>
  `substr(CAST(${10 ** digits} + ${number} AS TEXT), 2)`;
/** As referenceOf of product-message.ts. */
export const referenceSql = (number: string): string => `${padded(number, 7)} || 'AGS'`;

const PRODUCT = `INSERT INTO product
    (id, reference, kind, net_price, tax_rate, stock, weight, ean13, active, created_at, updated_at)
  ${NUMBERS} SELECT i + 1, ${referenceSql('i')}, 'product', '99.5', CAST($3 AS TEXT), '7', CAST($4 AS TEXT),
    CAST($5 AS TEXT), 1, '${AT}', '${AT}' FROM number`;
const PRODUCT_TEXT = `INSERT INTO product_text (product_id, language, name, short_description)
  ${NUMBERS} SELECT i + 1, '', CAST($3 AS TEXT), CAST($4 AS TEXT) FROM number`;

/** Products as update_product of product-message.ts finds them: only price and stock differ. */
export function fillProducts(count: number): Fill {
  const { name, shortDescription, taxRate, weight, ean13 } = PRODUCT_TEXTS;
  return (database) =>
    inChunks(database, count, async (sql, from, to) => {
      await sql.run(PRODUCT, [from, to, trimZeros(taxRate), weight, ean13]);
      await sql.run(PRODUCT_TEXT, [from, to, name, shortDescription]);
    });
}

/** As the store writes a decimal. */
const trimZeros = (decimal: string): string => decimal.replace(/\.?0+$/, '');

const ADDRESS = {
  country: 'FR',
  company: 'Bague’s en or',
  lastName: 'Martin',
  firstName: 'Zoé',
  address1: '12 rue de l’Église',
  postcode: '57000',
  city: 'Metz',
  phone: '03 87 23 11 45',
};
/** What an order of the shop says, but for its lines. */
export const ORDERED = {
  paymentMethod: 'Carte bancaire',
  carrier: 'Colissimo',
  warehouse: '',
  currency: 'EUR',
  customer: { id: '77', lastName: 'Martin', firstName: 'Zoé', email: 'client77@exemple.fr' },
  delivery: ADDRESS,
  billing: ADDRESS,
  totals: {
    ...{ paid: '119.9', productsInclTax: '119.9', productsExclTax: '99.92', shippingInclTax: '0' },
    ...{ shippingTaxRate: '20', discountPercent: '0', discountInclTax: '0', discountExclTax: '0' },
  },
};
const ORDER_CONTENT = JSON.stringify(ORDERED);

/** Of $3 orders, in minutes from the beginning: two years of twelve months of 28 days. */
const MINUTE = 'CAST(i AS BIGINT) * 967680 / CAST($3 AS BIGINT)';
const PLACED_AT = `${padded(`2024 + ${MINUTE} / 483840`, 4)} || '-' || ${padded(`1 + ${MINUTE} / 40320 % 12`, 2)} || '-' ||
  ${padded(`1 + ${MINUTE} / 1440 % 28`, 2)} || ' ' || ${padded(`${MINUTE} / 60 % 24`, 2)} || ':' ||
  ${padded(`${MINUTE} % 60`, 2)} || ':00'`;
/** What an open order says, every $4th; what all others say. */
const either = (open: string, confirmed: string): string =>
  `CASE WHEN i % CAST($4 AS BIGINT) = 0 THEN ${open} ELSE ${confirmed} END`;
const ORDERED_BY = `'client' || CAST(i % 50000 AS TEXT) || '@exemple.fr'`;
const ORDER = `INSERT INTO shop_order
    (order_key, id, state, placed_at, customer_id, customer_email, customer_email_key, paid, content, read_at, confirmed_at)
  ${NUMBERS} SELECT i + 1, CAST(100000 + i AS TEXT), ${either("'2'", "'5'")}, ${PLACED_AT},
    CAST(i % 50000 AS TEXT), ${ORDERED_BY}, ${ORDERED_BY}, '119.9', CAST($5 AS TEXT),
    ${either('NULL', `'${AT}'`)}, ${either('NULL', `'${AT}'`)} FROM number`;
const ORDER_LINE = `INSERT INTO order_line (order_key, position, reference, quantity, name, net_unit_price, tax_rate)
  ${NUMBERS} SELECT i + 1, 0, ${referenceSql('i % 40000')}, '1', CAST($3 AS TEXT), '99.92', '20' FROM number`;

/** Orders of two years, `importable` of them (evenly spread) not imported yet, all others confirmed. */
export const fillOrders =
  (count: number, importable: number): Fill =>
  (database) =>
    inChunks(database, count, async (sql, from, to) => {
      await sql.run(ORDER, [from, to, count, Math.floor(count / importable), ORDER_CONTENT]);
      await sql.run(ORDER_LINE, [from, to, PRODUCT_TEXTS.name]);
    });

const CUSTOMER = 'INSERT INTO customer (customer_key, id, code, name) VALUES ($1, $2, $2, $2)';

/** Customers of whom only the code is known: those that price rules name. */
export const fillCustomers =
  (codes: readonly string[]): Fill =>
  ({ write }) =>
    write(async (sql) => {
      for (const [index, code] of codes.entries()) await sql.run(CUSTOMER, [index + 1, code]);
    });
