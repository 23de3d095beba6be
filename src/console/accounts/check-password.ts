import { createTurns } from '../../api/images/turns.ts';
import { fail } from '../../domain/error.ts';
import type { ConsoleUser } from '../../shop/console-accounts.ts';
import { isPassword } from './passwords.ts';

/** Each takes a processor and 32 MiB: others need the threads too. */
const AT_ONCE = 2;
/** A stranger must neither fill the memory with those who wait, nor keep all others from their turn. */
const MOST_ATTEMPTS = 50;
const MOST_OF_ADDRESS = 5;

interface PasswordAttempt {
  readonly password: string;
  readonly user: ConsoleUser | undefined;
  readonly remoteAddress: string;
}

/** Whether a password is the user's; a wrong one is told late. Rejects with `login_crowded`. */
export type CheckPassword = (attempt: PasswordAttempt) => Promise<boolean>;

/**
 * An attempt is under way until it may be answered. So whoever tries in parallel gains nothing: few are taken from one
 * address, and those wait, longer and longer.
 */
export function createPasswordCheck(afterRefusal: (address: string) => Promise<void>): CheckPassword {
  const inTurn = createTurns(AT_ONCE);
  const underWay: string[] = [];
  return async ({ password, user, remoteAddress }) => {
    const ofAddress = underWay.filter((address) => address === remoteAddress).length;
    if (ofAddress >= MOST_OF_ADDRESS || underWay.length >= MOST_ATTEMPTS) throw fail('login_crowded');
    underWay.push(remoteAddress);
    try {
      const isRight = await inTurn(() => isPassword(password, user?.passwordHash));
      if (!isRight) await afterRefusal(remoteAddress);
      return isRight;
    } finally {
      underWay.splice(underWay.indexOf(remoteAddress), 1);
    }
  };
}
