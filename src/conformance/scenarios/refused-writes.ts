import { DECLARATION, element } from '../session/message.ts';
import { isRefused, refusalText } from '../session/reply.ts';
import { judgeStays } from './product-update.ts';
import { own, type Scenario, write } from './scenario.ts';

const NOWHERE = { products_list: 0, options_list: 0 };

/** Writes that must change nothing. */
export const refusedWritesScenario: Scenario = {
  cites: ['error.unreadable-xml', 'error.missing-reference', 'error.bad-number'],
  needs: 'write',
  async run(session) {
    const broken = own(session, 'X4');
    const unreadable = await write(session, broken, {
      resource: 'add_product',
      data: `${DECLARATION}<connecteur>${element('reference', broken)}<nom>Passerelle check</nom><p_vente>1</p_ve`,
      note: { fr: 'XML coupé exprès, avant sa fin', en: 'XML cut on purpose, before its end' },
    });
    session.judge('error.unreadable-xml', { ok: isRefused(unreadable), reply: unreadable });
    await judgeStays(session, 'error.unreadable-xml', {
      reply: unreadable,
      reference: broken,
      right: NOWHERE,
    });

    const nameless = { resource: 'add_product', fields: { nom: session.prefix, p_vente: '1.00' } };
    const missing = await write(session, session.prefix, nameless);
    session.judge('error.missing-reference', { ok: isRefused(missing), reply: missing });

    const reference = own(session, 'X5');
    const badNumber = await write(session, reference, {
      resource: 'add_product',
      fields: { reference, nom: 'Passerelle check', p_vente: 'douze' },
    });
    const names = /p_vente/.test(refusalText(badNumber));
    session.judge('error.bad-number', { ok: isRefused(badNumber) && names, reply: badNumber });
  },
};
