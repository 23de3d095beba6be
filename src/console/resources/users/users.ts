import { z } from 'zod';
import { fail } from '../../../domain/error.ts';
import { defined } from '../../../domain/optional.ts';
import type { ConsoleUser } from '../../../shop/console-accounts.ts';
import { newUser } from '../../accounts/new-user.ts';
import { hashPassword } from '../../accounts/passwords.ts';
import { foldedName } from '../../accounts/user-name.ts';
import { madeAt } from '../../http/made-at.ts';
import { userRoute } from '../../http/route.ts';
import { language, role, typed } from '../typed.ts';

const params = z.strictObject({ name: typed() });

const userContent = ({ name, role, language, createdAt }: ConsoleUser) => ({
  name,
  role,
  language,
  createdAt,
});

export const listUsers = userRoute({
  method: 'get',
  path: '/users',
  role: 'admin',
  handle: async ({ services }) => ({
    content: { items: (await services.accounts().users()).map(userContent) },
  }),
});

export const addUser = userRoute({
  method: 'post',
  path: '/users',
  role: 'admin',
  body: z.strictObject({ name: typed(), role: role(), language: language(), password: typed() }),
  status: 201,
  async handle({ body, services }) {
    const user = await newUser(body, services.now());
    await services.accounts().addUser(user);
    return { content: userContent(user), headers: madeAt('users', user.name) };
  },
});

export const changeUser = userRoute({
  method: 'patch',
  path: '/users/{name}',
  role: 'admin',
  params,
  body: z.strictObject({
    role: role().exactOptional(),
    language: language().exactOptional(),
    password: typed().exactOptional(),
  }),
  async handle({ params, body: { password, ...said }, services: { accounts } }) {
    const name = foldedName(params.name);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const isThere = await accounts().changeUser(name, { ...said, ...defined({ passwordHash }) });
    const changed = (await accounts().users()).find((user) => user.name === name);
    if (!isThere || !changed) throw fail('user_unknown', { value: params.name });
    return { content: userContent(changed) };
  },
});

export const removeUser = userRoute({
  method: 'delete',
  path: '/users/{name}',
  role: 'admin',
  params,
  status: 204,
  async handle({ params, services }) {
    if (!(await services.accounts().removeUser(foldedName(params.name))))
      throw fail('user_unknown', { value: params.name });
    return { content: undefined };
  },
});
