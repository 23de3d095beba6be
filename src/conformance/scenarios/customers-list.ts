import type { RequirementId } from '../requirements/requirements.ts';
import { CUSTOMERS_LIST_SCHEMA } from '../schemas/lists.ts';
import { isAccepted, type Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import { childNamed, childrenNamed, childText } from '../xml/element.ts';
import type { Scenario } from './scenario.ts';
import { describeViolations, shapeOf } from './shape.ts';

/** Every shop's customers were changed since; the day is no month, so the order of the two is seen. */
const LONG_AGO = '31-12-1999';
const FUTURE = '31-12-2099';

const NEED_CUSTOMERS: readonly RequirementId[] = [
  'customers-list.shape',
  'customers-list.ids-unique',
  'customers-list.since',
];

export const customersListScenario: Scenario = {
  cites: [...NEED_CUSTOMERS, 'customers-list.future'],
  needs: 'read',
  async run(session) {
    const whole = await session.call({ resource: 'customers_list' });
    const found = shapeOf(whole, CUSTOMERS_LIST_SCHEMA);
    const ids = customerIds(whole);
    if (whole.http?.truncated) session.explain(NEED_CUSTOMERS, TOO_LONG);
    else if (found?.length === 0 && ids.length === 0) {
      // A list that is always empty does not show that the date is read.
      session.explain([...NEED_CUSTOMERS, 'customers-list.future'], NO_CUSTOMER);
      return;
    } else {
      const ok = found?.length === 0;
      session.judge('customers-list.shape', { ok, reply: whole, ...describeViolations(found ?? []) });
      session.explain(NEED_CUSTOMERS, isAccepted(whole) ? NONE_FOUND : REFUSED);
      if (ids.length > 0) await judgeCustomers(session, whole, ids);
    }
    await judgeFuture(session);
  },
};

async function judgeCustomers(session: Session, whole: Reply, ids: readonly string[]): Promise<void> {
  const filled = ids.filter(Boolean);
  // An empty id is a fault of the shape; two of them are no id twice.
  if (filled.length > 0) {
    session.judge('customers-list.ids-unique', { ok: new Set(filled).size === filled.length, reply: whole });
  }
  const reply = await session.call({ resource: 'customers_list', fields: { date: LONG_AGO } });
  const since = customerIds(reply);
  const known = new Set(ids);
  session.judge('customers-list.since', {
    ok: isAccepted(reply) && since.length > 0 && since.every((id) => known.has(id)),
    reply,
    found: {
      fr: `Clients : ${since.length} sur ${ids.length}`,
      en: `Customers: ${since.length} of ${ids.length}`,
    },
    expected: {
      fr: `Les clients modifiés depuis le ${LONG_AGO} : au moins un, et aucun hors de la liste entière.`,
      en: `The customers changed since ${LONG_AGO}: at least one, and none that the whole list lacks.`,
    },
  });
}

async function judgeFuture(session: Session): Promise<void> {
  const reply = await session.call({ resource: 'customers_list', fields: { date: FUTURE } });
  const ok = isAccepted(reply) && customerIds(reply).length === 0;
  session.judge('customers-list.future', { ok, reply });
}

const customerIds = ({ root }: Reply): string[] =>
  root === undefined
    ? []
    : childrenNamed(root, 'customers').map(
        (customer) => childText(childNamed(customer, 'client'), 'id') ?? '',
      );

const NO_CUSTOMER = {
  fr: 'customers_list est vide : créez un compte client dans la boutique.',
  en: 'customers_list is empty: make a customer account in the shop.',
};

const TOO_LONG = {
  fr: 'customers_list dépasse 64 Mio : la liste n’est pas lue en entier.',
  en: 'customers_list is over 64 MiB: the list is not read whole.',
};

const REFUSED = {
  fr: 'customers_list a été refusée, ou n’a pas pu être lue ; voyez customers-list.shape.',
  en: 'customers_list was refused, or could not be read; see customers-list.shape.',
};

const NONE_FOUND = {
  fr: 'Aucun client avec un id n’est lisible dans customers_list ; voyez customers-list.shape.',
  en: 'No customer with an id can be read in customers_list; see customers-list.shape.',
};
