import {
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { type Client, createClient } from 'passerelle/client';
import { useMemo } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { useShop } from '../session/session.tsx';
import { consoleFetch } from './console-fetch.ts';

/** The ways to the server, for the shop that is shown and in the language that is chosen. */
export interface Ways {
  /** `/api/v1`, typed by its routes. */
  readonly api: Client;
  /** As `fetch`, with the console's headers. */
  readonly send: typeof fetch;
}

export function useWays(): Ways {
  const { name } = useShop();
  const { language } = useLanguage();
  return useMemo(() => {
    const send = consoleFetch(name, language);
    return { api: createClient({ url: '', language, fetch: send }), send };
  }, [name, language]);
}

type ReadOptions = Pick<UseQueryOptions, 'enabled' | 'refetchInterval' | 'staleTime'>;

/** What stands on the server, by a key of its own within shop and language. */
export function useRead<Content>(
  key: QueryKey,
  read: (ways: Ways, signal: AbortSignal) => Promise<Content>,
  { enabled, refetchInterval, staleTime }: ReadOptions = {},
) {
  const ways = useWays();
  const scope = useScope();
  return useQuery({
    queryKey: [...scope, ...key],
    queryFn: ({ signal }) => read(ways, signal),
    ...(enabled !== undefined && { enabled: enabled === true }),
    ...(typeof refetchInterval === 'number' && { refetchInterval }),
    ...(typeof staleTime === 'number' && { staleTime }),
  });
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** A list, page after page; what was there stays while a filter changes. */
export function usePages<Item>(
  key: QueryKey,
  read: (ways: Ways, cursor: { cursor?: string }, signal: AbortSignal) => Promise<Page<Item>>,
) {
  const ways = useWays();
  const scope = useScope();
  const query = useInfiniteQuery({
    queryKey: [...scope, ...key],
    queryFn: ({ pageParam, signal }) => read(ways, pageParam === '' ? {} : { cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, items };
}

/** What every key begins with: another shop's records, or another language's sentences, are others. */
export function useScope(): readonly string[] {
  const { name } = useShop();
  const { language } = useLanguage();
  return useMemo(() => [name, language], [name, language]);
}
