import type { AddressFields, Customer, CustomerFields, ShopCustomer } from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Database, Sql } from '../database.ts';
import { readByMoment } from '../moment-pages.ts';
import { readPages } from '../pages.ts';
import type { Row } from '../table.ts';
import { ADDRESS, CONTACT, CUSTOMER, nestedFromRow } from './columns.ts';
import { postalAddress } from './postal-address.ts';
import {
  ADDRESS_TABLE,
  type AddressRow,
  CONTACT_TABLE,
  type ContactRow,
  CUSTOMER_TABLE,
  type CustomerRow,
  SHOP_SIDE,
} from './tables.ts';

const BATCH = 500;

const ALL = `${CUSTOMER_TABLE.select} WHERE customer_key > $1 ORDER BY customer_key LIMIT ${BATCH}`;
const SINCE_SAME = `${CUSTOMER_TABLE.select}
  WHERE shop_changed_at = $1 AND customer_key > $2 ORDER BY customer_key LIMIT ${BATCH}`;
const SINCE_LATER = `${CUSTOMER_TABLE.select}
  WHERE shop_changed_at > $1 ORDER BY shop_changed_at, customer_key LIMIT ${BATCH}`;
const RANGE = 'WHERE customer_key >= $1 AND customer_key <= $2';
const CONTACTS = `${CONTACT_TABLE.select} ${RANGE} ORDER BY customer_key, position`;
const ADDRESSES = `${ADDRESS_TABLE.select} ${RANGE} ORDER BY customer_key, kind, position`;
const BILLING = `SELECT ${ADDRESS.selected()} FROM customer_address
  WHERE customer_key = $1 AND kind = 'billing' AND position = 0`;

/** In the order in which they came. */
export const readCustomers = (database: Database): AsyncGenerator<readonly Customer[]> =>
  readAll(database, withParts);

/** What a page of rows becomes is read in the rows' own snapshot. */
const readAll = <Item>(
  database: Database,
  itemsOf: (sql: Sql, rows: readonly CustomerRow[]) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> =>
  readPages<Item, number>({
    from: 0,
    read: (after) =>
      database.snapshot(async (sql) => {
        const rows = await sql.all<CustomerRow>(ALL, [after]);
        return { items: await itemsOf(sql, rows), last: rows.at(-1)?.customerKey };
      }),
  });

/** Of rows that follow each other. */
export async function withParts(sql: Sql, rows: readonly CustomerRow[]): Promise<readonly Customer[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const range = [first.customerKey, last.customerKey];
  const contacts = Map.groupBy(await sql.all<ContactRow>(CONTACTS, range), keyOf);
  const addresses = Map.groupBy(await sql.all<AddressRow>(ADDRESSES, range), keyOf);
  return rows.map((row) => customerFromRows(row, contacts.get(keyOf(row)), addresses.get(keyOf(row))));
}

const keyOf = (row: { readonly customerKey: number }): number => row.customerKey;

/** What the ERP said holds; where it said nothing, what the shop's side knows. */
function customerFromRows(
  row: CustomerRow,
  contacts: readonly ContactRow[] = [],
  addresses: readonly AddressRow[] = [],
): Customer {
  const { fields, customFields } = nestedFromRow(CUSTOMER, row);
  const billing = addresses.find((address) => address.kind === 'billing');
  return {
    id: row.id,
    ...(row.code === null ? {} : { code: row.code }),
    fields: { ...shopFields(row), ...fields },
    customFields,
    contacts: contacts.map((contact) => nestedFromRow(CONTACT, contact)),
    deliveryAddresses: addresses
      .filter((address) => address.kind === 'delivery')
      .map((address) => nestedFromRow(ADDRESS, address)),
    ...(billing ? { billingAddress: nestedFromRow(ADDRESS, billing) } : {}),
  };
}

const shopFields = (row: CustomerRow): Partial<CustomerFields> =>
  row.shopChangedAt === null
    ? {}
    : {
        name: row.shopLastName ?? '',
        firstName: row.shopFirstName ?? '',
        email: row.shopEmail ?? '',
      };

/** `customers_list`: all, or those that the shop's own side changed. */
export const listCustomers = (
  database: Database,
  since?: LocalDateTime,
): AsyncGenerator<readonly ShopCustomer[]> =>
  since === undefined ? readAll(database, asShopCustomers) : listSince(database.read, since);

async function* listSince(sql: Sql, since: LocalDateTime): AsyncGenerator<readonly ShopCustomer[]> {
  const pages = readByMoment<CustomerRow>(
    {
      same: ({ moment, key }) => sql.all(SINCE_SAME, [moment, key]),
      later: (moment) => sql.all(SINCE_LATER, [moment]),
      placeOf: ({ shopChangedAt, customerKey }) => ({ moment: shopChangedAt ?? '', key: customerKey }),
    },
    // Keys are positive: this is before all rows of that moment.
    { moment: since, key: 0 },
  );
  for await (const rows of pages) yield await asShopCustomers(sql, rows);
}

export async function asShopCustomers(
  sql: Sql,
  rows: readonly CustomerRow[],
): Promise<readonly ShopCustomer[]> {
  const customers: ShopCustomer[] = [];
  for (const row of rows) customers.push(shopCustomerFromRow(row) ?? (await handedBack(sql, row)));
  return customers;
}

function shopCustomerFromRow(row: CustomerRow): ShopCustomer | undefined {
  const { shopLastName = '', shopFirstName = '', shopEmail = '', shopAddress } = SHOP_SIDE.fromRow(row);
  return (
    shopAddress && {
      id: row.id,
      lastName: shopLastName,
      firstName: shopFirstName,
      email: shopEmail,
      address: shopAddress,
    }
  );
}

/** A customer that only the ERP spoke of. */
async function handedBack(sql: Sql, row: CustomerRow): Promise<ShopCustomer> {
  const fields = CUSTOMER.fromRow(row);
  const billing = await sql.get<Row<Partial<AddressFields>>>(BILLING, [row.customerKey]);
  return {
    id: row.id,
    lastName: fields.name ?? '',
    firstName: fields.firstName ?? '',
    email: fields.email ?? '',
    address: postalAddress(fields, billing && ADDRESS.fromRow(billing)),
  };
}

/** Those that were looked for are few, and may be far from each other. */
export async function eachWithParts(sql: Sql, rows: readonly CustomerRow[]): Promise<readonly Customer[]> {
  const customers: Customer[] = [];
  for (const row of rows) customers.push(...(await withParts(sql, [row])));
  return customers;
}
