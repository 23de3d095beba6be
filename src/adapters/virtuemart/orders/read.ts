import { type Decimal, parseDecimal, ZERO } from '../../../domain/decimal.ts';
import { defined, filled } from '../../../domain/optional.ts';
import type { Order } from '../../../domain/order.ts';
import { readCodes } from '../../side/customers/codes.ts';
import { totalsOf } from '../../side/order-totals.ts';
import { personName } from '../../side/person-name.ts';
import type { VirtuemartContext } from '../context.ts';
import { unixFromUtc } from '../moments.ts';
import { sideOf, type VirtuemartSql } from '../tables.ts';
import { NO_ADDRESSES, type OrderAddresses, readOrderAddresses } from './addresses.ts';
import { amountsOf } from './amounts.ts';
import { vendorsOf } from './find.ts';
import { type ReadLine, readLines } from './lines.ts';

export const selectOrders = (sql: VirtuemartSql, context: Pick<VirtuemartContext, 'site'>) =>
  sql
    .selectFrom('virtuemart_orders as order')
    .leftJoin('virtuemart_currencies as currency', 'currency.virtuemart_currency_id', 'order.order_currency')
    .leftJoin(
      'virtuemart_paymentmethods as payment',
      'payment.virtuemart_paymentmethod_id',
      'order.virtuemart_paymentmethod_id',
    )
    .leftJoin(
      'virtuemart_paymentmethods_lang as paymentText',
      'paymentText.virtuemart_paymentmethod_id',
      'order.virtuemart_paymentmethod_id',
    )
    .leftJoin(
      'virtuemart_shipmentmethods as shipment',
      'shipment.virtuemart_shipmentmethod_id',
      'order.virtuemart_shipmentmethod_id',
    )
    .leftJoin(
      'virtuemart_shipmentmethods_lang as shipmentText',
      'shipmentText.virtuemart_shipmentmethod_id',
      'order.virtuemart_shipmentmethod_id',
    )
    .leftJoin('users as joomla', 'joomla.id', 'order.virtuemart_user_id')
    .select(['order.virtuemart_order_id as key', 'order_number as number', 'order_status as state'])
    .select(['joomla.name as userName', 'joomla.email as userEmail'])
    .select(['order.created_on as created', 'virtuemart_user_id as account'])
    .select(['currency_code_3 as currency', 'order_total as total', 'order_billTaxAmount as tax'])
    .select(['order_shipment as shipmentNet', 'order_shipment_tax as shipmentTax'])
    .select(['order_payment as paymentNet', 'order_payment_tax as paymentTax'])
    .select(['coupon_discount as coupon', 'payment_name as paymentName', 'payment_element as paymentPlugin'])
    .select(['shipment_name as shipmentName', 'shipment_element as shipmentPlugin'])
    .where('order.virtuemart_vendor_id', 'in', vendorsOf(context));

export type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number];

/** What stands beside the orders' own rows. */
interface Parts {
  readonly lines: readonly ReadLine[];
  readonly addresses: OrderAddresses;
  /** The ERP's codes, by account. */
  readonly codes: ReadonlyMap<number, string>;
  readonly rates: readonly Decimal[];
}

/** The orders of these rows, whole. */
export async function ordersOf(
  sql: VirtuemartSql,
  context: VirtuemartContext,
  rows: readonly OrderRow[],
): Promise<readonly Order[]> {
  if (rows.length === 0) return [];
  const { site } = context;
  const orders = rows.map(({ key }) => key);
  const rates = await site.taxes.rates(sql);
  const addresses = await readOrderAddresses(sql, orders);
  const lines = await readLines(sql, { vendor: site.vendor, orders, rates });
  const accounts = rows.map((row) => ({ id: accountKey(row), email: addresses.get(row.key)?.email ?? '' }));
  const codes = await readCodes(sideOf(sql), accounts);
  return rows.map((row) =>
    orderOf(context, row, {
      lines: lines.get(row.key) ?? [],
      addresses: addresses.get(row.key) ?? NO_ADDRESSES,
      codes,
      rates,
    }),
  );
}

/** A guest has no account: each order of theirs is somebody of its own. */
const accountKey = ({ account, key }: OrderRow): number => account || -key;

const exact = (value: string | null): Decimal => parseDecimal(value ?? '') ?? ZERO;

function orderOf({ clock }: VirtuemartContext, row: OrderRow, parts: Parts): Order {
  const { addresses, lines, rates, codes } = parts;
  return {
    id: String(row.key),
    ...defined({ reference: filled(row.number ?? ''), currency: row.currency ?? undefined }),
    state: row.state ?? '',
    placedAt: clock.local(unixFromUtc(row.created)),
    paymentMethod: row.paymentName ?? row.paymentPlugin ?? '',
    carrier: row.shipmentName ?? row.shipmentPlugin ?? '',
    delivery: addresses.delivery,
    billing: addresses.billing,
    customer: {
      id: row.account === 0 ? `guest-${row.key}` : String(row.account),
      ...personName(row.userName ?? '', addresses.billing),
      email: addresses.email || (row.userEmail ?? ''),
      ...defined({ erpCode: codes.get(accountKey(row)) }),
    },
    totals: totalsOf(orderAmounts(row, lines), rates),
    lines: lines.map(({ line }) => line),
  };
}

const orderAmounts = (row: OrderRow, lines: readonly ReadLine[]) =>
  amountsOf({
    total: exact(row.total),
    tax: exact(row.tax),
    shipment: exact(row.shipmentNet),
    shipmentTax: exact(row.shipmentTax),
    payment: exact(row.paymentNet),
    paymentTax: exact(row.paymentTax),
    coupon: exact(row.coupon),
    lines: lines.map(({ amounts }) => amounts),
  });
