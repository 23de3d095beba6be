import { type Problem, problem } from '../domain/problem.ts';
import type { ExchangeSummary } from '../shop/journal.ts';
import type { Selection } from '../shop/replay.ts';
import type { ReplayManyOptions } from './replay-many.ts';

const HAND_OVER: ReadonlySet<string> = new Set(['orders', 'set_order_exported']);

/**
 * Who reads or confirms an order takes it over: the shop would hold it for handed over although no ERP has it. For real
 * that is done only with an exchange that a person has named by its id.
 */
export function refuseHandOver({ id, resource }: ExchangeSummary): Problem | undefined {
  if (!HAND_OVER.has(resource)) return undefined;
  return problem('hand_over_unnamed', { entity: 'exchange', record: id, value: resource });
}

/** What is refused of a selection that is sent for real. */
export const refusedForReal = (selection: Selection): Pick<ReplayManyOptions, 'refuse'> =>
  'named' in selection ? {} : { refuse: refuseHandOver };
