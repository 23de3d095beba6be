import type { Bench, BenchContext } from '../bench.ts';
import { openConnection } from '../connection.ts';
import { createStore, fillOrders, fillStore } from '../fill.ts';
import { listRequest } from '../list-request.ts';
import { ratioRow } from '../rows.ts';
import { startPasserelle } from '../servers.ts';
import { askInTurn, hasElements } from '../turns.ts';

const bench = 'orders-list';
const MANY = 1_000_000;
const FEW = 1000;
const IMPORTABLE = 100;
const TURNS = 300;

/** What the connector asks for once an hour: the orders that it has not imported yet. */
export const ordersList: Bench = {
  name: bench,
  title: 'orders_list among many orders against among few',
  async run(context) {
    const orders = context.scale(MANY);
    const many = await serveOrders(context, orders);
    const few = await serveOrders(context, FEW);
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

async function serveOrders(context: BenchContext, orders: number) {
  context.progress(`filling a store with ${orders} orders`);
  const folder = context.folder(`${orders}-orders`);
  fillStore(await createStore(folder), (database) => fillOrders(database, orders, IMPORTABLE));
  return startPasserelle(context, folder);
}
