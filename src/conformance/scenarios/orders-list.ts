import type { RequirementId } from '../requirements/requirements.ts';
import { ordersListSchema } from '../schemas/lists.ts';
import { isAccepted, type Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import type { Texts } from '../texts.ts';
import { childNamed, childrenNamed, childText } from '../xml/element.ts';
import type { Scenario } from './scenario.ts';
import { describeViolations, shapeOf } from './shape.ts';

interface ListedOrder {
  readonly id: string;
  readonly state: string;
}

export interface OrdersReading {
  readonly reply: Reply;
  readonly orders: readonly ListedOrder[];
}

/** States are numbers in many shops: text could be an error of types there. */
const UNKNOWN_STATE = '999999999';

const NEED_ORDERS: readonly RequirementId[] = [
  'orders-list.shape',
  'orders-list.ids-unique',
  'orders-list.filter',
  'orders-list.filter-several',
];

export const ordersListScenario: Scenario = {
  cites: [...NEED_ORDERS, 'orders-list.filter-unknown'],
  needs: 'read',
  async run(session) {
    const all = await readOrders(session);
    const found = shapeOf(all.reply, ordersListSchema(session.options.profile));
    session.explain([...NEED_ORDERS, 'orders-list.filter-unknown'], whyNoOrder(all.reply));
    if (found?.length !== 0 || all.orders.length > 0) {
      const ok = found?.length === 0;
      session.judge('orders-list.shape', { ok, reply: all.reply, ...describeViolations(found ?? []) });
    }
    if (all.orders.length > 0) await judgeOrders(session, all);
    // A list that is always empty does not show that the filter is read.
    else if (found?.length === 0) return;
    const unknown = await readOrders(session, UNKNOWN_STATE);
    const ok = isAccepted(unknown.reply) && unknown.orders.length === 0;
    session.judge('orders-list.filter-unknown', { ok, reply: unknown.reply });
  },
};

/** Reads either spelling, nested or flat: which is right is judged apart. */
export async function readOrders(session: Session, filter?: string): Promise<OrdersReading> {
  const reply = await session.call({
    resource: 'orders_list',
    fields: filter === undefined ? {} : { filter },
  });
  const lists = reply.root ? childrenNamed(reply.root, 'orders_list') : [];
  const nested = lists.flatMap((list) => childrenNamed(list, 'order'));
  const flat = lists.filter((list) => childNamed(list, 'id'));
  const orders = [...nested, ...flat].map((order) => ({
    id: childText(order, 'id') ?? '',
    state: childText(order, 'current_state') ?? '',
  }));
  return { reply, orders };
}

async function judgeOrders(session: Session, { reply, orders }: OrdersReading): Promise<void> {
  const ids = orders.map(({ id }) => id).filter(Boolean);
  session.judge('orders-list.ids-unique', { ok: new Set(ids).size === ids.length, reply });
  const states = [...new Set(orders.map(({ state }) => state))].filter((state) => /^[^,]+$/.test(state));
  const [first, second = UNKNOWN_STATE] = states;
  if (first === undefined) return;
  await judgeFilter(session, 'orders-list.filter', { orders, states: [first] });
  await judgeFilter(session, 'orders-list.filter-several', { orders, states: [first, second] });
}

interface Filter {
  /** Those without a filter. */
  readonly orders: readonly ListedOrder[];
  readonly states: readonly string[];
}

/** All in the named states, and every order that is offered in one of them. */
async function judgeFilter(session: Session, id: RequirementId, { orders, states }: Filter): Promise<void> {
  const filtered = await readOrders(session, states.join(','));
  const strays = filtered.orders.filter(({ state }) => !states.includes(state));
  const given = new Set(filtered.orders.map((order) => order.id));
  const lost = orders.filter(({ id, state }) => states.includes(state) && !given.has(id));
  const name = (list: readonly ListedOrder[]): string =>
    list
      .slice(0, 10)
      .map(({ id, state }) => `${id} (${state})`)
      .join(', ');
  session.judge(id, {
    ok: isAccepted(filtered.reply) && strays.length === 0 && lost.length === 0,
    reply: filtered.reply,
    found: {
      fr: `Commandes : ${filtered.orders.length} ; hors filtre : ${name(strays) || '–'} ; manquantes : ${name(lost) || '–'}`,
      en: `Orders: ${filtered.orders.length}; outside the filter: ${name(strays) || '–'}; missing: ${name(lost) || '–'}`,
    },
  });
}

/** Why nothing is known of orders. */
export const whyNoOrder = (list: Reply): Texts => (isAccepted(list) ? NO_ORDER : LIST_REFUSED);

const LIST_REFUSED = {
  fr: 'orders_list a été refusée, ou n’a pas pu être lue ; voyez orders-list.shape.',
  en: 'orders_list was refused, or could not be read; see orders-list.shape.',
};

const NO_ORDER = {
  fr: 'orders_list ne propose aucune commande : passez une commande dans la boutique.',
  en: 'orders_list offers no order: place an order in the shop.',
};
