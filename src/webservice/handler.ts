import type { Origin } from '../domain/origin.ts';
import type { Problem } from '../domain/problem.ts';
import type { ExchangeOutcome } from '../shop/journal.ts';
import type { WireRequest } from '../wire/messages/codec.ts';
import type { ServedShop } from './served-shop.ts';

/** A request that was read, on its way to the shop. */
interface Incoming {
  readonly request: WireRequest;
  readonly served: ServedShop;
  readonly origin: Origin;
}

/** What became of it: the reply, and what the journal says of it. */
export interface Handled {
  readonly reply: string | AsyncIterable<string>;
  readonly outcome: ExchangeOutcome;
  readonly warnings: readonly Problem[];
  /** The record's own key; empty for lists and bulk messages. */
  readonly reference: string;
  /** Of a bulk message or a list; asked when the reply is out. */
  readonly records?: () => number;
  /** Of a bulk message: records that were as they came already. */
  readonly unchanged?: number;
  /** Of a list, what was left out of it; asked when the reply is out. */
  readonly leftOut?: () => readonly Problem[];
  /** Of a refused bulk message. */
  readonly problem?: Problem;
}

export type Handler = (incoming: Incoming) => Promise<Handled>;
