import type { BenchContext } from './bench.ts';
import type { BulkRun } from './bulk-run.ts';
import { openConnection } from './connection.ts';
import { listRequest } from './list-request.ts';
import { drive } from './load.ts';
import { productLoad } from './product-load.ts';
import { type BenchServer, startPasserelle } from './servers.ts';

const WARM_SECONDS = 1;
const WARM_PAGES = 20;

/** A server that has answered some calls, so that what grows from then on is the bulk message's. */
export async function startBulkServer(
  context: BenchContext,
  { store, settings, products }: Pick<BulkRun, 'store' | 'settings' | 'products'>,
): Promise<BenchServer> {
  const server = await startPasserelle(context, store, settings);
  const seconds = context.seconds(WARM_SECONDS);
  await drive(server, { clients: 4, seconds, ...productLoad({ products, changing: true }) });
  const connection = await openConnection(server);
  for (let page = 0; page < WARM_PAGES; page += 1)
    await connection.ask(listRequest('products_list', `${page * 500},500`));
  connection.close();
  return server;
}
