import type { Exchange, ExchangeRun, OutcomeCounts, RunFilter } from '../../shop/journal.ts';
import type { Sql } from '../database.ts';
import { END_OF_LIST, readPages } from '../pages.ts';
import { orUpdate } from '../sql-text.ts';
import { type Row, table } from '../table.ts';
import { BEYOND } from './rows.ts';

export const EXCHANGE_RUN = table<ExchangeRun>('exchange_run', {
  id: 'text',
  firstId: 'text',
  lastId: 'text',
  at: 'text',
  endedAt: 'text',
  exchanges: 'integer',
  resources: 'json',
  records: 'integer',
  unchanged: 'integer',
  busyMs: 'real',
});
type RunRow = Row<ExchangeRun>;

/**
 * A connector's pass is call upon call; between two passes nobody calls. Even the shortest interval that connectors are set to, a
 * quarter of an hour, is longer.
 */
export const RUN_GAP_MS = 5 * 60_000;

const NEWEST = `${EXCHANGE_RUN.select} ORDER BY id DESC LIMIT 1`;
const SAVE = `${EXCHANGE_RUN.insert} ${orUpdate(
  ['id'],
  EXCHANGE_RUN.names.filter((name) => name !== 'id'),
)}`;

export async function readNewestRun(sql: Sql): Promise<ExchangeRun | undefined> {
  const row = await sql.get<RunRow>(NEWEST);
  return row && EXCHANGE_RUN.fromRow(row);
}

export const saveRun = (sql: Sql, run: ExchangeRun): Promise<number> =>
  sql.run(SAVE, EXCHANGE_RUN.cells(run));

/** The request is kept of whoever had a key: what a stranger sends belongs to no run, nor what a person sends again. */
export const belongsToRun = ({ request, replayOf }: Exchange): boolean =>
  request !== undefined && replayOf === undefined;

/** The run that an exchange belongs to, before it is counted there. */
export const runOf = (newest: ExchangeRun | undefined, exchange: Exchange): ExchangeRun =>
  newest && continues(newest, exchange) ? newest : begun(exchange);

/** A bulk message that began long ago and ends now belongs to the run that goes on. */
const continues = ({ endedAt }: ExchangeRun, { at }: Exchange): boolean =>
  Date.parse(at) - Date.parse(endedAt) <= RUN_GAP_MS;

const begun = ({ id, at }: Exchange): ExchangeRun => ({
  id,
  firstId: id,
  lastId: id,
  at,
  endedAt: at,
  exchanges: 0,
  resources: {},
  records: 0,
  unchanged: 0,
  busyMs: 0,
});

/** With the exchange counted. */
export function joined(run: ExchangeRun, exchange: Exchange): ExchangeRun {
  const { id, at, resource, outcome, records = 1, unchanged, durationMs } = exchange;
  const end = new Date(Date.parse(at) + durationMs).toISOString();
  const counts: OutcomeCounts = run.resources[resource] ?? {};
  return {
    id: run.id,
    at: earlier(run.at, at),
    firstId: earlier(run.firstId, id),
    lastId: later(run.lastId, id),
    endedAt: later(run.endedAt, end),
    exchanges: run.exchanges + 1,
    resources: { ...run.resources, [resource]: { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 } },
    records: run.records + records,
    unchanged: run.unchanged + (unchanged ?? (outcome === 'unchanged' ? 1 : 0)),
    busyMs: Math.round((run.busyMs + durationMs) * 100) / 100,
  };
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);

const BATCH = 100;
const PAGE = `${EXCHANGE_RUN.select} WHERE id < $1 AND ended_at >= $2 ORDER BY id DESC LIMIT $3`;
const FIND = `${EXCHANGE_RUN.select} WHERE id = $1`;

/** Newest first. */
export const readRuns = (
  sql: Sql,
  { since = '', before = BEYOND, limit = Number.POSITIVE_INFINITY }: RunFilter,
): AsyncGenerator<readonly ExchangeRun[]> =>
  readPages<ExchangeRun, string>({
    from: before,
    async read(after, given) {
      if (given >= limit) return END_OF_LIST;
      const rows = await sql.all<RunRow>(PAGE, [after, since, Math.min(BATCH, limit - given)]);
      return { items: rows.map(EXCHANGE_RUN.fromRow), last: rows.at(-1)?.id };
    },
  });

export async function readRun(sql: Sql, id: string): Promise<ExchangeRun | undefined> {
  const row = await sql.get<RunRow>(FIND, [id]);
  return row && EXCHANGE_RUN.fromRow(row);
}
