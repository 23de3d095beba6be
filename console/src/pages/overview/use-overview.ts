import { useRead, type Ways } from '../../api/api.tsx';

const HOUR_MS = 3_600_000;
const LOOK_EVERY_MS = 10_000;
const MOST_RUNS = 500;
const MOST_ORDERS = 100;
const SHOWN_PROBLEMS = 5;

export type OverviewRun = Awaited<ReturnType<typeof readRuns>>[number];

async function readRuns({ api }: Ways, since: string) {
  return Array.fromAsync(api.all('/runs', { query: { since, limit: MOST_RUNS } }));
}

const twoDaysAgo = (): string => new Date(Date.now() - 48 * HOUR_MS).toISOString();

/** The runs of the last 48 hours; without any, the last one that there was. */
export const useRecentRuns = () =>
  useRead(
    ['overview', 'runs'],
    async (ways) => {
      const recent = await readRuns(ways, twoDaysAgo());
      const [last] =
        recent.length > 0 ? recent : (await ways.api.get('/runs', { query: { limit: 1 } })).items;
      return { recent, last };
    },
    { refetchInterval: LOOK_EVERY_MS },
  );

export const useLatestProblems = () =>
  useRead(
    ['overview', 'problems'],
    async ({ api }, signal) => {
      const query = {
        outcome: ['refused', 'failed'] as ('refused' | 'failed')[],
        since: twoDaysAgo(),
        limit: SHOWN_PROBLEMS,
      };
      return (await api.get('/exchanges', { query, signal })).items;
    },
    { refetchInterval: LOOK_EVERY_MS },
  );

/** Orders that the ERP has not confirmed, the first hundred. */
export const useWaitingOrders = () =>
  useRead(
    ['overview', 'orders'],
    async ({ api }, signal) => {
      const { items, next } = await api.get('/orders', {
        query: { exported: false, limit: MOST_ORDERS, fields: ['id', 'handOver'] },
        signal,
      });
      const read = items.filter(({ handOver }) => handOver.status === 'read').length;
      return { count: items.length, isMore: next !== undefined, read };
    },
    { refetchInterval: LOOK_EVERY_MS },
  );
