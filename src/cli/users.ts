import { createInterface } from 'node:readline';
import { newUser } from '../console/accounts/new-user.ts';
import { hashPassword } from '../console/accounts/passwords.ts';
import { foldedName } from '../console/accounts/user-name.ts';
import { fail } from '../domain/error.ts';
import type { ConsoleAccounts, ConsoleUser } from '../shop/console-accounts.ts';
import { createKey } from '../shop/new-secrets.ts';
import type { Language } from '../shop/wording.ts';
import { type Terminal, writeLine } from './terminal.ts';
import { USERS_WORDING } from './wording/users.ts';

export interface UserCommand {
  readonly terminal: Terminal;
  readonly language: Language;
  /** The password comes from standard input. */
  readonly stdin?: boolean | undefined;
}

/** 100 random bits. */
const PASSWORD_LETTERS = 20;

/** Only a password that was made goes to standard output. */
export async function addUser(
  accounts: ConsoleAccounts,
  said: Pick<ConsoleUser, 'name' | 'role' | 'language'>,
  command: UserCommand,
): Promise<void> {
  const password = await passwordFor(command);
  const user = await newUser({ ...said, password }, Date.now());
  await accounts.addUser(user);
  await writeLine(command.terminal.errors, USERS_WORDING[command.language].added(user.name));
  await tellMade(password, command);
}

/** Rejects with `user_unknown`. */
export async function changePassword(
  accounts: ConsoleAccounts,
  typed: string,
  command: UserCommand,
): Promise<void> {
  const name = foldedName(typed);
  const password = await passwordFor(command);
  const passwordHash = await hashPassword(password);
  if (!(await accounts.changeUser(name, { passwordHash }))) throw fail('user_unknown', { value: typed });
  await writeLine(command.terminal.errors, USERS_WORDING[command.language].changed(name));
  await tellMade(password, command);
}

/** Rejects with `user_unknown` or `last_admin`. */
export async function removeUser(
  accounts: ConsoleAccounts,
  typed: string,
  { terminal, language }: UserCommand,
): Promise<void> {
  const name = foldedName(typed);
  if (!(await accounts.removeUser(name))) throw fail('user_unknown', { value: typed });
  await writeLine(terminal.errors, USERS_WORDING[language].removed(name));
}

async function passwordFor({ terminal, stdin }: UserCommand): Promise<string> {
  if (!stdin) return createKey(PASSWORD_LETTERS);
  for await (const line of createInterface({ input: terminal.input })) return line;
  return '';
}

async function tellMade(password: string, { terminal, language, stdin }: UserCommand): Promise<void> {
  if (stdin) return;
  await writeLine(terminal.errors, USERS_WORDING[language].shownOnce);
  await writeLine(terminal.output, password);
}
