import type { RequirementId } from '../requirements/requirements.ts';
import { orderSchema } from '../schemas/order.ts';
import type { Violation } from '../schemas/schema.ts';
import { isRefused, type Reply } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import { childNamed } from '../xml/element.ts';
import { judgeAmounts, lineElements } from './order-amounts.ts';
import { readOrders, whyNoOrder } from './orders-list.ts';
import type { Scenario } from './scenario.ts';
import { describeViolations, shapeOf } from './shape.ts';

const READ_ORDERS = 3;
const UNKNOWN_ORDER = '999999999';
const LINE_PATH = '/produits/product';

const NEED_ORDER: readonly RequirementId[] = [
  'orders.shape',
  'orders.countries',
  'orders.numbers',
  'orders.date',
  'orders.totals',
  'orders.tax-included',
  'orders.lines',
  'orders.lines-sum',
  'orders.repeatable',
];

export const ordersScenario: Scenario = {
  cites: [...NEED_ORDER, 'orders.reading-keeps', 'orders.unknown', 'orders.missing-id'],
  needs: 'read',
  async run(session) {
    const { orders, reply } = await readOrders(session);
    const named = session.options.order === undefined ? [] : [session.options.order];
    const ids = new Set([...named, ...orders.map(({ id }) => id).filter(Boolean)]);
    session.explain(NEED_ORDER, ids.size > 0 ? NO_NUMBERS : whyNoOrder(reply));
    const read = [...ids].slice(0, READ_ORDERS);
    for (const id of read) {
      judgeOrder(session, await session.call({ resource: 'orders', fields: { id } }));
    }
    const [first] = ids;
    if (first !== undefined) await judgeRepeatable(session, first);
    await judgeKept(
      session,
      orders.map(({ id }) => id).filter((id) => read.includes(id)),
      reply,
    );
    const unknown = await session.call({ resource: 'orders', fields: { id: UNKNOWN_ORDER } });
    session.judge('orders.unknown', { ok: isRefused(unknown), reply: unknown });
    const missing = await session.call({ resource: 'orders', note: { fr: 'sans id', en: 'without id' } });
    session.judge('orders.missing-id', { ok: isRefused(missing), reply: missing });
  },
};

async function judgeRepeatable({ call, judge, explain }: Session, id: string): Promise<void> {
  const first = await call({ resource: 'orders', fields: { id } });
  const second = await call({ resource: 'orders', fields: { id } });
  if (childNamed(first.root, 'order') === undefined) {
    explain(['orders.repeatable'], NO_NUMBERS);
    return;
  }
  const same =
    first.http !== undefined && second.http !== undefined && first.http.body.equals(second.http.body);
  judge('orders.repeatable', { ok: same, reply: second });
}

/** An order that is no longer offered once it was read is lost when the reader fails after that. */
async function judgeKept(session: Session, offered: readonly string[], list: Reply): Promise<void> {
  if (offered.length === 0) {
    session.explain(['orders.reading-keeps'], whyNoOrder(list));
    return;
  }
  const { reply, orders } = await readOrders(session);
  const lost = offered.filter((id) => !orders.some((order) => order.id === id));
  const shown = lost.join(', ');
  session.judge('orders.reading-keeps', {
    ok: lost.length === 0,
    reply,
    ...(lost.length === 0
      ? {}
      : { found: { fr: `Lues, puis absentes : ${shown}`, en: `Read, and then missing: ${shown}` } }),
  });
}

/** Which requirement a violation speaks against. */
function requirementOf({ kind, path, rule }: Violation): RequirementId {
  if (rule === 'country') return 'orders.countries';
  if (rule === 'date' || rule === 'day_first_date') return 'orders.date';
  const inLine = path.includes(LINE_PATH);
  if (kind === 'format') return 'orders.numbers';
  if (kind === 'empty' && rule === 'number' && !inLine) return 'orders.numbers';
  return inLine ? 'orders.lines' : 'orders.shape';
}

const JUDGED_BY_SCHEMA: readonly RequirementId[] = [
  'orders.shape',
  'orders.countries',
  'orders.numbers',
  'orders.date',
  'orders.lines',
];

function judgeOrder(session: Session, reply: Reply): void {
  const found = shapeOf(reply, orderSchema(session.options.profile));
  const order = childNamed(reply.root, 'order');
  if (found === undefined || order === undefined) {
    session.judge('orders.shape', { ok: false, reply, ...describeViolations(found ?? []) });
    return;
  }
  const byRequirement = Map.groupBy(found, requirementOf);
  const hasLines = lineElements(order).length > 0;
  for (const id of JUDGED_BY_SCHEMA) {
    const against = byRequirement.get(id) ?? [];
    const ok = against.length === 0 && (id !== 'orders.lines' || hasLines);
    session.judge(id, { ok, reply, ...describeViolations(against) });
  }
  for (const { id, ok, found: amounts } of judgeAmounts(order))
    session.judge(id, { ok, reply, found: amounts });
}

const NO_NUMBERS = {
  fr: 'Aucune commande n’a pu être lue avec tous ses nombres ; voyez orders.shape et orders.numbers.',
  en: 'No order could be read with all its numbers; see orders.shape and orders.numbers.',
};
