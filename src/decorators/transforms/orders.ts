import { fail } from '../../domain/error.ts';
import type { OrderToImport } from '../../domain/order.ts';
import type { Origin } from '../../domain/origin.ts';
import type { ReadOrder, Shop } from '../../shop/shop.ts';
import { mappedList, transformedList } from './lists.ts';
import { passHooks } from './pass-hooks.ts';
import { refusalOf } from './passage.ts';
import type { Transforming } from './transforming.ts';

/** Orders on their way to the ERP. Hooks see the shop's own states; the ERP sees its names of them. */
export function transformedOrders(inner: Shop, transforming: Transforming): Partial<Shop> {
  const { has, stream, states } = transforming;
  const isRead = has('afterOrder') || has('afterListedOrder') || states !== undefined;
  return {
    ...((has('afterListedOrder') || states) && {
      listOrders(query, origin) {
        const listed = inner.listOrders(states ? states.inwardQuery(query) : query);
        const passed = has('afterListedOrder')
          ? transformedList(listed, stream('afterListedOrder', { operation: 'listOrders', origin }))
          : listed;
        return states
          ? mappedList(passed, (order) => withState(order, states.outward(order.state), origin))
          : passed;
      },
    }),
    ...(isRead && {
      readOrder: async (id, origin) => {
        const read = await inner.readOrder(id, origin);
        await requireListed(read, origin, transforming);
        return transformedOrder(read, origin, transforming);
      },
    }),
    ...(states && {
      async confirmOrder(id, finalState, origin) {
        const said =
          finalState === undefined
            ? transforming.finalState
            : withState({ id, state: finalState }, states.inward(finalState), origin).state;
        const { state, ...confirmed } = await inner.confirmOrder(id, said, origin);
        return state === undefined ? confirmed : { ...confirmed, state: states.outward(state) };
      },
    }),
  };
}

/** An order with what the other side calls its state. */
function withState<Order extends { readonly id: string; readonly state: string }>(
  order: Order,
  state: string,
  origin: Origin | undefined,
): Order {
  if (state === order.state) return order;
  origin?.trace?.add(() => ({
    name: 'fieldMaps.orderStates',
    moment: 'orderStates',
    outcome: 'changed',
    entity: 'order',
    record: order.id,
    changes: [{ path: 'state', before: order.state, after: state }],
  }));
  return { ...order, state };
}

/** What its list leaves out cannot be read either. */
async function requireListed(
  { id, state = '' }: OrderToImport,
  origin: Origin | undefined,
  transforming: Transforming,
): Promise<void> {
  const { has, passing } = transforming;
  if (!has('afterListedOrder')) return;
  const passage = await passHooks(
    { id, state },
    passing('afterListedOrder', { operation: 'readOrder', origin }),
  );
  if (passage.kind === 'refused') throw refusalOf(passage);
  if (passage.kind === 'passed') return;
  const { reason: _, ...facts } = passage.problem;
  throw fail('hook_excluded', facts);
}

/** One that is dropped is handed over as one that the ERP skips: the protocol has a mark for that. */
async function transformedOrder(
  read: ReadOrder,
  origin: Origin | undefined,
  transforming: Transforming,
): Promise<ReadOrder> {
  const { has, passing, states } = transforming;
  const { warnings = [], ...order } = read;
  const outward = (changed: OrderToImport): OrderToImport =>
    states && changed.state !== undefined
      ? withState({ ...changed, state: changed.state }, states.outward(changed.state), origin)
      : changed;
  if (!has('afterOrder')) return { ...outward(order), warnings };
  const passage = await passHooks(order, passing('afterOrder', { operation: 'readOrder', origin }));
  if (passage.kind === 'refused') throw refusalOf(passage);
  if (passage.kind === 'passed') return { ...outward(passage.value), warnings };
  return { ...outward(passage.value), excluded: true, warnings: [...warnings, passage.problem] };
}
