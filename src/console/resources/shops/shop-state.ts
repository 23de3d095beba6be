import { PasserelleError } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import type { ExchangeRun } from '../../../shop/journal.ts';
import type { ConsoleParts, ConsoleShop } from '../../options.ts';

/** How a shop's link to its ERP is, at a glance. */
interface ShopState {
  readonly name: string;
  /** Its store does not answer: nothing else is known. */
  readonly isAway?: true;
  readonly lastRun?: {
    readonly id: string;
    readonly endedAt: string;
    readonly exchanges: number;
    /** Exchanges of it that were refused, or failed. */
    readonly errors: number;
  };
  /** Orders that the ERP will be offered, `MOST_ORDERS` at most; absent where the shop does not tell. */
  readonly orders?: number;
  /** Alerts that hold; absent where nobody watches. */
  readonly alerts?: number;
}

const MOST_ORDERS = 1000;

/** Never rejects: a shop whose store does not answer must not hide the others. What nobody expected is told to `onFailure`. */
export async function shopState(
  { name, opened }: Pick<ConsoleShop, 'name' | 'opened'>,
  onFailure: (error: unknown) => void,
): Promise<ShopState> {
  try {
    const parts = opened();
    const [lastRun, orders, alerts] = await Promise.all([
      newestRun(parts),
      parts.shop.capabilities.orders ? offeredOrders(parts) : undefined,
      parts.alerting?.openAlerts(),
    ]);
    return { name, ...defined({ lastRun: lastRun && runContent(lastRun), orders, alerts: alerts?.length }) };
  } catch (error) {
    if (!(error instanceof PasserelleError && error.code === 'store_unavailable')) onFailure(error);
    return { name, isAway: true };
  }
}

async function newestRun({ journal }: ConsoleParts): Promise<ExchangeRun | undefined> {
  for await (const [newest] of journal.runs({ limit: 1 })) return newest;
  return undefined;
}

const runContent = ({ id, endedAt, exchanges, resources }: ExchangeRun) => ({
  id,
  endedAt,
  exchanges,
  errors: Object.values(resources).reduce((sum, { refused = 0, failed = 0 }) => sum + refused + failed, 0),
});

async function offeredOrders({ shop }: ConsoleParts): Promise<number> {
  let count = 0;
  for await (const batch of shop.listOrders({})) {
    count += batch.length;
    if (count >= MOST_ORDERS) return MOST_ORDERS;
  }
  return count;
}
