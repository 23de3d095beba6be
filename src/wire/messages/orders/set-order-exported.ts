import type { ConfirmedOrder } from '../../../domain/order.ts';
import { createEchoCodec } from './echo.ts';

export interface SetOrderExportedRequest {
  readonly id: string;
  readonly finalState?: string;
}

/** The connector has imported an order (seed §12). */
export const setOrderExportedCodec = createEchoCodec<SetOrderExportedRequest, ConfirmedOrder>({
  resource: 'set_order_exported',
  writeRequest: ({ id, finalState }) => ({ id, statut_final: finalState }),
  readRequest(id, fields) {
    const finalState = fields.take('statut_final')?.text.trim();
    return finalState ? { id, finalState } : { id };
  },
  writeReply: ({ id, state = '' }) => ({ id, statut_final: state }),
  readReply(id, fields) {
    const state = fields.take('statut_final')?.text.trim();
    return state ? { id, state } : { id };
  },
});
