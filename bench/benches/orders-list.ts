import type { Bench, BenchContext } from '../bench.ts';
import { openConnection } from '../connection.ts';
import { fillOrders, fillStore } from '../fill.ts';
import { listRequest } from '../list-request.ts';
import { ratioRow } from '../rows.ts';
import { type BenchServer, startPasserelle } from '../servers.ts';
import { benchName, createStore, type Dialect } from '../stores.ts';
import { askInTurn, hasElements } from '../turns.ts';

const MANY = 1_000_000;
const FEW = 1000;
const IMPORTABLE = 100;
const TURNS = 300;

/** What the connector asks for once an hour: the orders that it has not imported yet. */
export const ordersList = (dialect: Dialect): Bench => {
  const bench = benchName('orders-list', dialect);
  return {
    name: bench,
    title: 'orders_list among many orders against among few',
    async run(context) {
      const orders = context.scale(MANY);
      const many = await serveOrders(context, dialect, orders);
      const few = await serveOrders(context, dialect, FEW);
      try {
        const request = listRequest('orders_list');
        const connections = [await openConnection(many), await openConnection(few)] as const;
        const ms = await askInTurn(
          { many: { connection: connections[0], request }, few: { connection: connections[1], request } },
          { turns: TURNS, accepts: hasElements('order', IMPORTABLE) },
        );
        for (const connection of connections) connection.close();
        return [
          ratioRow({
            bench,
            work: `${IMPORTABLE} importable orders among ${orders} against among ${FEW}`,
            ours: ms.many,
            reference: ms.few,
            measure: 'ms',
            goal: { atMost: 1.5 },
          }),
        ];
      } finally {
        await many.stop();
        await few.stop();
      }
    },
  };
};

async function serveOrders(context: BenchContext, dialect: Dialect, orders: number): Promise<BenchServer> {
  context.progress(`filling a store with ${orders} orders`);
  const store = await createStore(dialect, context.folder(`${orders}-orders`));
  await fillStore(store, fillOrders(orders, IMPORTABLE));
  return startPasserelle(context, store);
}
