import type { Sql } from '../database.ts';
import { findOrder } from './find.ts';

const NEXT = "UPDATE order_number SET last = last + 1 WHERE name = 'orders' RETURNING last";
const REACH = "UPDATE order_number SET last = $1 WHERE name = 'orders' AND last < $1";
/** Longer ones are no numbers that anybody counts by. */
const NUMBER = /^\d{1,15}$/;

/** The number behind the highest id that is one. */
export async function makeOrderId(sql: Sql): Promise<string> {
  for (;;) {
    const next = await sql.get<{ last: number }>(NEXT);
    if (!next) throw new Error('the store has no number of its orders');
    const id = String(next.last);
    if (!(await findOrder(sql, id))) return id;
  }
}

/** Every new order's id comes by here: the numbers that are made begin behind it. */
export async function noteOrderId(sql: Sql, id: string): Promise<void> {
  if (NUMBER.test(id)) await sql.run(REACH, [Number(id)]);
}
