import type { ActName } from './options.ts';
import { type Call, fieldOf, gammesOf } from './request/call.ts';
import type { Known } from './shop/catalogue.ts';
import type { Reply } from './shop/reply.ts';

/** A call and its reply, as far as the judges of a whole conversation need them; bodies are not kept. */
export interface Exchange {
  readonly run: number;
  readonly act: ActName;
  /** Empty for the push of a document, and for what nobody can read. */
  readonly resource: string;
  readonly reference: string;
  readonly id: string;
  readonly limit: string | undefined;
  readonly hasGammes: boolean;
  /** What the shop's lists said of `reference` when the run began. */
  readonly known: Known | undefined;
  /** The scripted shop did this on purpose. */
  readonly isStruck: boolean;
  /** It was on its way before the call before it was answered. */
  readonly overlaps: boolean;
  readonly outcome: Reply['outcome'];
  readonly rows: number;
  readonly orderIds: readonly string[];
  readonly sent: string;
  readonly received: string;
}

export const describeCall = (call: Call): string =>
  [call.resource || (call.isPush ? 'pdf' : '–'), fieldOf(call, 'reference') ?? fieldOf(call, 'id')]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');

export const describeExchange = ({ run, resource, reference, id, limit }: Exchange): string =>
  [`#${run}`, resource || '–', reference || id, ...(limit === undefined ? [] : [`limit=${limit}`])]
    .filter((part) => part !== '')
    .join(' ');

export const exchangeFromCall = (
  call: Call,
  reply: Reply,
  rest: Pick<Exchange, 'run' | 'act' | 'known' | 'isStruck' | 'sent' | 'received'>,
): Exchange => ({
  ...rest,
  resource: call.resource,
  reference: fieldOf(call, 'reference') ?? '',
  id: fieldOf(call, 'id') ?? '',
  limit: fieldOf(call, 'limit'),
  hasGammes: gammesOf(call).length > 0,
  overlaps: call.raw.overlaps,
  outcome: reply.outcome,
  rows: reply.rows ?? 0,
  orderIds: reply.orderIds ?? [],
});
