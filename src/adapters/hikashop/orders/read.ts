import { type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import { defined, filled } from '../../../domain/optional.ts';
import type { Order, OrderLine } from '../../../domain/order.ts';
import { readCodes } from '../../side/customers/codes.ts';
import { type LineAmounts, totalsOf } from '../../side/order-totals.ts';
import { personName } from '../../side/person-name.ts';
import { rateOf } from '../../side/rates.ts';
import type { HikashopContext } from '../context.ts';
import { type Account, readAccounts } from '../customers/accounts.ts';
import { type Address, NO_ADDRESS, readAddresses } from '../customers/addresses.ts';
import { type HikashopSql, sideOf } from '../tables.ts';
import { axesOf } from './options.ts';
import { notedAmount, notedRate } from './taxes.ts';

export const selectOrders = (sql: HikashopSql) =>
  sql
    .selectFrom('hikashop_order as order')
    .leftJoin('hikashop_currency as currency', 'currency.currency_id', 'order.order_currency_id')
    .where('order.order_type', '=', 'sale')
    .where('order.order_number', '!=', '')
    .select([
      'order.order_id as key',
      'order_number as id',
      'order_status as state',
      'order_created as created',
      'order_billing_address_id as billingId',
      'order_shipping_address_id as shippingId',
      'order_user_id as accountId',
      'currency.currency_code as currency',
      'order_full_price as fullPrice',
      'order_tax_info as taxInfo',
      'order_discount_price as discountPrice',
      'order_discount_tax as discountTax',
      'order_payment_method as paymentMethod',
      'order_payment_price as paymentPrice',
      'order_payment_tax as paymentTax',
      'order_shipping_method as carrier',
      'order_shipping_price as shippingPrice',
      'order_shipping_tax as shippingTax',
    ]);

export type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number];

const linesOf = (sql: HikashopSql, orders: readonly number[]) =>
  sql
    .selectFrom('hikashop_order_product')
    .select([
      'order_id as order',
      'order_product_code as reference',
      'order_product_name as name',
      'order_product_quantity as quantity',
      'order_product_price as price',
      'order_product_tax as tax',
      'order_product_tax_info as taxInfo',
      'order_product_options as options',
    ])
    .where('order_id', 'in', orders)
    .orderBy('order_product_id')
    .execute();

type LineRow = Awaited<ReturnType<typeof linesOf>>[number];

/** What stands beside the orders' own rows. */
interface Parts {
  readonly lines: readonly LineRow[];
  readonly addresses: ReadonlyMap<number, Address>;
  readonly accounts: ReadonlyMap<number, Account>;
  /** The ERP's codes, by account. */
  readonly codes: ReadonlyMap<number, string>;
  readonly rates: readonly Decimal[];
}

/** The orders of these rows, whole. */
export async function ordersOf(
  sql: HikashopSql,
  context: HikashopContext,
  rows: readonly OrderRow[],
): Promise<readonly Order[]> {
  if (rows.length === 0) return [];
  const accounts = await readAccounts(
    sql,
    rows.map(({ accountId }) => accountId),
  );
  const parts: Parts = {
    lines: await linesOf(
      sql,
      rows.map(({ key }) => key),
    ),
    addresses: await readAddresses(
      sql,
      rows.flatMap(({ billingId, shippingId }) => [billingId, shippingId]),
    ),
    accounts,
    codes: await readCodes(sideOf(sql), [...accounts.values()]),
    rates: await context.site.taxes.rates(sql),
  };
  const lines = Map.groupBy(parts.lines, ({ order }) => order);
  return rows.map((row) => orderOf(context, row, { ...parts, lines: lines.get(row.key) ?? [] }));
}

const exact = (value: string | number): Decimal => parseDecimal(String(value)) ?? ZERO;

function orderOf({ clock }: HikashopContext, row: OrderRow, parts: Parts): Order {
  const { addresses, lines, rates } = parts;
  const billing = addresses.get(row.billingId) ?? addresses.get(row.shippingId) ?? NO_ADDRESS;
  const delivery = addresses.get(row.shippingId) ?? billing;
  const amounts = lines.map(lineAmounts);
  return {
    id: row.id,
    state: row.state,
    placedAt: clock.local(row.created),
    paymentMethod: row.paymentMethod,
    carrier: row.carrier,
    ...defined({ currency: row.currency ?? undefined }),
    delivery: delivery.postal,
    billing: { ...billing.postal, ...defined({ vatNumber: filled(billing.vatNumber) }) },
    customer: customerOf(row, billing, parts),
    totals: totalsOf({ ...amountsOf(row), noted: notedAmount(row.taxInfo), lines: amounts }, rates),
    lines: lines.map((line) => lineOf(line, rates)),
  };
}

function customerOf(
  { accountId }: OrderRow,
  billing: Address,
  { accounts, codes }: Parts,
): Order['customer'] {
  const account = accounts.get(accountId);
  return {
    id: String(accountId),
    ...personName(account?.name ?? '', billing.postal),
    email: account?.email ?? '',
    ...defined({ erpCode: codes.get(accountId) }),
  };
}

const amountsOf = (row: OrderRow) => ({
  fullPrice: exact(row.fullPrice),
  shippingPrice: exact(row.shippingPrice),
  shippingTax: exact(row.shippingTax),
  paymentPrice: exact(row.paymentPrice),
  paymentTax: exact(row.paymentTax),
  discountPrice: exact(row.discountPrice),
  discountTax: exact(row.discountTax),
});

const lineAmounts = ({ quantity, price, tax }: LineRow): LineAmounts => ({
  quantity: exact(quantity),
  price: exact(price),
  tax: exact(tax),
});

function lineOf(line: LineRow, rates: readonly Decimal[]): OrderLine {
  const { quantity, price, tax } = lineAmounts(line);
  return {
    reference: line.reference,
    quantity,
    name: line.name,
    netUnitPrice: price,
    taxRate: notedRate(line.taxInfo) ?? rateOf(price, tax, rates),
    ...axesOf(line.options),
  };
}
