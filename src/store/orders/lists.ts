import type { LocalDateTime } from '../../domain/dates.ts';
import type { ListedOrder, OrderQuery } from '../../domain/order.ts';
import type { Sql, SqlValue } from '../database.ts';
import { readByMoment } from '../moment-pages.ts';
import { mergeSorted } from './merge-sorted.ts';

interface ListedRow extends ListedOrder {
  readonly placed_at: LocalDateTime;
  readonly order_key: number;
}

interface Statements {
  readonly same: string;
  readonly later: string;
}

const BATCH = 2000;

/** The state, where there is one, is `$1`. */
function statementsFor(condition: string, first: number): Statements {
  const select = `SELECT id, state, placed_at, order_key FROM shop_order WHERE ${condition}`;
  return {
    same: `${select} AND placed_at = $${first} AND order_key > $${first + 1} ORDER BY order_key LIMIT ${BATCH}`,
    later: `${select} AND placed_at > $${first} ORDER BY placed_at, order_key LIMIT ${BATCH}`,
  };
}

// Each has an index that holds just these rows in this order: it costs what it gives, whatever else is stored.
const OPEN = statementsFor('confirmed_at IS NULL', 1);
const OPEN_IN_STATE = statementsFor('confirmed_at IS NULL AND state = $1', 2);
const IN_STATE = statementsFor('state = $1', 2);

/** Oldest first, in batches. The lists of several states are merged: an index knows the order within one only. */
export async function* listOrders(
  sql: Sql,
  { states }: OrderQuery,
  importableStates: readonly string[] | undefined,
): AsyncGenerator<readonly ListedOrder[]> {
  const wanted = states ?? importableStates;
  const statements = states ? IN_STATE : OPEN_IN_STATE;
  const lists = wanted
    ? [...new Set(wanted)].map((state) => pages(sql, statements, [state]))
    : [pages(sql, OPEN, [])];
  for await (const rows of mergeSorted(lists, isBefore)) yield rows.map(({ id, state }) => ({ id, state }));
}

const pages = (
  sql: Sql,
  { same, later }: Statements,
  conditions: readonly SqlValue[],
): AsyncGenerator<readonly ListedRow[]> =>
  readByMoment<ListedRow>({
    same: ({ moment, key }) => sql.all(same, [...conditions, moment, key]),
    later: (moment) => sql.all(later, [...conditions, moment]),
    placeOf: ({ placed_at, order_key }) => ({ moment: placed_at, key: order_key }),
  });

const isBefore = (a: ListedRow, b: ListedRow): boolean =>
  a.placed_at < b.placed_at || (a.placed_at === b.placed_at && a.order_key < b.order_key);
