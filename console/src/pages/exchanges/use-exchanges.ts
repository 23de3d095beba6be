import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePages, useScope, useWays, type Ways } from '../../api/api.tsx';
import { type ExchangeFilter, exchangeQuery } from './filter.ts';
import { merged } from './merged.ts';

export type ExchangeSummary = Awaited<ReturnType<typeof readPage>>['items'][number];

const PAGE_SIZE = 50;
const MOST_NEW = 500;
const LOOK_EVERY_MS = 3000;
/** An exchange that takes long is recorded after others that began later: the latest are looked at again. */
const LOOKED_AT_AGAIN = 30;

const readPage = ({ api }: Ways, query: ReturnType<typeof exchangeQuery> & Position, signal: AbortSignal) =>
  api.get('/exchanges', { query, signal });

interface Position {
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: string;
}

/** The journal, newest first, with what comes while one looks. */
export function useExchanges(filter: ExchangeFilter, isLive: boolean) {
  const query = useMemo(() => exchangeQuery(filter, Date.now()), [filter]);
  const pages = usePages(['exchanges', filter], (ways, cursor, signal) =>
    readPage(ways, { ...query, ...cursor, limit: PAGE_SIZE }, signal),
  );
  const arrivals = useArrivals(filter, pages.items, isLive && pages.isSuccess && !pages.isPlaceholderData);
  const items = useMemo(() => merged(arrivals, pages.items), [arrivals, pages.items]);
  const known = useMemo(() => new Set(pages.items.map(({ id }) => id)), [pages.items]);
  return {
    ...pages,
    items,
    isNew: ({ id }: ExchangeSummary) => !known.has(id),
    arrived: items.length - known.size,
  };
}

const NONE: readonly ExchangeSummary[] = [];

function useArrivals(filter: ExchangeFilter, shown: readonly ExchangeSummary[], isLive: boolean) {
  const ways = useWays();
  const scope = useScope();
  const queries = useQueryClient();
  const key = [...scope, 'arrivals', filter, shown[0]?.id];
  const { data = NONE } = useQuery({
    queryKey: key,
    enabled: isLive,
    refetchInterval: LOOK_EVERY_MS,
    async queryFn({ signal }) {
      const before = queries.getQueryData<readonly ExchangeSummary[]>(key) ?? NONE;
      const known = merged(before, shown);
      const after = known[Math.min(LOOKED_AT_AGAIN, known.length - 1)]?.id;
      const query = {
        ...exchangeQuery(filter, Date.now()),
        limit: MOST_NEW,
        ...(after !== undefined && { after }),
      };
      const { items, next } = await readPage(ways, query, signal);
      // More than a page at once: the list is read anew, so that it has no gap.
      if (next !== undefined) void queries.invalidateQueries({ queryKey: [...scope, 'exchanges'] });
      return merged(items, before);
    },
  });
  return data;
}
