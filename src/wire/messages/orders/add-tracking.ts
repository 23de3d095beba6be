import { requiredCode } from '../parts/required.ts';
import { createEchoCodec } from './echo.ts';

export interface Tracking {
  readonly id: string;
  readonly trackingNumber: string;
}

/** A parcel's number for an order (docs/protocol.md, "Later editions"); the reply repeats both. */
export const addTrackingCodec = createEchoCodec<Tracking, Tracking>({
  resource: 'add_tracking',
  writeRequest: ({ id, trackingNumber }) => ({ id, shipping_number: trackingNumber }),
  readRequest: (id, fields, reading) => ({
    id,
    trackingNumber: requiredCode(fields, ['shipping_number'], reading),
  }),
  writeReply: ({ id, trackingNumber }) => ({ id, shipping_number: trackingNumber }),
  readReply: (id, fields) => ({ id, trackingNumber: fields.take('shipping_number')?.text.trim() ?? '' }),
});
