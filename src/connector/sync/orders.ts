import type { ListedOrder, Order, OrderToImport } from '../../domain/order.ts';
import { orderForErp } from '../articles/order.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import { isUnchanged, type Outgoing, refusalOf } from './record.ts';
import { checkInterruption, type Run } from './run.ts';

/**
 * Orders (seed §10 to §12): each becomes one piece in the ERP, and is then confirmed to the shop. The order of the steps
 * is what makes it one: the ERP itself is asked whether it has the piece, keeps it durably before the shop hears of it,
 * and the shop hears of it until it has answered. Whatever is lost in between, the next run goes on from there.
 */
export async function syncOrders(run: Run): Promise<void> {
  const { shop, orderStates } = run.options;
  const listed = (await Array.fromAsync(shop.listOrders(orderStates ? { states: orderStates } : {}))).flat();
  run.tally.expect(listed.length);
  for (const order of listed) {
    checkInterruption(run);
    await handOver(run, order);
  }
}

/** With a filter the shop lists confirmed orders too; and it may list one twice. */
async function handOver(run: Run, listed: ListedOrder): Promise<void> {
  const record: Outgoing = {
    kind: 'order',
    key: listed.id,
    fingerprint: CONFIRMED,
    entity: 'order',
    name: listed.id,
    operation: 'set_order_exported',
  };
  if (isUnchanged(run, record)) return run.tally.unchanged();
  try {
    const step = await importOnce(run, listed);
    if (step === 'excluded') return run.tally.skipped();
    if (!run.options.dryRun) await run.options.shop.confirmOrder(listed.id, run.options.finalState);
    run.state.markSent(record);
    run.tally.sent(step, listed.id);
  } catch (error) {
    run.tally.failed(refusalOf(error, record));
  }
}

const CONFIRMED = fingerprintOf('confirmed');

type Step = 'import_order' | 'set_order_exported' | 'excluded';

/** A dry run reads no order: that would lease it. */
async function importOnce(run: Run, listed: ListedOrder): Promise<Step> {
  const { source, shop, dryRun } = run.options;
  if ((await source.importedOrder(listed.id)) !== undefined) return 'set_order_exported';
  if (dryRun) return 'import_order';
  const order = await shop.readOrder(listed.id);
  if (order.excluded) return 'excluded';
  await source.importOrder(orderForErp(withListedState(order, listed), run.options));
  return 'import_order';
}

/** Over the wire the list alone says an order's state. */
const withListedState = (order: OrderToImport, { state }: ListedOrder): Order => ({ state, ...order });
