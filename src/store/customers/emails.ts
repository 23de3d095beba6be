import type { Sql } from '../database.ts';

/** E-mail addresses are the same in any case. */
export const emailKey = (email: string): string => email.trim().toLowerCase();

const IS_KNOWN = `SELECT 1 AS known FROM customer WHERE email_key = $1
  UNION ALL SELECT 1 FROM customer WHERE shop_email_key = $1
  UNION ALL SELECT 1 FROM customer_contact WHERE contact_key = $1 LIMIT 1`;

/** Whether a customer or a contact has this address. */
export async function isKnownEmail(sql: Sql, email: string): Promise<boolean> {
  return (await sql.get(IS_KNOWN, [emailKey(email)])) !== undefined;
}
