import type { Sql } from '../database.ts';
import type { Conditions } from '../places.ts';
import { placeholders } from '../sql-text.ts';

/** So many orders a statement, which is always the same. */
const BLOCK = 50;

const TIES = [
  'd.order_id = o.id',
  'd.order_id = o.reference',
  'd.number = o.id',
  'd.number = o.reference',
] as const;

/** Which documents are an order's: the rule stands at `DocumentArchive`. Each tie goes by an index. */
const tied = (columns: string, orderIds: string): string =>
  TIES.map(
    (tie) => `SELECT ${columns} FROM shop_order o JOIN sales_document d ON ${tie} WHERE o.id IN (${orderIds})
  AND (d.customer_id = o.customer_id OR d.email_key = o.customer_email_key
    OR d.customer_code = (SELECT code FROM customer WHERE customer.id = o.customer_id))`,
  ).join(' UNION ');

export const ofOrderId = (id: string, conditions: Conditions): string =>
  `number IN (${tied('d.number', conditions.value(id))})`;

const NUMBERS = `SELECT order_id AS "orderId", number FROM (
  ${tied('o.id AS order_id, d.number AS number, d.document_date AS document_date', placeholders(BLOCK))}
) AS tied ORDER BY document_date, number`;

/** Of each order that has some. */
export async function numbersOfOrders(
  sql: Sql,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const numbers = new Map<string, string[]>();
  for (let start = 0; start < orderIds.length; start += BLOCK) {
    const block = orderIds.slice(start, start + BLOCK);
    const ids = Array.from({ length: BLOCK }, (_, index) => block[index] ?? block[0] ?? '');
    for (const { orderId, number } of await sql.all<{ orderId: string; number: string }>(NUMBERS, ids))
      numbers.set(orderId, [...(numbers.get(orderId) ?? []), number]);
  }
  return numbers;
}
