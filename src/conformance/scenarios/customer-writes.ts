import type { RequirementId } from '../requirements/requirements.ts';
import { DECLARATION, element } from '../session/message.ts';
import { acknowledges, isTaken } from '../session/reply.ts';
import { own, type Scenario, write } from './scenario.ts';
import { seedCustomer } from './seed-customer.ts';

const MANY = 1000;

interface CustomerWrite {
  readonly id: RequirementId;
  readonly code: string;
  readonly data: string;
}

export const customerWritesScenario: Scenario = {
  cites: [
    'add-customer.reply',
    'add-customer.seed-example',
    'add-customer.alone',
    'add-customer.many',
    'add-customer.repeat',
    'add-customer.later-fields',
  ],
  needs: 'write',
  async run(session) {
    const code = (suffix: string): string => own(session, suffix);
    const many = Array.from({ length: MANY }, (_, index) => client(code(`M${index + 1}`)));
    const writes: CustomerWrite[] = [
      { id: 'add-customer.reply', code: code('C1'), data: clients([client(code('C1'))]) },
      { id: 'add-customer.repeat', code: code('C1'), data: clients([client(code('C1'))]) },
      { id: 'add-customer.seed-example', code: code('C2'), data: seedCustomer(code('C2')) },
      { id: 'add-customer.alone', code: code('C3'), data: document(client(code('C3'))) },
      { id: 'add-customer.many', code: code(`M1…M${MANY}`), data: clients(many) },
      { id: 'add-customer.later-fields', code: code('C4'), data: clients(oneNodePerContact(code('C4'))) },
    ];
    for (const one of writes) {
      const reply = await write(session, one.code, { resource: 'add_customer', data: one.data });
      const ok = one.id === 'add-customer.reply' ? acknowledges(reply, 'add_customer') : isTaken(reply);
      session.judge(one.id, { ok, reply });
    }
  },
};

const document = (inner: string): string => `${DECLARATION}<connecteur>${inner}</connecteur>`;

const clients = (list: readonly string[]): string => document(`<clients>${list.join('')}</clients>`);

const client = (code: string, more = ''): string =>
  `<client identifiant="${code}">${element('codetiers', code)}<nom>Passerelle check</nom><email>${code.toLowerCase()}@example.invalid</email><categorietarifaire></categorietarifaire>${more}</client>`;

/** Later editions send a client again for each of its contacts, and say who is active. */
const oneNodePerContact = (code: string): string[] =>
  [1, 2].map((number) =>
    client(
      code,
      `<actif>1</actif><tiers_actif>1</tiers_actif><contacts><contact><nom>Contact ${number}</nom><email>contact${number}@example.invalid</email><contact_actif>${2 - number}</contact_actif></contact></contacts>`,
    ),
  );
