import type { ConsoleAccounts } from '../../shop/console-accounts.ts';
import type { Database } from '../database.ts';
import { endSession, findSession, noteSessionUse, pruneSessions, startSession } from './sessions.ts';
import { addFirstUser, addUser, changeUser, readUsers, removeUser, setupCode } from './users.ts';

/** When a session was used may be known a little later: it is worth no commit of its own. */
const NOTED_WITHIN_MS = 1_000;

export const createConsoleAccounts = (database: Database): ConsoleAccounts => ({
  users: () => readUsers(database.read),
  addUser: (user) => database.write((sql) => addUser(sql, user)),
  addFirstUser: (user) => database.write((sql) => addFirstUser(sql, user)),
  setupCode: (fresh) => database.write((sql) => setupCode(sql, fresh)),
  changeUser: (name, changes) => database.write((sql) => changeUser(sql, name, changes)),
  removeUser: (name) => database.write((sql) => removeUser(sql, name)),
  startSession: (session) => database.write((sql) => startSession(sql, session)),
  session: (sha256) => findSession(database.read, sha256),
  noteSessionUse: (sha256, at) =>
    database.writeLater((sql) => noteSessionUse(sql, sha256, at), NOTED_WITHIN_MS),
  endSession: (sha256) => database.write((sql) => endSession(sql, sha256)),
  pruneSessions: (bounds) => database.write((sql) => pruneSessions(sql, bounds)),
});
