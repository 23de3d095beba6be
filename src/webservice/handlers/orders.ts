import { addTrackingCodec } from '../../wire/messages/add-tracking.ts';
import { ordersCodec } from '../../wire/messages/orders.ts';
import { setOrderExportedCodec } from '../../wire/messages/set-order-exported.ts';
import type { Handler } from '../handled.ts';
import { accepted, savedOne } from './outcome.ts';

export const readOrder: Handler = async ({ request, served, exchangeId }) => {
  const { value, warnings } = accepted(ordersCodec.decodeRequest(request, served.wire));
  const order = await served.shop.readOrder(value.id, exchangeId);
  return {
    reply: ordersCodec.encodeReply(order, served.wire),
    reference: value.id,
    warnings,
    outcome: 'success',
  };
};

export const setOrderExported: Handler = async ({ request, served }) => {
  const { value, warnings } = accepted(setOrderExportedCodec.decodeRequest(request, served.wire));
  const confirmed = await served.shop.confirmOrder(value.id, value.finalState ?? served.finalState);
  const reply = setOrderExportedCodec.encodeReply(confirmed, served.wire);
  return { reply, reference: value.id, warnings, outcome: 'success' };
};

export const addTracking: Handler = async ({ request, served }) => {
  const { value, warnings } = accepted(addTrackingCodec.decodeRequest(request, served.wire));
  const result = await served.shop.saveTracking(value.id, value.trackingNumber);
  return savedOne(addTrackingCodec.encodeReply(value, served.wire), value.id, { result, warnings });
};
