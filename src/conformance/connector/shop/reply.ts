/** What the scripted shop does with a call. */
export interface Reply {
  /** `cut`: the connection ends without a reply. */
  readonly outcome: 'done' | 'refused' | 'cut' | 'unavailable';
  readonly status: number;
  readonly body: string;
  /** Sent a moment later, so that a caller that does not wait for replies is seen. */
  readonly isHeld?: true;
  /** Of a list: how many records it gave. */
  readonly rows?: number;
  /** Of orders_list: what it gave. */
  readonly orderIds?: readonly string[];
}

export const CUT: Reply = { outcome: 'cut', status: 0, body: '' };
/** Held: what was on its way before it came is no call after it. */
export const UNAVAILABLE: Reply = {
  outcome: 'unavailable',
  status: 503,
  body: 'Service Unavailable\n',
  isHeld: true,
};
/** For a person who looks whether anybody listens. */
export const GREETING: Reply = {
  outcome: 'done',
  status: 200,
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<!-- passerelle check --connector -->\n<connecteur/>\n',
};
