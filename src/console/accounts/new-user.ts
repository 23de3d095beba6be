import type { ConsoleUser } from '../../shop/console-accounts.ts';
import { hashPassword } from './passwords.ts';
import { userName } from './user-name.ts';

interface TypedUser extends Pick<ConsoleUser, 'name' | 'role' | 'language'> {
  readonly password: string;
}

/** Rejects with `user_name_invalid` or `password_short`. */
export async function newUser(
  { name, role, language, password }: TypedUser,
  now: number,
): Promise<ConsoleUser> {
  return {
    name: userName(name),
    role,
    language,
    passwordHash: await hashPassword(password),
    createdAt: new Date(now).toISOString(),
  };
}
