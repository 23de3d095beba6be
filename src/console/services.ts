import type { Users } from '../api/access/users.ts';
import { createSessions, type Sessions } from './access/sessions.ts';
import { createUsers } from './access/users.ts';
import { type CheckPassword, createPasswordCheck } from './accounts/check-password.ts';
import type { ConsoleOptions, ConsoleParts } from './options.ts';

/** What the console's addresses are answered with. */
export interface ConsoleServices {
  readonly options: ConsoleOptions;
  readonly sessions: Sessions;
  readonly users: Users;
  readonly checkPassword: CheckPassword;
  now(): number;
  /** Where people and what they did are kept. */
  accounts(): ConsoleParts['consoleAccounts'];
  trail(): ConsoleParts['auditTrail'];
}

export function createServices(options: ConsoleOptions): ConsoleServices {
  const { shops, onFailure, now = Date.now } = options;
  const accounts = () => shops[0].opened().consoleAccounts;
  const trail = () => shops[0].opened().auditTrail;
  const sessions = createSessions({ accounts, now, onFailure });
  return {
    options,
    sessions,
    users: createUsers({ sessions, trail, now }),
    checkPassword: createPasswordCheck(options.afterRefusal),
    now,
    accounts,
    trail,
  };
}
