import type { RequirementId } from '../requirements/requirements.ts';
import { isAccepted, isRefused, isTaken, type Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import { childNamed, childText } from '../xml/element.ts';
import { type OrdersReading, readOrders } from './orders-list.ts';
import type { Scenario } from './scenario.ts';

const UNKNOWN_ORDER = '999999999';

export const unknownOrderScenario: Scenario = {
  cites: ['set-order-exported.unknown', 'add-tracking.unknown'],
  needs: 'write',
  async run({ call, judge, prefix }) {
    const id = UNKNOWN_ORDER;
    const exported = await call({ resource: 'set_order_exported', fields: { id, statut_final: '1' } });
    judge('set-order-exported.unknown', { ok: isRefused(exported), reply: exported });
    const tracked = await call({ resource: 'add_tracking', fields: { id, shipping_number: prefix } });
    judge('add-tracking.unknown', { ok: isRefused(tracked), reply: tracked });
  },
};

const CONFIRMATION: readonly RequirementId[] = [
  'set-order-exported.reply',
  'set-order-exported.state',
  'set-order-exported.repeat',
  'set-order-exported.not-offered',
  'set-order-exported.alone',
];

/** Comes last: the order is confirmed for good. */
export const orderConfirmationScenario: Scenario = {
  cites: [...CONFIRMATION, 'add-tracking.reply'],
  needs: 'order',
  async run(session) {
    const id = session.options.order ?? '';
    await judgeTracking(session, id);
    const before = await readOrders(session);
    const state = chooseState(before, id);
    const fields = state === undefined ? { id } : { id, statut_final: state };
    const reply = await session.call({ resource: 'set_order_exported', fields });
    judgeReply(session, reply, fields);
    const finalState = state ?? finalStateIn(reply);
    const inState = await judgeState(session, reply, { id, state: finalState });
    const again = await session.call({
      resource: 'set_order_exported',
      fields,
      note: { fr: 'une seconde fois', en: 'a second time' },
    });
    session.judge('set-order-exported.repeat', { ok: isTaken(again), reply: again });
    const wasSeen = isListed(before, id) || isListed(inState, id);
    const offered = await readOrders(session);
    judgeOffered(session, id, { offered, wasSeen });
    const others = before.orders.filter((order) => order.id !== id);
    if (!isTaken(reply)) session.explain(['set-order-exported.alone'], NOT_CONFIRMED);
    else judgeOthers(session, others, offered);
  },
};

const isListed = (reading: OrdersReading | undefined, id: string): boolean =>
  reading?.orders.some((order) => order.id === id) ?? false;

/** A list in which the order never stood does not show that it was taken out. */
function judgeOffered(
  session: Session,
  id: string,
  { offered, wasSeen }: { readonly offered: OrdersReading; readonly wasSeen: boolean },
): void {
  if (!wasSeen && !isListed(offered, id) && isAccepted(offered.reply)) {
    session.explain(['set-order-exported.not-offered'], NEVER_LISTED);
    return;
  }
  session.judge('set-order-exported.not-offered', {
    ok: isAccepted(offered.reply) && !isListed(offered, id),
    reply: offered.reply,
  });
}

/** An update without its condition confirms every order: they are lost without a word. */
function judgeOthers(
  session: Session,
  others: OrdersReading['orders'],
  { reply, orders }: OrdersReading,
): void {
  if (others.length === 0) {
    session.explain(['set-order-exported.alone'], NO_OTHER);
    return;
  }
  const kept = new Set(orders.map(({ id, state }) => `${id} (${state})`));
  const touched = others.map(({ id, state }) => `${id} (${state})`).filter((one) => !kept.has(one));
  const shown = touched.slice(0, 10).join(', ');
  session.judge('set-order-exported.alone', {
    ok: touched.length === 0,
    reply,
    ...(touched.length === 0
      ? {}
      : { found: { fr: `Changées ou absentes : ${shown}`, en: `Changed or missing: ${shown}` } }),
  });
}

/** A state that the shop knows and the order is not in; else the shop's own choice. */
function chooseState({ orders }: OrdersReading, id: string): string | undefined {
  const current = orders.find((order) => order.id === id)?.state;
  return orders.map(({ state }) => state).find((state) => state !== current && /^[^,]+$/.test(state));
}

function echoOf({ root }: Reply, samples: boolean) {
  const list = childNamed(root, samples ? 'orders_list' : 'set_order_exported');
  return childNamed(list, 'order') ?? list;
}

const finalStateIn = (reply: Reply): string | undefined =>
  childText(echoOf(reply, false) ?? echoOf(reply, true), 'statut_final');

interface Confirmed {
  readonly id: string;
  readonly statut_final?: string;
}

function judgeReply({ judge, options }: Session, reply: Reply, sent: Confirmed): void {
  const samples = options.profile === 'samples';
  const echo = echoOf(reply, samples);
  const state = childText(echo, 'statut_final');
  const rightState = sent.statut_final === undefined ? state !== undefined : state === sent.statut_final;
  const element = samples ? 'orders_list' : 'set_order_exported';
  const right = `<${element}><id>${sent.id}</id><statut_final>${sent.statut_final ?? '…'}</statut_final></${element}>`;
  judge('set-order-exported.reply', {
    ok: isAccepted(reply) && childText(echo, 'id') === sent.id && rightState,
    reply,
    expected: { fr: right, en: right },
  });
}

async function judgeState(
  session: Session,
  reply: Reply,
  { id, state }: { readonly id: string; readonly state: string | undefined },
): Promise<OrdersReading | undefined> {
  if (!isTaken(reply) || !state) {
    session.judge('set-order-exported.state', { ok: false, reply });
    return undefined;
  }
  const inState = await readOrders(session, state);
  const order = inState.orders.find((one) => one.id === id);
  session.judge('set-order-exported.state', {
    ok: order?.state === state,
    reply: inState.reply,
    expected: {
      fr: `La commande ${id} dans orders_list, filter=${state}.`,
      en: `The order ${id} in orders_list, filter=${state}.`,
    },
  });
  return inState;
}

async function judgeTracking({ call, judge, prefix }: Session, id: string): Promise<void> {
  const reply = await call({ resource: 'add_tracking', fields: { id, shipping_number: prefix } });
  const echo = childNamed(reply.root, 'add_tracking');
  const ok =
    isAccepted(reply) && childText(echo, 'id') === id && childText(echo, 'shipping_number') === prefix;
  judge('add-tracking.reply', { ok, reply });
}

const NO_OTHER = {
  fr: 'orders_list ne proposait aucune autre commande : passez-en une seconde dans la boutique.',
  en: 'orders_list offered no other order: place a second one in the shop.',
};

const NOT_CONFIRMED = {
  fr: 'La commande n’a pas été confirmée ; voyez set-order-exported.reply.',
  en: 'The order was not confirmed; see set-order-exported.reply.',
};

const NEVER_LISTED = {
  fr: 'orders_list n’a jamais montré cette commande, ni avant ni dans son statut : nommez-en une qu’elle propose.',
  en: 'orders_list never showed that order, neither before nor in its state: name one that it offers.',
};
