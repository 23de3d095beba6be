import { countedCalls, countedShop } from './counted-calls.ts';
import { createFileErp } from './file-erp.ts';
import { syncOrdersOnce } from './sync-orders.ts';

/**
 * A connector as a process of its own, that kills itself at its nth step: `order-run.ts URL KEY FOLDER N`. A step begins
 * before and after each call of the shop or the ERP, and in the midst of the ERP's making of a piece.
 */
const [url = '', key = '', folder = '', last = ''] = process.argv.slice(2);
let left = Number(last);

function step(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const report = await syncOrdersOnce({
  url,
  key,
  stateFolder: `${folder}/state`,
  source: countedCalls(createFileErp(folder, step), step),
  around: (shop) => countedShop(shop, step),
  events: { step },
});
process.stdout.write(`${report.outcome}\n`);
