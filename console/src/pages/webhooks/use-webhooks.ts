import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRead, useWays, type Ways } from '../../api/api.tsx';

export type Webhook = Awaited<ReturnType<typeof readWebhooks>>[number];
export type EventKind = Webhook['kinds'][number];

const KEY = 'webhooks';
const LOOK_EVERY_MS = 10_000;

const readWebhooks = async ({ api }: Ways, signal: AbortSignal) =>
  (await api.get('/webhooks', { signal })).items;

export const useWebhooks = () => useRead([KEY], readWebhooks, { refetchInterval: LOOK_EVERY_MS });

export const useWebhook = (id: string) =>
  useRead([KEY, id], ({ api }, signal) => api.get('/webhooks/{id}', { params: { id }, signal }), {
    refetchInterval: LOOK_EVERY_MS,
  });

export interface SaidWebhook {
  readonly url: string;
  readonly label: string;
  readonly kinds: EventKind[];
}

/** What an administrator does. */
export function useWebhookChanges() {
  const { api } = useWays();
  const onSuccess = useForgotten();
  return {
    add: useMutation({ mutationFn: (said: SaidWebhook) => api.post('/webhooks', { body: said }), onSuccess }),
    change: useMutation({
      mutationFn: ({
        id,
        ...body
      }: Partial<SaidWebhook> & { readonly id: string; readonly enabled?: boolean }) =>
        api.patch('/webhooks/{id}', { params: { id }, body }),
      onSuccess,
    }),
    rotate: useMutation({
      mutationFn: (id: string) => api.post('/webhooks/{id}/rotate-secret', { params: { id }, body: {} }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => api.delete('/webhooks/{id}', { params: { id } }),
      onSuccess,
    }),
  };
}

export type Resend = { readonly event: string } | { readonly failed: true } | { readonly since: string };

/** What an operator does. */
export function useWebhookWork(id: string) {
  const { api } = useWays();
  const onSuccess = useForgotten();
  return {
    resend: useMutation({
      mutationFn: (body: Resend) => api.post('/webhooks/{id}/resend', { params: { id }, body }),
      onSuccess,
    }),
    test: useMutation({ mutationFn: () => api.post('/webhooks/{id}/test', { params: { id } }) }),
  };
}

function useForgotten() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(KEY) });
}
