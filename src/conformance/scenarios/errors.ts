import { isRefused, isTextRefusal, type Reply } from '../session/reply.ts';
import { statusOfError } from '../session/reply-judgements.ts';
import type { Session } from '../session/session.ts';
import type { Scenario } from './scenario.ts';

export const errorsScenario: Scenario = {
  cites: ['error.unknown-resource', 'error.missing-resource', 'error.shape', 'error.status'],
  needs: 'read',
  async run(session) {
    const unknown = await session.call({ resource: 'passerelle_unknown' });
    session.judge('error.unknown-resource', { ok: isRefused(unknown), reply: unknown });
    session.judge('error.shape', { ok: Boolean(unknown.error), reply: unknown });
    if (isTextRefusal(unknown)) judgeStatus(session, unknown);
    const missing = await session.call({ note: { fr: 'sans resource', en: 'without resource' } });
    session.judge('error.missing-resource', { ok: isRefused(missing), reply: missing });
    session.explain(['error.status'], {
      fr: 'Le webservice n’a répondu aucune erreur <error>.',
      en: 'The webservice answered no <error>.',
    });
  },
};

/** Every `<error>` is judged for its status as it comes; a text only where an error is certain. */
function judgeStatus({ judge, options }: Session, reply: Reply): void {
  const { id, ok, found } = statusOfError(reply.http?.status ?? 0, options.profile);
  judge(id, { ok, reply, found });
}
