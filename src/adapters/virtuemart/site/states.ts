import { type OrderStates, statesShownAsTheyAre } from '../../order-states.ts';
import type { VirtuemartSql } from '../tables.ts';

/** A state that orders may be in. */
interface State {
  readonly code: string;
  /** See `order_stock_handle`. */
  readonly stock: string;
}

export const readStates = (sql: VirtuemartSql): Promise<readonly State[]> =>
  sql
    .selectFrom('virtuemart_orderstates')
    .select(['order_status_code as code', 'order_stock_handle as stock'])
    .orderBy('ordering')
    .orderBy('order_status_code')
    .execute();

export const readOrderStates = async (sql: VirtuemartSql): Promise<OrderStates> =>
  statesShownAsTheyAre((await readStates(sql)).map(({ code }) => code));
