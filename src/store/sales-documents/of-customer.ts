import type { Sql } from '../database.ts';
import type { Conditions } from '../places.ts';

interface KnownCustomer {
  readonly customerKey: number;
  readonly id: string;
  readonly code: string | null;
}

const FIND = 'SELECT customer_key AS "customerKey", id, code FROM customer WHERE';

/** By the shop's id, else by the ERP's code. One whom the shop does not know has that id alone. */
export const findCustomer = async (sql: Sql, said: string): Promise<KnownCustomer | string> =>
  (await sql.get<KnownCustomer>(`${FIND} id = $1`, [said])) ??
  (await sql.get<KnownCustomer>(`${FIND} code = $1`, [said])) ??
  said;

const NOBODYS_CODE =
  '(customer_code IS NULL OR NOT EXISTS (SELECT 1 FROM customer WHERE code = customer_code))';

/** Which documents are a customer's: the rule stands at `DocumentArchive`. */
export function ofCustomer(customer: KnownCustomer | string, conditions: Conditions): string {
  if (typeof customer === 'string') return `customer_id = ${conditions.value(customer)}`;
  const id = conditions.value(customer.id);
  const key = conditions.value(customer.customerKey);
  const code = customer.code === null ? undefined : conditions.value(customer.code);
  const carryingId = `SELECT number FROM sales_document WHERE customer_id = ${id}`;
  const carrying =
    code === undefined
      ? [`${carryingId} AND ${NOBODYS_CODE}`]
      : [
          `${carryingId} AND (customer_code IS NULL OR customer_code = ${code})`,
          `SELECT number FROM sales_document WHERE customer_code = ${code}`,
        ];
  const addressed = `SELECT number FROM sales_document WHERE customer_id IS NULL AND customer_code IS NULL AND email_key IN (
    SELECT email_key FROM customer WHERE customer_key = ${key}
    UNION SELECT shop_email_key FROM customer WHERE customer_key = ${key}
    UNION SELECT contact_key FROM customer_contact WHERE customer_key = ${key})`;
  return `number IN (${[...carrying, addressed].join(' UNION ')})`;
}
