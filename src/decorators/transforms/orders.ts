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
      listOrders(query) {
        const listed = inner.listOrders(states ? states.inwardQuery(query) : query);
        const passed = has('afterListedOrder')
          ? transformedList(listed, stream('afterListedOrder', 'listOrders'))
          : listed;
        return states
          ? mappedList(passed, (order) => ({ ...order, state: states.outward(order.state) }))
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
        const said = finalState === undefined ? transforming.finalState : states.inward(finalState);
        const { state, ...confirmed } = await inner.confirmOrder(id, said, origin);
        return state === undefined ? confirmed : { ...confirmed, state: states.outward(state) };
      },
    }),
  };
}

/** What its list leaves out cannot be read either. */
async function requireListed(
  { id, state = '' }: OrderToImport,
  origin: Origin | undefined,
  transforming: Transforming,
): Promise<void> {
  const { has, context } = transforming;
  if (!has('afterListedOrder')) return;
  const passage = await passHooks(
    { id, state },
    { ...transforming, moment: 'afterListedOrder', context: context('readOrder', origin) },
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
  const { has, context, states } = transforming;
  const { warnings = [], ...order } = read;
  const outward = (changed: OrderToImport): OrderToImport =>
    states && changed.state !== undefined ? { ...changed, state: states.outward(changed.state) } : changed;
  if (!has('afterOrder')) return { ...outward(order), warnings };
  const passage = await passHooks<'afterOrder'>(order, {
    ...transforming,
    moment: 'afterOrder',
    context: context('readOrder', origin),
  });
  if (passage.kind === 'refused') throw refusalOf(passage);
  if (passage.kind === 'passed') return { ...outward(passage.value), warnings };
  return { ...outward(passage.value), excluded: true, warnings: [...warnings, passage.problem] };
}
