import { localDateTime } from '../domain/dates.ts';
import { fail } from '../domain/error.ts';
import type { ApiScope, ApiToken, ApiTokens } from './api-tokens.ts';
import { createKey, keyDigest, randomId } from './new-secrets.ts';

/** Tells a token from an access key, for people and for what looks for secrets in code. */
const PREFIX = 'pst_';

export interface NewToken {
  readonly label: string;
  readonly scopes: readonly ApiScope[];
  /** The shop's, for the date. */
  readonly timeZone: string;
}

/** Makes a token and gives it in clear: the only time that anybody can read it. */
export async function addToken(
  apiTokens: ApiTokens,
  { label, scopes, timeZone }: NewToken,
): Promise<ApiToken & { readonly token: string }> {
  const token = `${PREFIX}${createKey()}`;
  const added: ApiToken = {
    id: randomId(),
    sha256: keyDigest(token),
    label,
    scopes,
    createdAt: localDateTime(new Date(), timeZone),
  };
  await apiTokens.addToken(added);
  return { ...added, token };
}

/** Rejects with `api_token_unknown`, also of one that is revoked already. */
export async function revokeToken(apiTokens: ApiTokens, id: string, timeZone: string): Promise<void> {
  const stored = await apiTokens.tokens();
  if (!stored.some((token) => token.id === id && token.revokedAt === undefined))
    throw fail('api_token_unknown', { value: id });
  await apiTokens.revokeToken(id, localDateTime(new Date(), timeZone));
}
