import { fail } from '../../domain/error.ts';
import type { ConsoleUser, ConsoleUserChanges } from '../../shop/console-accounts.ts';
import type { Sql } from '../database.ts';
import { assigned } from '../sql-text.ts';
import { CONSOLE_USER, USER_SAID, type UserRow } from './rows.ts';

const ALL = `${CONSOLE_USER.select} ORDER BY name`;
const FIND = `${CONSOLE_USER.select} WHERE name = $1`;
const ANY = 'SELECT name FROM console_user LIMIT 1';
const ADD = `${CONSOLE_USER.insert} ON CONFLICT (name) DO NOTHING`;
const UPDATE = `UPDATE console_user SET ${assigned(USER_SAID.names, 2)} WHERE name = $1`;
// Their sessions go with them.
const DELETE = 'DELETE FROM console_user WHERE name = $1';
const OTHER_ADMIN = "SELECT name FROM console_user WHERE role = 'admin' AND name <> $1 LIMIT 1";
const END_SESSIONS = 'DELETE FROM console_session WHERE user_name = $1';

const CODE = 'SELECT code FROM console_setup WHERE id = 1';
const KEEP_CODE = 'INSERT INTO console_setup (id, code) VALUES (1, $1) ON CONFLICT (id) DO NOTHING';
const DROP_CODE = 'DELETE FROM console_setup';

export async function readUsers(sql: Sql): Promise<readonly ConsoleUser[]> {
  return (await sql.all<UserRow>(ALL)).map(CONSOLE_USER.fromRow);
}

export async function findUser(sql: Sql, name: string): Promise<ConsoleUser | undefined> {
  const row = await sql.get<UserRow>(FIND, [name]);
  return row && CONSOLE_USER.fromRow(row);
}

export async function addUser(sql: Sql, user: ConsoleUser): Promise<void> {
  if ((await sql.run(ADD, CONSOLE_USER.cells(user))) === 0) throw fail('user_exists', { value: user.name });
  await sql.run(DROP_CODE);
}

export async function addFirstUser(sql: Sql, user: ConsoleUser): Promise<boolean> {
  if (await sql.get(ANY)) return false;
  await addUser(sql, user);
  return true;
}

export async function setupCode(sql: Sql, fresh: string): Promise<string | undefined> {
  if (await sql.get(ANY)) return undefined;
  await sql.run(KEEP_CODE, [fresh]);
  return (await sql.get<{ code: string }>(CODE))?.code;
}

export async function changeUser(sql: Sql, name: string, changes: ConsoleUserChanges): Promise<boolean> {
  const row = await sql.get<UserRow>(FIND, [name]);
  if (!row) return false;
  const { role = row.role, passwordHash } = changes;
  if (role !== 'admin') await requireOtherAdmin(sql, row);
  await sql.run(UPDATE, [name, ...USER_SAID.changedCells(USER_SAID.rowCells(row), changes)]);
  if (passwordHash !== undefined) await sql.run(END_SESSIONS, [name]);
  return true;
}

export async function removeUser(sql: Sql, name: string): Promise<boolean> {
  const row = await sql.get<UserRow>(FIND, [name]);
  if (!row) return false;
  await requireOtherAdmin(sql, row);
  await sql.run(DELETE, [name]);
  return true;
}

/** Nobody could make another one. */
async function requireOtherAdmin(sql: Sql, { name, role }: UserRow): Promise<void> {
  if (role === 'admin' && !(await sql.get(OTHER_ADMIN, [name]))) throw fail('last_admin', { value: name });
}
