import { localDateTime } from '../../domain/dates.ts';
import type { Finding, Look } from '../finding.ts';

const MINUTE_MS = 60_000;
/** An alert for each would say no more than these. */
const MOST = 20;

/** Orders that the ERP has read, and not confirmed since: it may have them twice, or not at all. */
export async function unconfirmedOrders({
  sources,
  settings,
  now,
  timeZone,
}: Look): Promise<readonly Finding[]> {
  if (!sources.orderDesk) return [];
  const readBefore = localDateTime(
    new Date(now.getTime() - settings.unconfirmedMinutes * MINUTE_MS),
    timeZone,
  );
  const { items } = await sources.orderDesk.orderPage({
    limit: MOST,
    isDescending: false,
    isConfirmed: false,
    readBefore,
  });
  return items.map(({ id, readAt = '' }) => ({
    kind: 'order_unconfirmed',
    subject: id,
    facts: { readAt },
  }));
}
