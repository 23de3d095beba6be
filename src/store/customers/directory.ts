import type { Customer } from '../../domain/customer.ts';
import type { CustomerDirectory, CustomerQuery } from '../../shop/customer-directory.ts';
import type { Page } from '../../shop/pages.ts';
import type { Database, Sql } from '../database.ts';
import { emailKey } from './emails.ts';
import { eachWithParts, withParts } from './read.ts';
import { searchCustomers } from './search.ts';
import { CUSTOMER_TABLE, type CustomerRow } from './tables.ts';

const PAGE = `${CUSTOMER_TABLE.select} WHERE customer_key > $1 ORDER BY customer_key LIMIT $2`;
const OF_EMAIL = `${CUSTOMER_TABLE.select} WHERE customer_key > $1 AND customer_key IN (
  SELECT customer_key FROM customer WHERE email_key = $3
  UNION SELECT customer_key FROM customer WHERE shop_email_key = $3
  UNION SELECT customer_key FROM customer_contact WHERE contact_key = $3
) ORDER BY customer_key LIMIT $2`;
const OF_CODE = `${CUSTOMER_TABLE.select} WHERE code = $1`;

/** Customers as the JSON API asks for them. */
export const createCustomerDirectory = (database: Database): CustomerDirectory => ({
  customerPage: ({ search, ...query }) =>
    search === undefined
      ? database.snapshot((sql) => readCustomerPage(sql, query))
      : searchCustomers(database, { ...query, search }),
  customerByCode: (code) =>
    database.snapshot(async (sql) => {
      const row = await sql.get<CustomerRow>(OF_CODE, [code]);
      return row && (await withParts(sql, [row]))[0];
    }),
});

async function readCustomerPage(
  sql: Sql,
  { after: [after = 0] = [], limit, email }: CustomerQuery,
): Promise<Page<Customer>> {
  const range = [after, limit + 1];
  const rows =
    email === undefined
      ? await sql.all<CustomerRow>(PAGE, range)
      : await sql.all<CustomerRow>(OF_EMAIL, [...range, emailKey(email)]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: email === undefined ? await withParts(sql, shown) : await eachWithParts(sql, shown),
    next: last && [last.customerKey],
  };
}
