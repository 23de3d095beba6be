const NO_PLACE = 'the protocol has no place for it';

/** What does not come across on the way over the protocol, whatever shop is at its end. */
export const WIRE_LIMITS = {
  outcomes: NO_PLACE,
  warnings: NO_PLACE,
  reasons: 'an <error> is a sentence',
  reader_names: 'the webservice names its exchange as the reader',
  order_states: 'orders_list alone says an order’s state',
  full_lists: 'a setting of the shop; the protocol cannot say it',
  document_types: 'add_order does not say a piece’s type: its number’s prefix tells it',
  outer_spaces: 'it is trimmed on the way (docs/protocol.md, XML as it really comes)',
  axes_alone: 'axes stand in gammes only',
} as const;
