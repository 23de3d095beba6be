import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRead, useWays } from '../../api/api.tsx';
import { callConsole } from '../../api/console-call.ts';
import type { Role, User } from '../../session/types.ts';

export interface ListedUser extends User {
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
}

export interface NewUser extends User {
  readonly password: string;
}

export interface UserChange {
  readonly name: string;
  readonly role: Role;
  readonly password?: string;
}

const KEY = 'users';

export const useUsers = () =>
  useRead(
    [KEY],
    async ({ send }) => (await callConsole<{ items: readonly ListedUser[] }>(send, 'GET', '/users')).items,
  );

export function useUserChanges() {
  const { send } = useWays();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(KEY) });
  const place = (name: string) => `/users/${encodeURIComponent(name)}` as const;
  return {
    add: useMutation({ mutationFn: (user: NewUser) => callConsole(send, 'POST', '/users', user), onSuccess }),
    change: useMutation({
      mutationFn: ({ name, ...said }: UserChange) => callConsole(send, 'PATCH', place(name), said),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (name: string) => callConsole(send, 'DELETE', place(name)),
      onSuccess,
    }),
  };
}
