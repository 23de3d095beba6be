import { type Problem, problem } from '../domain/problem.ts';
import type { ExchangeSummary } from '../shop/journal.ts';

const HAND_OVER: ReadonlySet<string> = new Set(['orders', 'set_order_exported']);

/**
 * Who reads or confirms an order takes it over: the shop would hold it for handed over although no ERP has it. For real
 * that is done only with an exchange that a person has named by its id.
 */
export function refuseHandOver({ id, resource }: ExchangeSummary): Problem | undefined {
  if (!HAND_OVER.has(resource)) return undefined;
  return problem('hand_over_unnamed', { entity: 'exchange', record: id, value: resource });
}
