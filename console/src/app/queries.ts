import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefused } from '../api/console-call.ts';
import { SESSION_KEY } from '../session/session-key.ts';

const MOST_RETRIES = 2;
const FRESH_MS = 5000;

/** What is refused is refused again; what was not answered may be the next time. */
const isWorthARetry = (failures: number, error: Error): boolean =>
  failures < MOST_RETRIES && (!('status' in error) || Number(error.status) >= 500) && navigator.onLine;

export function makeQueries(): QueryClient {
  /** A session that has ended shows at any call: the sign-in follows. */
  const onError = (error: Error, key?: readonly unknown[]) => {
    if (isRefused(error, 401) && key?.[0] !== SESSION_KEY[0]) {
      void queries.invalidateQueries({ queryKey: SESSION_KEY });
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: (error, { queryKey }) => onError(error, queryKey) }),
    mutationCache: new MutationCache({ onError: (error) => onError(error) }),
    defaultOptions: { queries: { retry: isWorthARetry, staleTime: FRESH_MS } },
  });
  return queries;
}
