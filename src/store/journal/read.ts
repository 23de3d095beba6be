import type { Exchange, ExchangeFilter, ExchangeSummary } from '../../shop/backoffice.ts';
import type { Sql, SqlValue } from '../database.ts';
import { EXCHANGE_COLUMNS, type ExchangeRow, summaryFromRow } from './rows.ts';

const BATCH = 500;
/** Greater than every id. */
const BEYOND = '\u{10ffff}';

const FIND = `SELECT ${EXCHANGE_COLUMNS} FROM exchange WHERE id = $1`;
const FIND_PAYLOAD = 'SELECT request, reply FROM exchange_payload WHERE exchange_id = $1';

export async function readExchange(sql: Sql, id: string): Promise<Exchange | undefined> {
  const row = await sql.get<ExchangeRow>(FIND, [id]);
  if (!row) return undefined;
  const payload = await sql.get<{ request: string | null; reply: string | null }>(FIND_PAYLOAD, [id]);
  const { request = null, reply = null } = payload ?? {};
  return {
    ...summaryFromRow(row),
    ...(request !== null && { request }),
    ...(reply !== null && { reply }),
  };
}

/** Newest first. */
export async function* readExchanges(
  sql: Sql,
  filter: ExchangeFilter,
): AsyncGenerator<readonly ExchangeSummary[]> {
  const { limit = Number.MAX_SAFE_INTEGER } = filter;
  const page = pageStatement(filter);
  let before = BEYOND;
  for (let left = limit; left > 0; ) {
    const parameters = [before, Math.min(BATCH, left), ...page.parameters];
    const rows = await sql.all<ExchangeRow>(page.statement, parameters);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(summaryFromRow);
    before = last.id;
    left -= rows.length;
  }
}

/** One statement per set of filters that are in use; $1 is the id to go on below, $2 the number of rows. */
function pageStatement(filter: ExchangeFilter): { statement: string; parameters: readonly SqlValue[] } {
  const { since, resource, reference, outcomes = [], after } = filter;
  const parameters: SqlValue[] = [];
  const parameter = (value: SqlValue): string => `$${parameters.push(value) + 2}`;
  const conditions = ['id < $1'];
  if (after !== undefined) conditions.push(`id > ${parameter(after)}`);
  if (since !== undefined) {
    conditions.push(`at >= ${parameter(since)}`, `id >= ${parameter(firstIdSince(since))}`);
  }
  if (resource !== undefined) conditions.push(`resource = ${parameter(resource)}`);
  // The index holds no empty references.
  if (reference !== undefined) conditions.push(`reference = ${parameter(reference)}`);
  if (reference) conditions.push(`reference <> ''`);
  if (outcomes.length > 0) conditions.push(`outcome IN (${outcomes.map(parameter).join(', ')})`);
  return {
    statement: `SELECT ${EXCHANGE_COLUMNS} FROM exchange WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $2`,
    parameters,
  };
}

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
