import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { hashPassword } from '../../accounts/passwords.ts';
import { userRoute } from '../../http/route.ts';
import { language, typed } from '../typed.ts';
import { sessionContent } from './session-content.ts';
import { startSession } from './session-cookie.ts';

/** Ends all sessions of the user but the one that asks, which begins anew. */
export const changePassword = userRoute({
  method: 'put',
  path: '/session/password',
  role: 'viewer',
  body: z.strictObject({ old: typed(), new: typed() }),
  status: 204,
  async handle(call) {
    const { body, services, user, remoteAddress } = call;
    if (!(await services.checkPassword({ password: body.old, user, remoteAddress })))
      throw fail('password_wrong', { field: 'old' });
    const passwordHash = await hashPassword(body.new);
    await services.accounts().changeUser(user.name, { passwordHash });
    return { content: undefined, headers: await startSession(call, user.name) };
  },
});

export const changeLanguage = userRoute({
  method: 'put',
  path: '/session/language',
  role: 'viewer',
  isChange: false,
  body: z.strictObject({ language: language() }),
  async handle({ body, services, user }) {
    await services.accounts().changeUser(user.name, body);
    return { content: await sessionContent(services, { ...user, ...body }) };
  },
});
