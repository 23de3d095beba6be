import { fail } from '../../domain/error.ts';
import type { ConsoleSession, OpenSession, SessionBounds } from '../../shop/console-accounts.ts';
import type { Sql } from '../database.ts';
import { CONSOLE_SESSION, type SessionRow } from './rows.ts';
import { findUser } from './users.ts';

const FIND = `${CONSOLE_SESSION.select} WHERE sha256 = $1`;
const NOTE_USE = 'UPDATE console_session SET used_at = $2 WHERE sha256 = $1 AND used_at < $2';
const END = 'DELETE FROM console_session WHERE sha256 = $1';
const PRUNE = 'DELETE FROM console_session WHERE started_at < $1 OR used_at < $2';

export async function startSession(sql: Sql, session: ConsoleSession): Promise<void> {
  if (!(await findUser(sql, session.user))) throw fail('user_unknown', { value: session.user });
  await sql.run(CONSOLE_SESSION.insert, CONSOLE_SESSION.cells(session));
}

export async function findSession(sql: Sql, sha256: string): Promise<OpenSession | undefined> {
  const row = await sql.get<SessionRow>(FIND, [sha256]);
  const user = row && (await findUser(sql, row.user));
  return user && { ...CONSOLE_SESSION.fromRow(row), user };
}

export async function noteSessionUse(sql: Sql, sha256: string, at: string): Promise<void> {
  await sql.run(NOTE_USE, [sha256, at]);
}

export const endSession = async (sql: Sql, sha256: string): Promise<boolean> =>
  (await sql.run(END, [sha256])) > 0;

export const pruneSessions = (sql: Sql, { startedBefore, usedBefore }: SessionBounds): Promise<number> =>
  sql.run(PRUNE, [startedBefore, usedBefore]);
