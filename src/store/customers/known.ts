import type { ShopCustomer } from '../../domain/customer.ts';
import type { KnownCustomer } from '../../domain/new-order.ts';
import { defined } from '../../domain/optional.ts';
import type { OrderCustomer } from '../../domain/order.ts';
import type { Sql } from '../database.ts';
import { emailKey } from './emails.ts';
import { asShopCustomers } from './read.ts';
import { CUSTOMER_TABLE, type CustomerRow } from './tables.ts';

const BY_ID = `${CUSTOMER_TABLE.select} WHERE id = $1`;
const BY_SHOP_EMAIL = `${CUSTOMER_TABLE.select} WHERE shop_email_key = $1 LIMIT 2`;
const BY_ERP_EMAIL = `${CUSTOMER_TABLE.select} WHERE customer_key IN (
  SELECT customer_key FROM customer WHERE email_key = $1
  UNION SELECT customer_key FROM customer_contact WHERE contact_key = $1) LIMIT 2`;

/** The customer of that id; without an id, the only one of that e-mail: of the shop's accounts, else of the ERP's. */
export async function findKnownCustomer(
  sql: Sql,
  { id, email }: Partial<OrderCustomer>,
): Promise<KnownCustomer | undefined> {
  const [row, ...others] = id === undefined ? await byEmail(sql, email) : await byId(sql, id);
  if (!row || others.length > 0) return undefined;
  const [customer] = await asShopCustomers(sql, [row]);
  return customer && { ...customer, ...defined({ code: row.code ?? undefined }) };
}

export async function findShopCustomer(sql: Sql, id: string): Promise<ShopCustomer | undefined> {
  return (await asShopCustomers(sql, await byId(sql, id)))[0];
}

const byId = (sql: Sql, id: string): Promise<readonly CustomerRow[]> => sql.all<CustomerRow>(BY_ID, [id]);

async function byEmail(sql: Sql, email: string | undefined): Promise<readonly CustomerRow[]> {
  const key = emailKey(email);
  if (key === null) return [];
  const accounts = await sql.all<CustomerRow>(BY_SHOP_EMAIL, [key]);
  return accounts.length > 0 ? accounts : sql.all<CustomerRow>(BY_ERP_EMAIL, [key]);
}
