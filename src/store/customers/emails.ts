import type { Sql } from '../database.ts';

/** E-mail addresses are the same in any case and with white space around them. NULL: there is none. */
export const emailKey = (email: string | null | undefined): string | null =>
  email?.trim().toLowerCase() || null;

const IS_KNOWN = `SELECT 1 AS known FROM customer WHERE email_key = $1
  UNION ALL SELECT 1 FROM customer WHERE shop_email_key = $1
  UNION ALL SELECT 1 FROM customer_contact WHERE contact_key = $1 LIMIT 1`;

/** Whether a customer or a contact has this address. */
export async function isKnownEmail(sql: Sql, email: string): Promise<boolean> {
  const key = emailKey(email);
  return key !== null && (await sql.get(IS_KNOWN, [key])) !== undefined;
}
