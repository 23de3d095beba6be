import { fail, PasserelleError } from '../../domain/error.ts';
import type { Order } from '../../domain/order.ts';
import type { ImportedOrder } from '../erp-source.ts';
import type { OrderWriter } from '../order-writer.ts';
import type { RunStatement, SqlDatabase } from './database.ts';
import { bind, type PreparedStatement, prepareStatement } from './named-parameters.ts';
import { LINE_PARAMETERS, lineValues, ORDER_PARAMETERS, orderValues } from './order-parameters.ts';
import type { OrderStatements } from './settings.ts';

interface Prepared {
  readonly exists: PreparedStatement;
  readonly header: readonly PreparedStatement[];
  readonly line: readonly PreparedStatement[];
}

/**
 * Writes orders with the user's own statements, each order in one transaction. Whether an order is in is asked of the
 * database alone, before and after: a reply that got lost makes no second piece. Throws `query_refused` at once for a
 * parameter that does not exist.
 */
export function orderStatements(database: SqlDatabase, settings: OrderStatements, shop: string): OrderWriter {
  const statements = prepared(database, settings);
  const { exists } = statements;
  const imported = (id: string): Promise<string | undefined> =>
    database.write((run) => documentOf(run, exists, { shop, id }));
  return {
    imported,
    async import(order) {
      try {
        return await database.write((run) => insert(run, statements, { order, shop }));
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // Perhaps the unique key refused it, because another run was quicker.
        const document = await imported(order.id);
        if (document === undefined) throw error;
        return { document, outcome: 'already_imported' };
      }
    },
  };
}

function prepared({ syntax }: SqlDatabase, { exists, header, line = [] }: OrderStatements): Prepared {
  const prepare = (name: string, known: readonly string[]) => (sql: string) =>
    prepareStatement({ field: `orders.${name}`, sql }, syntax, known);
  return {
    exists: prepare('exists', ['shop', 'id'])(exists),
    header: header.map(prepare('header', ORDER_PARAMETERS)),
    line: line.map(prepare('line', LINE_PARAMETERS)),
  };
}

const isRefusal = (error: unknown): boolean =>
  error instanceof PasserelleError && error.problem.reason === 'query_refused';

async function documentOf(
  run: RunStatement,
  exists: PreparedStatement,
  values: { readonly shop: string; readonly id: string },
): Promise<string | undefined> {
  const [row] = await run(bind(exists, values));
  return row?.[0] || undefined;
}

interface OrderOfShop {
  readonly order: Order;
  readonly shop: string;
}

async function insert(
  run: RunStatement,
  { exists, header, line }: Prepared,
  { order, shop }: OrderOfShop,
): Promise<ImportedOrder> {
  const key = { shop, id: order.id };
  const already = await documentOf(run, exists, key);
  if (already !== undefined) return { document: already, outcome: 'already_imported' };
  const values = orderValues(order, shop);
  for (const statement of header) await run(bind(statement, values));
  const document = await documentOf(run, exists, key);
  if (document === undefined)
    throw fail('query_refused', {
      field: exists.field,
      value: `:id = ${order.id}: 0 row after orders.header`,
    });
  for (const [index, one] of order.lines.entries())
    for (const statement of line)
      await run(bind(statement, { ...values, document, ...lineValues(one, index + 1) }));
  return { document, outcome: 'imported' };
}
