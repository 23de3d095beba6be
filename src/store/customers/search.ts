import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Customer } from '../../domain/customer.ts';
import type { CustomerQuery } from '../../shop/customer-directory.ts';
import type { Page } from '../../shop/pages.ts';
import type { Database } from '../database.ts';
import { foldedText } from '../products/folded-text.ts';
import { emailKey } from './emails.ts';
import { eachWithParts } from './read.ts';
import { CUSTOMER_TABLE, type CustomerRow } from './tables.ts';

/** Rows looked at in one step, so that nobody waits for the whole table. */
const STEP = 2000;
/** Steps of a page. People search now and then: an index of all parts of names would cost every message of customers. */
const MOST_STEPS = 25;

const BEHIND = `SELECT customer_key AS "customerKey", code, name, first_name AS "firstName", company, email,
  shop_last_name AS "shopLastName", shop_first_name AS "shopFirstName", shop_email AS "shopEmail", email_key AS "emailKey",
  shop_email_key AS "shopEmailKey" FROM customer WHERE customer_key > $1 ORDER BY customer_key LIMIT ${STEP}`;
const ONE = `${CUSTOMER_TABLE.select} WHERE customer_key = $1`;

type Looked = Pick<
  CustomerRow,
  | 'customerKey'
  | 'code'
  | 'name'
  | 'firstName'
  | 'company'
  | 'email'
  | 'shopLastName'
  | 'shopFirstName'
  | 'shopEmail'
  | 'emailKey'
  | 'shopEmailKey'
>;

/** In the order in which they came. */
export async function searchCustomers(
  database: Database,
  { after: [after = 0] = [], limit, search, email }: CustomerQuery & { readonly search: string },
): Promise<Page<Customer>> {
  const isFound = matcher(search, email);
  const keys: number[] = [];
  let from = Number(after);
  let isEnd = false;
  for (let step = 0; step < MOST_STEPS && keys.length < limit && !isEnd; step += 1) {
    const rows = await database.read.all<Looked>(BEHIND, [from]);
    const found = rows.filter(isFound).slice(0, limit - keys.length);
    keys.push(...found.map(({ customerKey }) => customerKey));
    const isFull = keys.length === limit;
    from = (isFull ? keys.at(-1) : rows.at(-1)?.customerKey) ?? from;
    isEnd = !isFull && rows.length < STEP;
    await nextTurn();
  }
  const items = await database.snapshot(async (sql) => {
    const rows: CustomerRow[] = [];
    for (const key of keys) {
      const row = await sql.get<CustomerRow>(ONE, [key]);
      if (row) rows.push(row);
    }
    return eachWithParts(sql, rows);
  });
  return { items, next: isEnd ? undefined : [from] };
}

/** Each word of it must be found somewhere. */
function matcher(search: string, email: string | undefined): (row: Looked) => boolean {
  const words = foldedText(search).split(/\s+/).filter(Boolean);
  const address = email === undefined ? undefined : emailKey(email);
  return (row) => {
    if (address !== undefined && row.emailKey !== address && row.shopEmailKey !== address) return false;
    const text = foldedText(textOf(row));
    return words.every((word) => text.includes(word));
  };
}

const textOf = (row: Looked): string =>
  [
    row.code,
    row.company,
    row.firstName,
    row.name,
    row.email,
    row.shopFirstName,
    row.shopLastName,
    row.shopEmail,
  ]
    .filter(Boolean)
    .join('\n');
