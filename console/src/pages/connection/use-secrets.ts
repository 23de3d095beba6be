import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRead, useWays } from '../../api/api.tsx';
import { callConsole } from '../../api/console-call.ts';
import type { Secret } from './types.ts';

/** The keys or tokens of the shop: to list, make and revoke them. */
export function useSecrets<One extends Secret>(path: '/keys' | '/tokens') {
  const { send } = useWays();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(path) });
  const list = useRead([path], async (ways) => {
    const { items } = await callConsole<{ items: readonly One[] }>(ways.send, 'GET', path);
    // Valid ones first, the newest of each before the others.
    return [...items].sort(
      (one, other) =>
        Number(one.revokedAt !== undefined) - Number(other.revokedAt !== undefined) ||
        other.createdAt.localeCompare(one.createdAt),
    );
  });
  const make = useMutation({
    mutationFn: (asked: object) =>
      callConsole<{ readonly key?: string; readonly token?: string }>(send, 'POST', path, asked),
    onSuccess,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => callConsole(send, 'DELETE', `${path}/${encodeURIComponent(id)}`),
    onSuccess,
  });
  return { list, make, revoke };
}
