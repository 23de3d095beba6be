import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { foldedName } from '../../accounts/user-name.ts';
import { openRoute } from '../../http/route.ts';
import { typed } from '../typed.ts';
import { noteEntry } from './audited.ts';
import { sessionContent } from './session-content.ts';
import { startSession } from './session-cookie.ts';

export const logIn = openRoute({
  method: 'post',
  path: '/session',
  body: z.strictObject({ name: typed(), password: typed() }),
  async handle(call) {
    const { body, services, remoteAddress } = call;
    const name = foldedName(body.name);
    const user = (await services.accounts().users()).find((known) => known.name === name);
    const { password } = body;
    if (!(await services.checkPassword({ password, user, remoteAddress })) || !user)
      throw fail('login_refused');
    const headers = await startSession(call, name);
    await noteEntry(call, { user: name, action: 'logIn' });
    return { content: await sessionContent(services, user), headers };
  },
});
