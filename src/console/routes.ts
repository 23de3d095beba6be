import type { ConsoleRoute } from './http/route.ts';
import { listActions } from './resources/audit/list-actions.ts';
import { checkConnection, getConnection } from './resources/connection/connection.ts';
import { createAccessKey, listKeys, revokeAccessKey } from './resources/keys/keys.ts';
import { changeLanguage, changePassword } from './resources/session/change-own.ts';
import { getSession } from './resources/session/get-session.ts';
import { logIn } from './resources/session/log-in.ts';
import { logOut } from './resources/session/log-out.ts';
import { setUp } from './resources/session/set-up.ts';
import { listShops } from './resources/shops/list-shops.ts';
import { createToken, listTokens, revokeApiToken } from './resources/tokens/tokens.ts';
import { addUser, changeUser, listUsers, removeUser } from './resources/users/users.ts';

/** What the console's pages ask of the server beside the JSON API, by the name that the trail keeps. */
export const CONSOLE_ROUTES: Readonly<Record<string, ConsoleRoute>> = {
  getSession,
  setUp,
  logIn,
  logOut,
  changePassword,
  changeLanguage,
  listUsers,
  addUser,
  changeUser,
  removeUser,
  listKeys,
  createAccessKey,
  revokeAccessKey,
  listTokens,
  createToken,
  revokeApiToken,
  listActions,
  listShops,
  getConnection,
  checkConnection,
};
