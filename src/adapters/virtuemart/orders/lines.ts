import { type Decimal, parseDecimal, subtract, ZERO } from '../../../domain/decimal.ts';
import { defined } from '../../../domain/optional.ts';
import type { OrderLine } from '../../../domain/order.ts';
import type { LineAmounts } from '../../side/order-totals.ts';
import { rateOf, sumOf } from '../../side/rates.ts';
import { readAxes } from '../products/characteristics.ts';
import { selectProducts, withSides } from '../products/rows.ts';
import type { VirtuemartSql } from '../tables.ts';
import { type Choice, parseAttributes } from './attributes.ts';

const readRows = (sql: VirtuemartSql, orders: readonly number[]) =>
  sql
    .selectFrom('virtuemart_order_items')
    .select(['virtuemart_order_item_id as id', 'virtuemart_order_id as order'])
    .select(['virtuemart_product_id as product', 'order_item_sku as reference', 'order_item_name as name'])
    .select(['product_quantity as quantity', 'product_discountedPriceWithoutTax as net'])
    .select(['product_final_price as gross', 'product_tax as tax', 'product_attribute as attributes'])
    .where('virtuemart_order_id', 'in', orders)
    .orderBy('virtuemart_order_item_id')
    .execute();

type LineRow = Awaited<ReturnType<typeof readRows>>[number];

/** A line with what it adds to the order's totals. */
export interface ReadLine {
  readonly line: OrderLine;
  readonly amounts: LineAmounts;
}

/** The lines of these orders, by order. */
export async function readLines(
  sql: VirtuemartSql,
  { vendor, orders, rates }: LinesQuery,
): Promise<ReadonlyMap<number, readonly ReadLine[]>> {
  const rows = await readRows(sql, orders);
  const noted = await notedRates(sql, orders);
  const axes = await axesOf(sql, vendor, rows);
  const lines = rows.map((row, index) => {
    const amounts = amountsOf(row);
    const [axis1, axis2] = axes[index] ?? [];
    const line: OrderLine = {
      reference: row.reference,
      quantity: amounts.quantity,
      name: row.name,
      netUnitPrice: amounts.price,
      taxRate: noted.get(row.id) ?? rateOf(amounts.price, amounts.tax, rates),
      ...defined({ axis1, axis2 }),
    };
    return { order: row.order ?? 0, line, amounts };
  });
  return Map.groupBy(lines, ({ order }) => order);
}

export interface LinesQuery {
  readonly vendor: number;
  readonly orders: readonly number[];
  /** Those that the shop knows, in percent. */
  readonly rates: readonly Decimal[];
}

const exact = (value: string | number | null): Decimal => parseDecimal(String(value ?? 0)) ?? ZERO;

/** The price without tax is that after the line's discounts; old orders have but the tax. */
function amountsOf({ quantity, net, gross, tax }: LineRow): LineAmounts {
  const final = exact(gross);
  const price = exact(net) === ZERO ? subtract(final, exact(tax)) : exact(net);
  return { quantity: exact(quantity), price, tax: subtract(final, price) };
}

/** The rates that VirtueMart noted with the order, all those of one line together, by line. */
async function notedRates(
  sql: VirtuemartSql,
  orders: readonly number[],
): Promise<ReadonlyMap<number, Decimal>> {
  const rows = await sql
    .selectFrom('virtuemart_order_calc_rules')
    .select(['virtuemart_order_item_id as line', 'calc_value as rate'])
    .where('virtuemart_order_id', 'in', orders)
    .where('virtuemart_order_item_id', '>', 0)
    .where('calc_kind', 'in', ['VatTax', 'Tax'])
    .where('calc_mathop', '=', '+%')
    .execute();
  const groups = Map.groupBy(rows, ({ line }) => line ?? 0);
  return new Map([...groups].map(([line, rules]) => [line, sumOf(rules.map(({ rate }) => exact(rate)))]));
}

/** What was chosen, as the order notes it; else the axes of the variant that was bought. */
async function axesOf(
  sql: VirtuemartSql,
  vendor: number,
  rows: readonly LineRow[],
): Promise<readonly (readonly string[])[]> {
  const choices = rows.map(({ attributes }) => parseAttributes(attributes));
  const values = await fieldValues(sql, choices.flat());
  const ids = [...new Set(rows.flatMap(({ product }) => product ?? []))];
  const products =
    ids.length === 0
      ? []
      : await selectProducts(sql, vendor).where('product.virtuemart_product_id', 'in', ids).execute();
  const axes = await readAxes(sql, await withSides(sql, products));
  return rows.map(({ product }, index) => {
    const chosen = (choices[index] ?? []).flatMap((choice) =>
      typeof choice === 'string' ? choice : (values.get(choice) ?? []),
    );
    return chosen.length > 0 ? chosen : (axes.get(product ?? 0) ?? []).map(({ value }) => value);
  });
}

async function fieldValues(
  sql: VirtuemartSql,
  choices: readonly Choice[],
): Promise<ReadonlyMap<number, string>> {
  const ids = choices.filter((choice) => typeof choice === 'number');
  if (ids.length === 0) return new Map();
  const rows = await sql
    .selectFrom('virtuemart_product_customfields')
    .select(['virtuemart_customfield_id as id', 'customfield_value as value'])
    .where('virtuemart_customfield_id', 'in', ids)
    .where('customfield_value', '!=', '')
    .execute();
  return new Map(rows.map(({ id, value }) => [id, value ?? '']));
}
