import type { RequirementId } from '../requirements/requirements.ts';
import type { Message } from '../session/message.ts';
import { isRefused, showsData } from '../session/reply.ts';
import type { Scenario } from './scenario.ts';

/** Has nothing in common with the right key, which must stand in no reply. */
export const WRONG_KEY = 'PASSERELLE-WRONG-KEY';

const CALLS: readonly (readonly [RequirementId, Message])[] = [
  ['auth.missing-key', { key: null, note: { fr: 'sans clé', en: 'without key' } }],
  ['auth.missing-key', { key: '', note: { fr: 'clé vide', en: 'empty key' } }],
  ['auth.wrong-key', { key: WRONG_KEY, note: { fr: 'mauvaise clé', en: 'wrong key' } }],
];

export const authenticationScenario: Scenario = {
  cites: ['auth.missing-key', 'auth.wrong-key'],
  needs: 'read',
  async run(session) {
    for (const [id, message] of CALLS) {
      const reply = await session.call({ resource: 'products_list', fields: { limit: '0,5' }, ...message });
      session.judge(id, { ok: isRefused(reply) && !showsData(reply), reply });
    }
  },
};
