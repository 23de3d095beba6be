import type { Problem } from '../domain/problem.ts';
import { requireMessage } from './handlers/table.ts';
import type { ServedShop } from './served-shop.ts';
import { transformedReply } from './transform-xml.ts';

interface OrderMessage {
  readonly xml: string;
  readonly warnings: readonly Problem[];
}

const RESOURCE = 'orders';

/**
 * What `orders` answers for this order. The shop decides whether it is taken by that: before one that nobody changes, it is
 * not. Rejects with what the caller of `orders` would be refused with.
 */
export async function orderMessage(id: string, served: ServedShop): Promise<OrderMessage> {
  const request = { variables: new Map([['id', id]]), files: new Map() };
  const handled = await requireMessage(RESOURCE).handle({ request, served, origin: { by: 'erp' } });
  const { reply, warnings } = await transformedReply(handled, { resource: RESOURCE, served });
  if (typeof reply !== 'string') throw new Error('an order is no list');
  return { xml: reply, warnings };
}
