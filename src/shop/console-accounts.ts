import type { Language } from './wording.ts';

/** Each may do what those before it may: `viewer` sees everything, `operator` keeps the link going, `admin` everything. */
export const CONSOLE_ROLES = ['viewer', 'operator', 'admin'] as const;
export type ConsoleRole = (typeof CONSOLE_ROLES)[number];

/** The people who use the console, and their sessions. */
export interface ConsoleAccounts {
  /** By name. */
  users(): Promise<readonly ConsoleUser[]>;
  /** Rejects with `user_exists`. */
  addUser(user: ConsoleUser): Promise<void>;
  /** Adds the user if there is none yet. Gives false when there is one, and changes nothing then. */
  addFirstUser(user: ConsoleUser): Promise<boolean>;
  /**
   * What shows that somebody may make the first user: `fresh`, or what an earlier call kept. Undefined once there is a user,
   * when it is kept no longer.
   */
  setupCode(fresh: string): Promise<string | undefined>;
  /** A new password ends all sessions of the user. Gives false when there is no such user; rejects with `last_admin`. */
  changeUser(name: string, changes: ConsoleUserChanges): Promise<boolean>;
  /** With all sessions. Gives false when there is no such user; rejects with `last_admin`. */
  removeUser(name: string): Promise<boolean>;
  /** Of a user that is there; rejects with `user_unknown`. */
  startSession(session: ConsoleSession): Promise<void>;
  session(sha256: string): Promise<OpenSession | undefined>;
  /** An earlier moment than the one that is noted changes nothing. */
  noteSessionUse(sha256: string, at: string): Promise<void>;
  /** Gives false when there is no such session. */
  endSession(sha256: string): Promise<boolean>;
  /** Drops the sessions that began before one moment, or were last used before the other. Gives how many. */
  pruneSessions(bounds: SessionBounds): Promise<number>;
}

export interface ConsoleUser {
  /** In small letters. */
  readonly name: string;
  readonly role: ConsoleRole;
  readonly language: Language;
  /** What a password is compared with; the password itself is stored nowhere. */
  readonly passwordHash: string;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
}

export type ConsoleUserChanges = Partial<Pick<ConsoleUser, 'role' | 'language' | 'passwordHash'>>;

/** Instants are ISO 8601 in UTC. */
export interface ConsoleSession {
  /** SHA-256 of what its holder shows, in hexadecimal; that itself is stored nowhere. */
  readonly sha256: string;
  /** The user's name. */
  readonly user: string;
  readonly startedAt: string;
  readonly usedAt: string;
}

export interface OpenSession extends Omit<ConsoleSession, 'user'> {
  readonly user: ConsoleUser;
}

export interface SessionBounds {
  readonly startedBefore: string;
  readonly usedBefore: string;
}

/** Whether who has one role may do what asks for another. */
export const isRoleEnough = (held: ConsoleRole, needed: ConsoleRole): boolean =>
  CONSOLE_ROLES.indexOf(held) >= CONSOLE_ROLES.indexOf(needed);
