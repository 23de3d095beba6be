import { type LocalDateTime, parseLocalDateTime } from '../../../domain/dates.ts';
import { defined, filled } from '../../../domain/optional.ts';
import type { Order } from '../../../domain/order.ts';
import { readCodes } from '../../side/customers/codes.ts';
import type { TheliaContext } from '../context.ts';
import { type Account, readAccounts } from '../customers/accounts.ts';
import { type AddressRow, NO_ADDRESS, postalAddress } from '../customers/addresses.ts';
import { decimalFromFloat } from '../floats.ts';
import { sideOf, type TheliaSql } from '../tables.ts';
import { type ReadLine, readLines } from './lines.ts';
import { totalsOf } from './totals.ts';

export const selectOrders = (sql: TheliaSql) =>
  sql
    .selectFrom('commande as order')
    .leftJoin('devise', 'devise.id', 'order.devise')
    .leftJoin('modules as carrier', 'carrier.id', 'order.transport')
    .leftJoin('modules as payment', 'payment.id', 'order.paiement')
    .select([
      'order.id as key',
      'order.ref as reference',
      'order.statut as state',
      'order.date as date',
      'order.client as accountId',
      'order.adrfact as billingId',
      'order.adrlivr as deliveryId',
      'order.port as shipping',
      'order.remise as discount',
      'order.colis as parcels',
      'devise.code as currency',
      'carrier.nom as carrier',
      'payment.nom as paymentMethod',
    ]);

export type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number];

/** What stands beside the orders' own rows. */
interface Parts {
  readonly lines: readonly ReadLine[];
  readonly addresses: ReadonlyMap<number, OrderAddress>;
  readonly accounts: ReadonlyMap<number, Account>;
  /** The ERP's codes, by account. */
  readonly codes: ReadonlyMap<number, string>;
}

/** The orders of these rows, whole. */
export async function ordersOf(
  sql: TheliaSql,
  { site }: TheliaContext,
  rows: readonly OrderRow[],
): Promise<readonly Order[]> {
  if (rows.length === 0) return [];
  const accounts = await readAccounts(
    sql,
    rows.map(({ accountId }) => accountId),
  );
  const read = await readLines(
    sql,
    site,
    rows.map(({ key }) => key),
  );
  const parts = {
    accounts,
    addresses: await readAddresses(
      sql,
      rows.flatMap(({ billingId, deliveryId }) => [billingId, deliveryId]),
    ),
    codes: await readCodes(sideOf(sql), [...accounts.values()]),
  };
  const lines = Map.groupBy(read, ({ order }) => order);
  return rows.map((row) => orderOf(row, { ...parts, lines: lines.get(row.key) ?? [] }));
}

interface OrderAddress extends AddressRow {
  readonly id: number;
  readonly tel: string;
}

/** An order's own addresses, which stay as they were when it was placed; by id. */
async function readAddresses(
  sql: TheliaSql,
  ids: readonly number[],
): Promise<ReadonlyMap<number, OrderAddress>> {
  const rows = await sql
    .selectFrom('venteadr')
    .leftJoin('pays', 'pays.id', 'venteadr.pays')
    .select([
      ...(['venteadr.id as id', 'entreprise', 'nom', 'prenom', 'adresse1', 'adresse2', 'adresse3'] as const),
      ...(['cpostal', 'ville', 'tel', 'pays.isoalpha2 as country'] as const),
    ])
    .where('venteadr.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function orderOf(row: OrderRow, { lines, addresses, accounts, codes }: Parts): Order {
  const account = accounts.get(row.accountId);
  const addressOf = (id: number) => {
    const address = addresses.get(id);
    return (
      address &&
      postalAddress(address, {
        phone: address.tel || (account?.telfixe ?? ''),
        mobile: account?.telport ?? '',
      })
    );
  };
  const billing = addressOf(row.billingId) ?? addressOf(row.deliveryId) ?? NO_ADDRESS;
  return {
    id: String(row.key),
    ...defined({ reference: filled(row.reference), currency: filled(row.currency ?? '') }),
    state: String(row.state),
    placedAt: placedAt(row.date),
    paymentMethod: row.paymentMethod ?? '',
    carrier: row.carrier ?? '',
    delivery: addressOf(row.deliveryId) ?? billing,
    billing: { ...billing, ...defined({ vatNumber: filled(account?.intracom.trim() ?? '') }) },
    customer: {
      id: String(row.accountId),
      lastName: account?.nom ?? billing.lastName,
      firstName: account?.prenom ?? billing.firstName,
      email: account?.email ?? '',
      ...defined({ erpCode: codes.get(row.accountId) }),
    },
    totals: totalsOf({
      shipping: decimalFromFloat(row.shipping),
      discount: decimalFromFloat(row.discount),
      lines: lines.map(({ amounts }) => amounts),
    }),
    lines: lines.map(({ line }) => line),
  };
}

const NEVER = '1970-01-01 00:00:00' as LocalDateTime;

/** Thelia keeps the shop's wall clock, and a date of zeros where there is none. */
const placedAt = (date: string): LocalDateTime => parseLocalDateTime(date) ?? NEVER;
