import type { Decoded } from '../domain/problem.ts';
import { decodeRecord, readText, refuseOthers, required } from './record-reader.ts';

export interface ShipmentRecord {
  /** The shop's id. */
  readonly orderId: string;
  readonly trackingNumber: string;
}

/** A parcel of a shop's order; undefined where it has no number yet. */
export const readShipment = (source: unknown): Decoded<ShipmentRecord | undefined> =>
  decodeRecord('order', source, (reader) => {
    const orderId = required(reader, 'orderId', readText).trim();
    reader.record = orderId;
    const trackingNumber = readText(reader, 'trackingNumber')?.trim();
    refuseOthers(reader);
    return trackingNumber ? { orderId, trackingNumber } : undefined;
  });
