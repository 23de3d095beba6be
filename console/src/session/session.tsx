import { createContext, use } from 'react';
import { ROLES, type Role, type SessionFacts, type ShopFacts, type User } from './types.ts';

export interface Session extends Pick<SessionFacts, 'version' | 'features'> {
  readonly user: User;
  readonly shops: readonly ShopFacts[];
  /** Forgets everything that was read, and asks again who is signed in. */
  readonly refresh: () => Promise<void>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Of somebody who is signed in: what is not behind the sign-in has no session. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('No session here: the sign-in comes first.');
  return session;
}

export const ShopContext = createContext<ShopFacts | undefined>(undefined);

/** The shop that is shown. */
export function useShop(): ShopFacts {
  const shop = use(ShopContext);
  if (!shop) throw new Error('No shop here: only pages show one.');
  return shop;
}

/** Whether the user's role allows what needs this one. */
export const useMay = (needed: Role): boolean =>
  ROLES.indexOf(useSession().user.role) >= ROLES.indexOf(needed);
