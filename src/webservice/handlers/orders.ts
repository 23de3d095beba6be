import { addTrackingCodec } from '../../wire/messages/orders/add-tracking.ts';
import { ordersCodec } from '../../wire/messages/orders/orders.ts';
import { setOrderExportedCodec } from '../../wire/messages/orders/set-order-exported.ts';
import type { Handler } from '../handler.ts';
import { accepted, savedOne } from './outcome.ts';

export const readOrder: Handler = async ({ request, served, origin }) => {
  const { value, warnings } = accepted(ordersCodec.decodeRequest(request, served.wire));
  const { warnings: remarks = [], ...order } = await served.shop.readOrder(value.id, origin);
  const all = [...warnings, ...remarks];
  return {
    reply: ordersCodec.encodeReply(order, served.wire),
    reference: value.id,
    warnings: all,
    outcome: remarks.length > 0 ? 'warning' : 'success',
  };
};

export const setOrderExported: Handler = async ({ request, served, origin }) => {
  const { value, warnings } = accepted(setOrderExportedCodec.decodeRequest(request, served.wire));
  const finalState = value.finalState ?? served.finalState;
  const confirmed = await served.shop.confirmOrder(value.id, finalState, origin);
  const reply = setOrderExportedCodec.encodeReply(confirmed, served.wire);
  return { reply, reference: value.id, warnings, outcome: 'success' };
};

export const addTracking: Handler = async ({ request, served, origin }) => {
  const { value, warnings } = accepted(addTrackingCodec.decodeRequest(request, served.wire));
  const result = await served.shop.saveTracking(value.id, value.trackingNumber, origin);
  return savedOne(addTrackingCodec.encodeReply(value, served.wire), value.id, { result, warnings });
};
