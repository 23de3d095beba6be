import { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import type { AccessKey } from '../../../shop/access-keys.ts';
import { addKey, CONFIGURED, revokeKey } from '../../../shop/manage-keys.ts';
import { createKey } from '../../../shop/new-secrets.ts';
import { madeAt } from '../../http/made-at.ts';
import { userRoute } from '../../http/route.ts';
import { idParams, labelled } from '../secrets.ts';

/** A configured one comes back with the next start. */
const keyContent = ({ id, label, createdAt, revokedAt }: AccessKey) => ({
  id,
  label: label === CONFIGURED ? '' : label,
  isConfigured: label === CONFIGURED,
  createdAt,
  ...defined({ revokedAt }),
});

export const listKeys = userRoute({
  method: 'get',
  path: '/keys',
  role: 'admin',
  isOfShop: true,
  handle: async ({ shop }) => ({
    content: { items: (await shop().opened().accessKeys.keys()).map(keyContent) },
  }),
});

/** The only reply that ever tells the key. */
export const createAccessKey = userRoute({
  method: 'post',
  path: '/keys',
  role: 'admin',
  isOfShop: true,
  body: z.strictObject(labelled()),
  status: 201,
  async handle({ body: { label }, shop }) {
    const { opened, timeZone } = shop();
    const key = createKey();
    const added = await addKey(opened().accessKeys, { key, label, timeZone });
    return { content: { ...keyContent(added), key }, headers: madeAt('keys', added.id) };
  },
});

export const revokeAccessKey = userRoute({
  method: 'delete',
  path: '/keys/{id}',
  role: 'admin',
  isOfShop: true,
  params: idParams,
  status: 204,
  async handle({ params, shop }) {
    const { opened, timeZone } = shop();
    await revokeKey(opened().accessKeys, params.id, timeZone);
    return { content: undefined };
  },
});
