import type { Problem } from '../../domain/problem.ts';
import type { Exchange, ExchangeOutcome, ExchangeSummary } from '../../shop/backoffice.ts';
import type { Sql, SqlValue } from '../database.ts';

export interface ExchangeRow {
  readonly id: string;
  readonly at: string;
  readonly resource: string;
  readonly reference: string;
  readonly outcome: ExchangeOutcome;
  readonly httpStatus: number;
  readonly problem: string | null;
  readonly warnings: string;
  readonly records: number | null;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly remoteAddress: string;
}

/** In the order of ExchangeRow, which is the order of the parameters below. */
export const EXCHANGE_COLUMNS = `id, at, resource, reference, outcome, http_status AS "httpStatus", problem, warnings, records,
  duration_ms AS "durationMs", request_bytes AS "requestBytes", reply_bytes AS "replyBytes", remote_address AS "remoteAddress"`;

const INSERT = `INSERT INTO exchange (id, at, resource, reference, outcome, http_status, problem, warnings, records,
  duration_ms, request_bytes, reply_bytes, remote_address)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (id) DO NOTHING`;
const INSERT_PAYLOAD =
  'INSERT INTO exchange_payload (exchange_id, bytes, request, reply) VALUES ($1, $2, $3, $4)';

export async function insertExchange(sql: Sql, exchange: Exchange): Promise<void> {
  const isNew = (await sql.run(INSERT, exchangeParameters(exchange))) > 0;
  const { id, request, reply } = exchange;
  if (!isNew || (request === undefined && reply === undefined)) return;
  await sql.run(INSERT_PAYLOAD, [id, payloadBytes(exchange), request ?? null, reply ?? null]);
}

export const payloadBytes = ({ request = '', reply = '' }: Exchange): number =>
  Buffer.byteLength(request) + Buffer.byteLength(reply);

function exchangeParameters(exchange: Exchange): readonly SqlValue[] {
  return [
    exchange.id,
    exchange.at,
    exchange.resource,
    exchange.reference,
    exchange.outcome,
    exchange.httpStatus,
    exchange.problem === undefined ? null : JSON.stringify(exchange.problem),
    JSON.stringify(exchange.warnings),
    exchange.records ?? null,
    exchange.durationMs,
    exchange.requestBytes,
    exchange.replyBytes,
    exchange.remoteAddress,
  ];
}

export function summaryFromRow({ problem, warnings, records, ...row }: ExchangeRow): ExchangeSummary {
  const parsedWarnings: readonly Problem[] = JSON.parse(warnings);
  const parsedProblem: Problem | undefined = problem === null ? undefined : JSON.parse(problem);
  return {
    ...row,
    warnings: parsedWarnings,
    ...(parsedProblem && { problem: parsedProblem }),
    ...(records !== null && { records }),
  };
}
