import type { ExchangeFilter, ExchangeSummary, RecordedExchange } from '../../shop/journal.ts';
import type { Sql } from '../database.ts';
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
import { idsAlong } from './stretches.ts';
import { type ExchangeWalk, walksOf } from './walks.ts';

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
  const walks = walksOf(filter);
  return readPages<ExchangeSummary, string>({
    from: filter.before ?? BEYOND,
    async read(before, given) {
      if (given >= limit) return END_OF_LIST;
      const ids = await newestIds(sql, walks, { before, count: Math.min(BATCH, limit - given) });
      const rows = await readRows(sql, ids);
      return { items: rows.map(EXCHANGE.fromRow), last: ids.at(-1) };
    },
  });
}

async function newestIds(
  sql: Sql,
  walks: readonly ExchangeWalk[],
  page: { readonly before: string; readonly count: number },
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const walk of walks) found.push(...(await idsAlong(sql, walk, page)));
  return found.sort((one, other) => (one < other ? 1 : -1)).slice(0, page.count);
}

/** How many ids a statement has: few sizes, so that few statements are prepared. */
const ID_COUNTS = [5, 50, BATCH];

async function readRows(sql: Sql, ids: readonly string[]): Promise<readonly ExchangeRow[]> {
  const [first] = ids;
  if (first === undefined) return [];
  const count = ID_COUNTS.find((most) => most >= ids.length) ?? ids.length;
  const places = Array.from({ length: count }, (_, index) => `$${index + 1}`).join(', ');
  // The first id stands for those that are missing.
  const parameters = Array.from({ length: count }, (_, index) => ids[index] ?? first);
  return sql.all<ExchangeRow>(`${EXCHANGE.select} WHERE id IN (${places}) ORDER BY id DESC`, parameters);
}
