import type { ApiToken } from '../../shop/api-tokens.ts';
import type { ConsoleUser } from '../../shop/console-accounts.ts';
import type { ApiShop } from '../options.ts';

/** What of a token the routes know. */
export type CallerToken = Pick<ApiToken, 'id' | 'label' | 'scopes'>;

/** Whom a call speaks for. */
export interface Caller {
  readonly shop: ApiShop;
  /** A user's is like one: may see everything, and its id has a colon as no token's has. */
  readonly token: CallerToken;
  /** Who calls with a session in place of a token. */
  readonly user?: ConsoleUser;
}

export const userToken = ({ name }: Pick<ConsoleUser, 'name'>): CallerToken => ({
  id: `user:${name}`,
  label: name,
  scopes: ['admin'],
});
