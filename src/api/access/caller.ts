import type { Origin } from '../../domain/origin.ts';
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

/** As whose a change is noted. */
export const originOf = ({ id }: Pick<CallerToken, 'id'>): Origin => ({ by: 'shop', caller: id });

export const userToken = ({ name }: Pick<ConsoleUser, 'name'>): CallerToken => ({
  id: `user:${name}`,
  label: name,
  scopes: ['admin'],
});
