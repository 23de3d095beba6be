import type { Bench } from '../bench.ts';
import { openConnection } from '../connection.ts';
import { formatMs } from '../format.ts';
import { listRequest } from '../list-request.ts';
import { MANY_PRODUCTS, productStore } from '../million.ts';
import { ratioRow, remarkRow } from '../rows.ts';
import { startPasserelle } from '../servers.ts';
import { benchName, type Dialect } from '../stores.ts';
import { askInTurn, hasElements, timeReply } from '../turns.ts';

const PAGE = 500;
const TURNS = 300;

/** What a connector that asks for pages of 500 waits for at the end of a long list. */
export const productsPage = (dialect: Dialect): Bench => {
  const bench = benchName('products-page', dialect);
  return {
    name: bench,
    title: 'the last page of products_list against the first',
    async run(context) {
      const products = context.scale(MANY_PRODUCTS);
      const start = products - PAGE;
      const server = await startPasserelle(context, await productStore(context, dialect, products));
      try {
        const connection = await openConnection(server);
        const accepts = hasElements('product', PAGE);
        const first = { connection, request: listRequest('products_list', `0,${PAGE}`) };
        const last = { connection, request: listRequest('products_list', `${start},${PAGE}`) };
        // A new connection and a new process cost what they cost: not the last page's fault.
        for (let turn = 0; turn < 20; turn += 1) await timeReply(first, accepts);
        const veryFirst = await timeReply(last, accepts);
        context.progress('in turn');
        const ms = await askInTurn({ first, last }, { turns: TURNS, accepts });
        connection.close();
        return [
          ratioRow({
            bench,
            work: `page at ${start} against page at 0, of ${products} products`,
            ours: ms.last,
            reference: ms.first,
            measure: 'ms',
            goal: { atMost: 1.5 },
          }),
          remarkRow({ bench, work: `the very first page at ${start} after a start` }, formatMs(veryFirst)),
        ];
      } finally {
        await server.stop();
      }
    },
  };
};
