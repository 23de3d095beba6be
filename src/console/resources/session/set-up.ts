import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import type { ConsoleUser } from '../../../shop/console-accounts.ts';
import { newUser } from '../../accounts/new-user.ts';
import { isSetupCode, readSetupCode } from '../../accounts/setup-code.ts';
import { openRoute, type RawCall } from '../../http/route.ts';
import { language, typed } from '../typed.ts';
import { noteEntry } from './audited.ts';
import { sessionContent } from './session-content.ts';
import { startSession } from './session-cookie.ts';

/** Makes the first user, an admin: who has the code that the server printed. */
export const setUp = openRoute({
  method: 'post',
  path: '/session/setup',
  body: z.strictObject({ code: typed(), name: typed(), password: typed(), language: language() }),
  status: 201,
  async handle(call) {
    const { body, services } = call;
    await requireCode(call, body.code);
    const user: ConsoleUser = await newUser({ ...body, role: 'admin' }, services.now());
    if (!(await services.accounts().addFirstUser(user))) throw fail('setup_done');
    const headers = await startSession(call, user.name);
    await noteEntry(call, { user: user.name, action: 'setUp' });
    return { content: await sessionContent(services, user), headers };
  },
});

async function requireCode(
  { services: { accounts, options }, remoteAddress }: Pick<RawCall, 'services' | 'remoteAddress'>,
  given: string,
): Promise<void> {
  const code = await readSetupCode(accounts());
  if (code === undefined) throw fail('setup_done');
  if (isSetupCode(given, code)) return;
  await options.afterRefusal(remoteAddress);
  throw fail('setup_code_wrong');
}
