import type { LocalDateTime } from '../../domain/dates.ts';
import type { OrderRecord } from '../../domain/order.ts';
import type { OrderPageQuery } from '../../shop/order-desk.ts';
import type { Page } from '../../shop/pages.ts';
import { emailKey } from '../customers/emails.ts';
import type { Database, Sql, SqlValue } from '../database.ts';
import { recordsByKey } from './find.ts';

interface OrderKey {
  readonly placedAt: LocalDateTime;
  readonly orderKey: number;
}

export const readOrderPage = (database: Database, query: OrderPageQuery): Promise<Page<OrderRecord>> =>
  database.snapshot(async (sql) => {
    // One more tells whether anything follows.
    const keys = await readKeys(sql, { ...query, limit: query.limit + 1 });
    const shown = keys.slice(0, query.limit);
    const last = keys.length > query.limit ? shown.at(-1) : undefined;
    const records = await recordsByKey(
      sql,
      shown.map(({ orderKey }) => orderKey),
    );
    return { items: records, next: last && [last.placedAt, last.orderKey] };
  });

const KEYS = 'SELECT placed_at AS "placedAt", order_key AS "orderKey" FROM shop_order';

/**
 * Each branch is a stretch of one index in its own order, so that a page costs what it gives: one for each state, one for
 * what is confirmed and one for what is not where nothing else names the orders, and behind a place one for its moment
 * and one for those that follow.
 */
function readKeys(sql: Sql, query: OrderPageQuery): Promise<readonly OrderKey[]> {
  const parameters: SqlValue[] = [];
  const value = (given: SqlValue): string => `$${parameters.push(given)}`;
  const order = query.isDescending ? 'DESC' : 'ASC';
  const rest = `ORDER BY placed_at ${order}, order_key ${order} LIMIT ${value(query.limit)}`;
  const checks = checksFor(query, value);
  const branches = namings(query, value).flatMap((naming) =>
    stretches(query, value).map((stretch, index) => {
      const conditions = [naming, stretch, ...checks].filter(Boolean);
      return `SELECT * FROM (${KEYS} WHERE ${conditions.join(' AND ')} ${rest}) AS branch_${index}`;
    }),
  );
  const statement = `${branches.join(' UNION ALL ')} ORDER BY 1 ${order}, 2 ${order} LIMIT ${value(query.limit)}`;
  return sql.all<OrderKey>(statement, parameters);
}

type NameValue = (given: SqlValue) => string;

const CONFIRMED = 'confirmed_at IS NOT NULL';
const OPEN = 'confirmed_at IS NULL';

/** Conditions that an index begins with, or is of. */
function namings({ customer, email, states, isConfirmed }: OrderPageQuery, value: NameValue): string[] {
  if (customer !== undefined) return [`customer_id = ${value(customer)}`];
  if (email !== undefined) return [`customer_email_key = ${value(emailKey(email))}`];
  const ways = isConfirmed === undefined ? [OPEN, CONFIRMED] : [isConfirmed ? CONFIRMED : OPEN];
  if (states === undefined) return ways;
  const way = isConfirmed === undefined ? '' : ` AND ${ways[0]}`;
  return [...new Set(states)].map((state) => `state = ${value(state)}${way}`);
}

/** What else each order is looked at for. */
function checksFor(query: OrderPageQuery, value: NameValue): readonly string[] {
  const { customer, email, states, placedSince, readBefore, isConfirmed } = query;
  const isNamed = customer !== undefined || email !== undefined;
  return [
    customer !== undefined && email !== undefined ? `customer_email_key = ${value(emailKey(email))}` : '',
    isNamed && states ? `state IN (${states.map(value).join(', ')})` : '',
    isNamed && isConfirmed !== undefined ? (isConfirmed ? CONFIRMED : OPEN) : '',
    readBefore === undefined ? '' : `${OPEN} AND read_at < ${value(readBefore)}`,
    placedSince === undefined ? '' : `placed_at >= ${value(placedSince)}`,
  ];
}

/** Two behind a place, as in moment-pages.ts. */
function stretches({ after, isDescending }: OrderPageQuery, value: NameValue): readonly string[] {
  if (after === undefined) return [''];
  const [moment = '', key = 0] = after;
  const sign = isDescending ? '<' : '>';
  return [
    `placed_at = ${value(moment)} AND order_key ${sign} ${value(key)}`,
    `placed_at ${sign} ${value(moment)}`,
  ];
}
