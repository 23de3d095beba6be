import type { RequirementId } from '../requirements/requirements.ts';
import type { Message } from '../session/message.ts';
import { isRefused, type Reply, showsData } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import { documentPush } from './documents.ts';
import { plainProduct } from './product-creation.ts';
import { judgeStays } from './product-update.ts';
import { own, type Scenario, write } from './scenario.ts';

/** Has nothing in common with the right key, which must stand in no reply. */
const WRONG_KEY = 'PASSERELLE-WRONG-KEY';

const LIST = { resource: 'products_list', fields: { limit: '0,5' } } as const;

/**
 * Every request of a check that lacks the right key, all at once and no more than these: a good webservice delays its
 * reply to each failure, longer every time, and so makes the check wait once.
 */
export const authenticationScenario: Scenario = {
  cites: ['auth.missing-key', 'auth.wrong-key', 'auth.wrong-key-writes-nothing', 'document-push.wrong-key'],
  needs: 'read',
  async run(session) {
    await Promise.all([
      judgeReading(session, 'auth.missing-key', { key: null, note: { fr: 'sans clé', en: 'without key' } }),
      judgeReading(session, 'auth.wrong-key', { key: WRONG_KEY, note: WRONG }),
      ...(session.options.write ? [judgeWrite(session), judgePush(session)] : []),
    ]);
  },
};

const WRONG = { fr: 'mauvaise clé', en: 'wrong key' };

async function judgeReading(session: Session, id: RequirementId, message: Message): Promise<void> {
  const reply = await session.call({ ...LIST, ...message });
  session.judge(id, { ok: isRefused(reply) && !showsData(reply), reply });
}

async function judgeWrite(session: Session): Promise<void> {
  const id = 'auth.wrong-key-writes-nothing';
  const reference = own(session, 'X3');
  const reply: Reply = await write(session, reference, {
    ...plainProduct(reference),
    key: WRONG_KEY,
    note: WRONG,
  });
  session.judge(id, { ok: isRefused(reply), reply });
  await judgeStays(session, id, { reply, reference, right: { products_list: 0, options_list: 0 } });
}

/** Any status but 200 is a refusal, and the body is for people. */
async function judgePush(session: Session): Promise<void> {
  const refused = await session.call({ ...documentPush(session), key: WRONG_KEY, note: WRONG });
  session.judge('document-push.wrong-key', {
    ok: refused.http !== undefined && refused.http.status !== 200,
    reply: refused,
  });
}
