import { createEchoCodec } from './echo.ts';

export interface SetOrderExportedRequest {
  readonly id: string;
  readonly finalState?: string;
}

/** The state that the order is in afterwards. */
export interface SetOrderExportedReply {
  readonly id: string;
  readonly state: string;
}

/** The connector has imported an order (seed §12). */
export const setOrderExportedCodec = createEchoCodec<SetOrderExportedRequest, SetOrderExportedReply>({
  resource: 'set_order_exported',
  writeRequest: ({ id, finalState }) => ({ id, statut_final: finalState }),
  readRequest(id, fields) {
    const finalState = fields.take('statut_final')?.text.trim();
    return finalState ? { id, finalState } : { id };
  },
  writeReply: ({ id, state }) => ({ id, statut_final: state }),
  readReply: (id, fields) => ({ id, state: fields.take('statut_final')?.text.trim() ?? '' }),
});
