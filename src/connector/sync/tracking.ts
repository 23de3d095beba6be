import { fingerprintOf } from '../state/fingerprint.ts';
import { isUnchanged, type Outgoing, readable, sendOne } from './record.ts';
import type { Run } from './run.ts';

/** Parcels of the shop's orders (`add_tracking`). */
export async function syncTracking(run: Run): Promise<void> {
  const { source, shop } = run.options;
  for await (const { orderId, trackingNumber } of readable(run, source.shipments())) {
    const record: Outgoing = {
      kind: 'shipment',
      key: JSON.stringify([orderId, trackingNumber]),
      fingerprint: fingerprintOf(trackingNumber),
      entity: 'order',
      name: orderId,
      operation: 'add_tracking',
    };
    if (isUnchanged(run, record)) run.tally.unchanged();
    else await sendOne(run, record, () => shop.saveTracking(orderId, trackingNumber));
  }
}
