import type { ExchangeFilter, ExchangeSummary, RecordedExchange } from '../../shop/journal.ts';
import type { Sql, SqlValue } from '../database.ts';
import { readEffects } from '../effects/read.ts';
import { END_OF_LIST, readPages } from '../pages.ts';
import {
  BEYOND,
  EXCHANGE,
  EXCHANGE_PAYLOAD,
  type ExchangeRow,
  type PayloadRow,
  payloadFromRow,
} from './rows.ts';

const BATCH = 500;
const FIND = `${EXCHANGE.select} WHERE id = $1`;
const FIND_PAYLOAD = `${EXCHANGE_PAYLOAD.select} WHERE exchange_id = $1`;

export async function readExchange(sql: Sql, id: string): Promise<RecordedExchange | undefined> {
  const row = await sql.get<ExchangeRow>(FIND, [id]);
  if (!row) return undefined;
  const payload = await sql.get<PayloadRow>(FIND_PAYLOAD, [id]);
  const effect = await readEffects(sql, id);
  return { ...EXCHANGE.fromRow(row), ...(payload && payloadFromRow(payload)), effect };
}

/** Newest first. */
export function readExchanges(sql: Sql, filter: ExchangeFilter): AsyncGenerator<readonly ExchangeSummary[]> {
  const { limit = Number.POSITIVE_INFINITY } = filter;
  const { statement, parameters } = pageStatement(filter);
  return readPages<ExchangeSummary, string>({
    from: filter.before ?? BEYOND,
    async read(before, given) {
      if (given >= limit) return END_OF_LIST;
      const count = Math.min(BATCH, limit - given);
      const rows = await sql.all<ExchangeRow>(statement, [before, count, ...parameters]);
      return { items: rows.map(EXCHANGE.fromRow), last: rows.at(-1)?.id };
    },
  });
}

/** One statement per set of filters that are in use; $1 is the id to go on below, $2 the number of rows. */
function pageStatement(filter: ExchangeFilter): { statement: string; parameters: readonly SqlValue[] } {
  const { since, run, resource, reference, outcomes = [], after } = filter;
  const parameters: SqlValue[] = [];
  const parameter = (value: SqlValue): string => `$${parameters.push(value) + 2}`;
  const conditions = ['id < $1'];
  if (after !== undefined) conditions.push(`id > ${parameter(after)}`);
  if (since !== undefined) {
    conditions.push(`at >= ${parameter(since)}`, `id >= ${parameter(firstIdSince(since))}`);
  }
  if (run !== undefined) {
    const place = parameter(run);
    conditions.push(
      `run = ${place}`,
      `id >= ${ofRun('first_id', place)}`,
      `id <= ${ofRun('last_id', place)}`,
    );
  }
  if (resource !== undefined) conditions.push(`resource = ${parameter(resource)}`);
  // The index holds no empty references.
  if (reference !== undefined) conditions.push(`reference = ${parameter(reference)}`);
  if (reference) conditions.push(`reference <> ''`);
  if (outcomes.length > 0) conditions.push(`outcome IN (${outcomes.map(parameter).join(', ')})`);
  return {
    statement: `${EXCHANGE.select} WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $2`,
    parameters,
  };
}

const ofRun = (column: string, place: string): string =>
  `(SELECT ${column} FROM exchange_run WHERE exchange_run.id = ${place})`;

/**
 * A lower bound of the ids of exchanges at `since` or later, so that looking for the last hour does not walk through
 * the last year: a UUIDv7 begins with its milliseconds. A minute of leeway for clocks that were set back.
 */
function firstIdSince(since: string): string {
  const ms = Date.parse(since) - 60_000;
  if (!(ms > 0)) return '';
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
