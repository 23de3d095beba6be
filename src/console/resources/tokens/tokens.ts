import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import { API_SCOPES, type ApiToken } from '../../../shop/api-tokens.ts';
import { addToken, revokeToken } from '../../../shop/manage-tokens.ts';
import { madeAt } from '../../http/made-at.ts';
import { userRoute } from '../../http/route.ts';
import { idParams, labelled } from '../secrets.ts';

const tokenContent = ({ id, label, scopes, createdAt, lastUsedAt, revokedAt }: ApiToken) => ({
  id,
  label,
  scopes,
  createdAt,
  ...defined({ lastUsedAt, revokedAt }),
});

export const listTokens = userRoute({
  method: 'get',
  path: '/tokens',
  role: 'admin',
  isOfShop: true,
  handle: async ({ shop }) => ({
    content: { items: (await shop().opened().apiTokens.tokens()).map(tokenContent) },
  }),
});

/** The only reply that ever tells the token. */
export const createToken = userRoute({
  method: 'post',
  path: '/tokens',
  role: 'admin',
  isOfShop: true,
  body: z.strictObject({ ...labelled(), scopes: z.array(z.enum(API_SCOPES)).min(1) }),
  status: 201,
  async handle({ body: { label, scopes }, shop }) {
    const { opened, timeZone } = shop();
    const made = await addToken(opened().apiTokens, { label, scopes: [...new Set(scopes)], timeZone });
    return { content: { ...tokenContent(made), token: made.token }, headers: madeAt('tokens', made.id) };
  },
});

export const revokeApiToken = userRoute({
  method: 'delete',
  path: '/tokens/{id}',
  role: 'admin',
  isOfShop: true,
  params: idParams,
  status: 204,
  async handle({ params, shop }) {
    const { opened, timeZone } = shop();
    await revokeToken(opened().apiTokens, params.id, timeZone);
    return { content: undefined };
  },
});
