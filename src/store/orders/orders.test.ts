import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect, testPlace } from '../../../test/store/dialects.ts';
import { parseLocalDateTime } from '../../domain/dates.ts';
import type { Order, OrderQuery } from '../../domain/order.ts';
import { decimal } from '../../testing/contract/samples.ts';
import type { StoreContext } from '../context.ts';
import type { SqlValue } from '../database.ts';
import { collect, openTestContext, type TestClock } from '../test-context.ts';
import { createOrders } from './orders.ts';

const ADDRESS = {
  country: 'FR',
  lastName: 'L',
  firstName: 'O',
  address1: '1',
  postcode: '57000',
  city: 'Metz',
};

function order(id: string, state: string, day = 1): Order {
  const zero = decimal('0');
  return {
    id,
    state,
    placedAt: parseLocalDateTime(`2026-01-${String(day).padStart(2, '0')} 00:00:00`) ?? expect.fail(),
    paymentMethod: '',
    carrier: '',
    delivery: ADDRESS,
    billing: ADDRESS,
    customer: { id: '7', lastName: 'L', firstName: 'O', email: 'o@l.fr' },
    totals: {
      discountPercent: zero,
      discountInclTax: zero,
      discountExclTax: zero,
      paid: zero,
      productsInclTax: zero,
      productsExclTax: zero,
      shippingInclTax: zero,
      shippingTaxRate: zero,
    },
    lines: [],
  };
}

/** How a database tells that a question is answered by an index alone, and in its order. */
const PLANS: Readonly<
  Record<Dialect, { explain: string; column: string; narrow: (index: string) => RegExp }>
> = {
  sqlite: {
    explain: 'EXPLAIN QUERY PLAN',
    column: 'detail',
    narrow: (index) =>
      new RegExp(
        `^SEARCH shop_order USING COVERING INDEX ${index} \\(.*placed_at(>\\?|=\\? AND order_key>\\?)\\)$`,
      ),
  },
  postgres: {
    explain: 'EXPLAIN (COSTS OFF)',
    column: 'QUERY PLAN',
    narrow: (index) =>
      new RegExp(`^Limit; *->  Index Only Scan using ${index} on shop_order; *Index Cond: .*placed_at [=>]`),
  },
};

describe.each(DIALECTS)('on %s', (dialect) => {
  let context: StoreContext;
  let clock: TestClock;
  beforeEach(async () => {
    ({ context, clock } = await openTestContext(await testPlace(dialect), ['paid', 'payée']));
  });
  afterEach(() => context.database.close());

  const part = () => createOrders(context);
  const ids = async (query: OrderQuery = {}) =>
    (await collect(part().shop.listOrders(query))).map(({ id }) => id);
  const writes = async (): Promise<unknown> => {
    const tables = ['shop_order', 'order_state_change', 'order_tracking'];
    return Promise.all(tables.map((table) => context.database.read.all(`SELECT * FROM ${table}`)));
  };

  describe('the list', () => {
    it('merges the importable states oldest first, over many pages', async () => {
      const states = ['paid', 'payée', 'cancelled'];
      const orders = Array.from({ length: 4600 }, (_, index) =>
        order(`${index}`, states[index % 3] ?? '', 1 + (index % 28)),
      );
      await context.database.write(async (sql) => {
        for (const { id, state, placedAt } of orders) {
          await sql.run(
            `INSERT INTO shop_order (id, state, placed_at, customer_id, customer_email, paid, content) VALUES ($1, $2, $3, '', '', '0', '{}')`,
            [id, state, placedAt],
          );
        }
      });
      const oldestFirst = (wanted: readonly string[]) =>
        orders
          .filter(({ state }) => wanted.includes(state))
          .sort((a, b) => (a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : 0))
          .map(({ id }) => id);
      expect(await ids()).toEqual(oldestFirst(['paid', 'payée']));
      expect(await ids({ states: ['cancelled', 'paid', 'nobody', 'paid'] })).toEqual(
        oldestFirst(['cancelled', 'paid']),
      );
      expect(await ids({ states: [] })).toEqual([]);
    });

    it.each([
      [{}, undefined, 'shop_order_open'],
      [{}, ['paid'], 'shop_order_open_state'],
      [{ states: ['paid'] }, undefined, 'shop_order_state'],
    ] as const)(
      'of %o, importable %o, asks only what the narrow index %s answers',
      async (query, importable, index) => {
        const { database } = context;
        const asked: string[] = [];
        const watched: StoreContext = {
          ...context,
          importableStates: importable,
          database: {
            ...database,
            read: {
              ...database.read,
              async all<Row>(statement: string, parameters?: readonly SqlValue[]) {
                const { explain, column } = PLANS[dialect];
                const plan = await database.read.all<Readonly<Record<string, string>>>(
                  `${explain} ${statement}`,
                  parameters,
                );
                asked.push(plan.map((row) => row[column]).join('; '));
                return database.read.all<Row>(statement, parameters);
              },
            },
          },
        };
        await part().backoffice.placeOrder(order('1', 'paid'));
        expect((await collect(createOrders(watched).shop.listOrders(query))).length).toBe(1);
        const every = PLANS[dialect].narrow(index);
        for (const detail of asked) expect(detail).toMatch(every);
        expect(asked.length).toBeGreaterThan(1);
      },
    );
  });

  describe('the hand-over', () => {
    it('keeps the lease of the first reader, and reading again writes nothing', async () => {
      await part().backoffice.placeOrder(order('1', 'paid'));
      const leasedAt = context.now();
      await part().shop.readOrder('1', { by: 'erp', exchange: 'first' });
      const before = await writes();
      clock.advance();
      await part().shop.readOrder('1', { by: 'erp', exchange: 'second' });
      expect(await writes()).toEqual(before);
      expect(await part().backoffice.order('1')).toMatchObject({ readBy: 'first', readAt: leasedAt });
    });

    it('writes nothing for a confirmation that comes again, whatever the order did since', async () => {
      await part().backoffice.placeOrder(order('1', 'paid'));
      await part().shop.confirmOrder('1', 'exported');
      await part().backoffice.placeOrder(order('1', 'sent'));
      const before = await writes();
      clock.advance();
      expect(await part().shop.confirmOrder('1', 'exported')).toEqual({ id: '1', state: 'sent' });
      expect(await writes()).toEqual(before);
    });
  });
});
