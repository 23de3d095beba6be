import type { Users } from '../../api/access/users.ts';
import { isLines } from '../../api/http/lines.ts';
import type { Reply } from '../../api/http/reply.ts';
import { fail, PasserelleError } from '../../domain/error.ts';
import { defined } from '../../domain/optional.ts';
import { quotable } from '../../domain/problem.ts';
import type { ActionOutcome, AuditTrail, NewAction } from '../../shop/audit-trail.ts';
import { isRoleEnough } from '../../shop/console-accounts.ts';
import { sessionIn } from './cookie.ts';
import { requireOwnPage } from './own-pages.ts';
import type { Sessions } from './sessions.ts';

export interface UsersOptions {
  readonly sessions: Sessions;
  trail(): AuditTrail;
  now(): number;
}

/** Who is logged in, what he may do, and what is kept of it: for the console's own addresses and for the API alike. */
export const createUsers = ({ sessions, trail, now }: UsersOptions): Users => ({
  async userOf(call) {
    const secret = sessionIn(call.header('cookie'));
    if (secret === undefined || call.header('authorization') !== undefined) return undefined;
    requireOwnPage(call);
    return (await sessions.require(secret)).user;
  },
  async perform(deed, work) {
    const { user, needed, isChange, remoteAddress, action, shop, subject } = deed;
    const noted: NewAction = {
      at: new Date(now()).toISOString(),
      user: user.name,
      remoteAddress,
      action,
      ...(shop !== undefined && { shop }),
      ...(subject !== undefined && { subject: quotable(subject) }),
    };
    if (!isRoleEnough(user.role, needed)) {
      await trail().noteAction({ ...noted, outcome: 'refused', reason: 'role_insufficient' });
      throw fail('role_insufficient', { expected: needed });
    }
    return isChange ? settled(trail(), noted, work) : work();
  },
});

/** Noted before it is done, so that no end of the server leaves a change that nobody knows of. */
async function settled(
  trail: AuditTrail,
  action: NewAction,
  work: () => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  const id = await trail.noteAction(action);
  try {
    const result = await work();
    const done: ActionOutcome = {
      outcome: 'done',
      ...defined({ subject: subjectIn(result) }),
    };
    const { content } = result;
    if (isLines(content))
      return { ...result, content: untilEnd(content, done, (end) => trail.settleAction(id, end)) };
    await trail.settleAction(id, done);
    return result;
  } catch (error) {
    await trail.settleAction(id, outcomeOf(error));
    throw error;
  }
}

/** What comes in lines is done with the last one; nobody knows what became of it where they are not read so far. */
async function* untilEnd(
  lines: AsyncIterable<unknown>,
  done: ActionOutcome,
  settle: (outcome: ActionOutcome) => Promise<void>,
): AsyncGenerator<unknown> {
  try {
    yield* lines;
  } catch (error) {
    await settle({ ...done, ...outcomeOf(error) });
    throw error;
  }
  await settle(done);
}

/** What it says itself, else the last step of `Location`. */
function subjectIn({ subject, headers }: Reply<unknown>): string | undefined {
  const made = headers?.location?.split('/').at(-1);
  return subject === undefined ? made && decodeURIComponent(made) : quotable(subject);
}

function outcomeOf(error: unknown): ActionOutcome {
  if (!(error instanceof PasserelleError)) return { outcome: 'failed', reason: 'internal' };
  const { code, problem } = error;
  const isOurs = code === 'internal' || code === 'store_unavailable';
  return { outcome: isOurs ? 'failed' : 'refused', reason: problem.reason };
}
