import type { ApiTokens } from '../../shop/api-tokens.ts';
import type { Database } from '../database.ts';
import { addToken, noteTokenUse, readTokens, revokeToken } from './rows.ts';

/** When a token was used may be known a little later: it is worth no commit of its own. */
const NOTED_WITHIN_MS = 1_000;

export const createApiTokens = (database: Database): ApiTokens => ({
  tokens: () => readTokens(database.read),
  addToken: (token) => database.write((sql) => addToken(sql, token)),
  revokeToken: (id, at) => database.write((sql) => revokeToken(sql, id, at)),
  noteTokenUse: (id, at) => database.writeLater((sql) => noteTokenUse(sql, id, at), NOTED_WITHIN_MS),
});
