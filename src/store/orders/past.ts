import type { OrderStateChange } from '../../domain/order.ts';
import type { Sql } from '../database.ts';
import { placeholders } from '../sql-text.ts';
import { ORDER_STATE_CHANGE, STATE_CHANGE } from './rows.ts';

const ADD_STATE_CHANGE = `INSERT INTO order_state_change (${ORDER_STATE_CHANGE.names.join(', ')})
  SELECT CAST($1 AS BIGINT), coalesce(max(position) + 1, 0), ${placeholders(STATE_CHANGE.names.length, 2)}
  FROM order_state_change WHERE order_key = $1`;
const ADD_TRACKING = `INSERT INTO order_tracking (order_key, tracking_number, position)
  SELECT CAST($1 AS BIGINT), $2, coalesce(max(position) + 1, 0) FROM order_tracking WHERE order_key = $1
  ON CONFLICT (order_key, tracking_number) DO NOTHING`;

export const addStateChange = (sql: Sql, key: number, change: OrderStateChange): Promise<number> =>
  sql.run(ADD_STATE_CHANGE, [key, ...STATE_CHANGE.cells(change)]);

/** Gives 0 when the order has this number already. */
export const addTrackingNumber = (sql: Sql, key: number, number: string): Promise<number> =>
  sql.run(ADD_TRACKING, [key, number]);
