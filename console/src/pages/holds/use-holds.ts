import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRead, useWays, type Ways } from '../../api/api.tsx';
import { isRefused } from '../../api/console-call.ts';
import { useSession } from '../../session/session.tsx';

export type Hold = Awaited<ReturnType<typeof readHolds>>[number];
export type Decision = 'released' | 'refused' | 'lifted';

const LOOK_EVERY_MS = 10_000;
const NOT_HERE = 501;

/** Empty where the shop is not watched. */
async function readHolds({ api }: Ways, signal: AbortSignal) {
  try {
    return (await api.get('/guard/holds', { signal })).items;
  } catch (error) {
    if (isRefused(error, NOT_HERE)) return [];
    throw error;
  }
}

export const useHolds = () =>
  useRead(['holds'], readHolds, {
    enabled: useSession().features.guard,
    refetchInterval: LOOK_EVERY_MS,
  });

export function useDecision() {
  const { api } = useWays();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, status }: { readonly id: string; readonly status: Decision }) =>
      api.post('/guard/holds/{id}/decision', { params: { id }, body: { status } }),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('holds') }),
  });
}
