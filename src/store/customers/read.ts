import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Customer, CustomerFields, PostalAddress, ShopCustomer } from '../../domain/customer.ts';
import type { LocalDateTime } from '../../domain/dates.ts';
import type { Database, Sql } from '../database.ts';
import { readByMoment } from '../moment-pages.ts';
import { ADDRESS, CONTACT, CUSTOMER, nestedFromRow, type Row } from './columns.ts';
import { postalAddress } from './postal-address.ts';

const BATCH = 500;

const COLUMNS = `customer_key, id, code, ${CUSTOMER.columns.join(', ')},
  shop_last_name, shop_first_name, shop_email, shop_address, shop_changed_at`;
const ALL = `SELECT ${COLUMNS} FROM customer WHERE customer_key > $1 ORDER BY customer_key LIMIT ${BATCH}`;
const SINCE_SAME = `SELECT ${COLUMNS} FROM customer
  WHERE shop_changed_at = $1 AND customer_key > $2 ORDER BY customer_key LIMIT ${BATCH}`;
const SINCE_LATER = `SELECT ${COLUMNS} FROM customer
  WHERE shop_changed_at > $1 ORDER BY shop_changed_at, customer_key LIMIT ${BATCH}`;
const RANGE = 'WHERE customer_key >= $1 AND customer_key <= $2';
const CONTACTS = `SELECT customer_key, ${CONTACT.columns.join(', ')} FROM customer_contact ${RANGE}
  ORDER BY customer_key, position`;
const ADDRESSES = `SELECT customer_key, kind, ${ADDRESS.columns.join(', ')} FROM customer_address ${RANGE}
  ORDER BY customer_key, kind, position`;
const BILLING = `SELECT ${ADDRESS.columns.join(', ')} FROM customer_address
  WHERE customer_key = $1 AND kind = 'billing' AND position = 0`;

type CustomerRow = Row & {
  readonly customer_key: number;
  readonly id: string;
  readonly code: string | null;
  readonly shop_last_name: string | null;
  readonly shop_first_name: string | null;
  readonly shop_email: string | null;
  readonly shop_address: string | null;
  readonly shop_changed_at: LocalDateTime | null;
};
type PartRow = Row & { readonly customer_key: number };

/** In the order in which they came. */
export async function* readCustomers(database: Database): AsyncGenerator<readonly Customer[]> {
  for (let after = 0; ; ) {
    const page = await database.snapshot(async (sql) => {
      const rows = await sql.all<CustomerRow>(ALL, [after]);
      return { customers: await withParts(sql, rows), last: rows.at(-1) };
    });
    if (!page.last) return;
    after = page.last.customer_key;
    yield page.customers;
    await nextTurn();
  }
}

async function withParts(sql: Sql, rows: readonly CustomerRow[]): Promise<readonly Customer[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const range = [first.customer_key, last.customer_key];
  const contacts = Map.groupBy(await sql.all<PartRow>(CONTACTS, range), keyOf);
  const addresses = Map.groupBy(await sql.all<PartRow>(ADDRESSES, range), keyOf);
  return rows.map((row) => customerFromRows(row, contacts.get(keyOf(row)), addresses.get(keyOf(row))));
}

const keyOf = (row: PartRow): number => row.customer_key;

/** What the ERP said holds; where it said nothing, what the shop's side knows. */
function customerFromRows(
  row: CustomerRow,
  contacts: readonly PartRow[] = [],
  addresses: readonly PartRow[] = [],
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
  row.shop_changed_at === null
    ? {}
    : {
        name: row.shop_last_name ?? '',
        firstName: row.shop_first_name ?? '',
        email: row.shop_email ?? '',
      };

/** `customers_list`: all, or those that the shop's own side changed. */
export const listCustomers = (
  database: Database,
  since?: LocalDateTime,
): AsyncGenerator<readonly ShopCustomer[]> =>
  since === undefined ? listAll(database) : listSince(database.read, since);

async function* listAll(database: Database): AsyncGenerator<readonly ShopCustomer[]> {
  for (let after = 0; ; ) {
    const page = await database.snapshot(async (sql) => {
      const rows = await sql.all<CustomerRow>(ALL, [after]);
      return { customers: await asShopCustomers(sql, rows), last: rows.at(-1) };
    });
    if (!page.last) return;
    after = page.last.customer_key;
    yield page.customers;
    await nextTurn();
  }
}

async function* listSince(sql: Sql, since: LocalDateTime): AsyncGenerator<readonly ShopCustomer[]> {
  const pages = readByMoment<CustomerRow>(
    {
      same: ({ moment, key }) => sql.all(SINCE_SAME, [moment, key]),
      later: (moment) => sql.all(SINCE_LATER, [moment]),
      placeOf: ({ shop_changed_at, customer_key }) => ({ moment: shop_changed_at ?? '', key: customer_key }),
    },
    // Keys are positive: this is before all rows of that moment.
    { moment: since, key: 0 },
  );
  for await (const rows of pages) {
    yield await asShopCustomers(sql, rows);
    await nextTurn();
  }
}

async function asShopCustomers(sql: Sql, rows: readonly CustomerRow[]): Promise<readonly ShopCustomer[]> {
  const customers: ShopCustomer[] = [];
  for (const row of rows) customers.push(shopCustomerFromRow(row) ?? (await handedBack(sql, row)));
  return customers;
}

function shopCustomerFromRow(row: CustomerRow): ShopCustomer | undefined {
  if (row.shop_address === null) return undefined;
  const address: PostalAddress = JSON.parse(row.shop_address);
  return {
    id: row.id,
    lastName: row.shop_last_name ?? '',
    firstName: row.shop_first_name ?? '',
    email: row.shop_email ?? '',
    address,
  };
}

/** A customer that only the ERP spoke of. */
async function handedBack(sql: Sql, row: CustomerRow): Promise<ShopCustomer> {
  const { fields } = nestedFromRow(CUSTOMER, row);
  const billing = await sql.get<Row>(BILLING, [row.customer_key]);
  return {
    id: row.id,
    lastName: fields.name ?? '',
    firstName: fields.firstName ?? '',
    email: fields.email ?? '',
    address: postalAddress(fields, billing && nestedFromRow(ADDRESS, billing).fields),
  };
}
