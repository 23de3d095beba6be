import type { ConsoleRole, ConsoleUser } from '../../shop/console-accounts.ts';
import type { Reply } from '../http/reply.ts';

/** People who are logged in: their pages call with a cookie in place of a token. */
export interface Users {
  /**
   * Whom a call is from. Undefined where it brings no session, or a token too; rejects with `session_ended`, and with
   * `request_foreign` where it is from no page of our own.
   */
  userOf(call: UserCall): Promise<ConsoleUser | undefined>;
  /**
   * Does it if the user may, and keeps who did what: what was made, by its `Location`. Rejects with `role_insufficient`, and
   * as the work does.
   */
  perform(deed: Deed, work: () => Promise<Reply<unknown>>): Promise<Reply<unknown>>;
}

export interface UserCall {
  /** Upper case. */
  readonly method: string;
  /** By small letters. */
  header(name: string): string | undefined;
  /** What an `<img>` or a link asks for, which cannot send headers. */
  readonly isFile: boolean;
}

/** What a user is about to do. */
export interface Deed {
  readonly user: Pick<ConsoleUser, 'name' | 'role'>;
  readonly remoteAddress: string;
  readonly needed: ConsoleRole;
  /** Whether it is kept who did it; a refusal always is. */
  readonly isChange: boolean;
  /** A stable name: `setOrderState`. */
  readonly action: string;
  /** The shop's name, where it is about one. */
  readonly shop?: string | undefined;
  /** What it is about: an order's id, a user's name. */
  readonly subject?: string | undefined;
}
