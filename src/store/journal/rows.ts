import { defined } from '../../domain/optional.ts';
import type { Exchange, ExchangeSummary } from '../../shop/journal.ts';
import type { Sql } from '../database.ts';
import { type Row, table } from '../table.ts';
import { type Payload, packPayload, unpackPayload } from './payload.ts';

export const EXCHANGE = table<ExchangeSummary>('exchange', {
  id: 'text',
  at: 'text',
  resource: 'text',
  reference: 'text',
  outcome: 'text',
  httpStatus: 'integer',
  problem: 'json',
  warnings: 'json',
  records: 'integer',
  unchanged: 'integer',
  run: 'text',
  durationMs: 'real',
  timings: 'json',
  requestBytes: 'integer',
  replyBytes: 'integer',
  remoteAddress: 'text',
  replayOf: 'text',
  recorded: 'text',
});
export type ExchangeRow = Row<ExchangeSummary>;

interface StoredPayload {
  readonly exchangeId: string;
  /** Of the content. */
  readonly bytes: number;
  /** Until 0015: as they came. */
  readonly request?: string;
  readonly reply?: string;
  readonly content?: string;
}
export const EXCHANGE_PAYLOAD = table<StoredPayload>('exchange_payload', {
  exchangeId: 'text',
  bytes: 'integer',
  request: 'text',
  reply: 'text',
  content: 'text',
});
export type PayloadRow = Row<StoredPayload>;

/** Greater than every id. */
export const BEYOND = '\u{10ffff}';

const INSERT = `${EXCHANGE.insert} ON CONFLICT (id) DO NOTHING`;

/** Gives whether it was not there yet. */
export async function insertExchange(sql: Sql, exchange: Exchange): Promise<boolean> {
  const isNew = (await sql.run(INSERT, EXCHANGE.cells(exchange))) > 0;
  const { id: exchangeId, request, isRequestCut, variables, reply, transformed, recorded } = exchange;
  if (isNew && recorded === undefined && (request !== undefined || reply !== undefined)) {
    const content = packPayload({ ...defined({ request, isRequestCut, variables, reply, transformed }) });
    await sql.run(
      EXCHANGE_PAYLOAD.insert,
      EXCHANGE_PAYLOAD.cells({ exchangeId, bytes: Buffer.byteLength(content), content }),
    );
  }
  return isNew;
}

export function payloadFromRow({ content, request, reply }: PayloadRow): Payload {
  if (content !== null) return unpackPayload(content);
  return { ...(request !== null && { request }), ...(reply !== null && { reply }) };
}
