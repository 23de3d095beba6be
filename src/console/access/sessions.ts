import { randomBytes } from 'node:crypto';
import { fail } from '../../domain/error.ts';
import type { ConsoleAccounts, OpenSession } from '../../shop/console-accounts.ts';
import { keyDigest } from '../../shop/new-secrets.ts';

const HOUR_MS = 3_600_000;
const IDLE_MS = 12 * HOUR_MS;
const LONGEST_MS = 7 * 24 * HOUR_MS;
export const LONGEST_SECONDS = LONGEST_MS / 1000;
/** A session's use is noted once in so long. */
const NOTED_EVERY_MS = 60_000;

export interface Sessions {
  /** Gives the secret that its holder shows: 256 random bits, kept nowhere. */
  start(user: string): Promise<string>;
  /** Rejects with `session_ended`. */
  require(secret: string): Promise<OpenSession>;
  end(secret: string): Promise<void>;
}

export interface SessionsOptions {
  accounts(): ConsoleAccounts;
  now(): number;
  /** Told of what failed beside a call. */
  onFailure(error: unknown): void;
}

export function createSessions({ accounts, now, onFailure }: SessionsOptions): Sessions {
  return {
    async start(user) {
      const secret = randomBytes(32).toString('base64url');
      const at = new Date(now()).toISOString();
      await accounts().startSession({ sha256: keyDigest(secret), user, startedAt: at, usedAt: at });
      return secret;
    },
    async require(secret) {
      const session = await accounts().session(keyDigest(secret));
      if (!session || !isAlive(session, now())) throw fail('session_ended');
      if (now() - Date.parse(session.usedAt) >= NOTED_EVERY_MS)
        void accounts().noteSessionUse(session.sha256, new Date(now()).toISOString()).catch(onFailure);
      return session;
    },
    async end(secret) {
      await accounts().endSession(keyDigest(secret));
    },
  };
}

type Times = Pick<OpenSession, 'startedAt' | 'usedAt'>;

const isAlive = ({ startedAt, usedAt }: Times, now: number): boolean =>
  now - Date.parse(usedAt) < IDLE_MS && now - Date.parse(startedAt) < LONGEST_MS;

/** What `pruneSessions` takes: those that are over. */
export const sessionBounds = (now: number) => ({
  startedBefore: new Date(now - LONGEST_MS).toISOString(),
  usedBefore: new Date(now - IDLE_MS).toISOString(),
});
