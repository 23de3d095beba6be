import type { AuditedAction } from '../../shop/audit-trail.ts';
import type { ConsoleSession, ConsoleUser } from '../../shop/console-accounts.ts';
import { columns, type Row, table } from '../table.ts';

const SAID = columns<Omit<ConsoleUser, 'name' | 'createdAt'>>({
  role: 'text',
  language: 'text',
  passwordHash: 'text',
});
/** What of a user may be changed. */
export const USER_SAID = SAID;

export const CONSOLE_USER = table<ConsoleUser>('console_user', {
  name: 'text',
  ...SAID.kinds,
  createdAt: 'text',
});
export type UserRow = Row<ConsoleUser>;

export const CONSOLE_SESSION = table<ConsoleSession>('console_session', {
  sha256: 'text',
  user: ['text', 'user_name'],
  startedAt: 'text',
  usedAt: 'text',
});
export type SessionRow = Row<ConsoleSession>;

const ACTION = columns<Omit<AuditedAction, 'id'>>({
  at: 'text',
  user: ['text', 'user_name'],
  remoteAddress: 'text',
  action: 'text',
  shop: 'text',
  subject: 'text',
  outcome: 'text',
  reason: 'text',
});
/** All but the number that the database gives. */
export const NEW_ACTION = ACTION;

export const AUDIT_ENTRY = table<AuditedAction>('audit_entry', { id: 'integer', ...ACTION.kinds });
export type ActionRow = Row<AuditedAction>;
