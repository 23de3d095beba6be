import type { Exchange } from '../exchange.ts';
import { isProductWrite } from '../request/call.ts';
import { type FlowObservation, runsOf, seen } from './flow-judge.ts';

/** The choice between adding and updating, product and option, for each article of a run (§7 to §9). */
export const judgeChoice = (exchanges: readonly Exchange[]): readonly FlowObservation[] =>
  runsOf(exchanges).flatMap((run) => {
    const writes = run.filter((exchange) => isProductWrite(exchange) && exchange.reference !== '');
    return [...Map.groupBy(writes, ({ reference }) => reference).values()].flatMap(judgeArticle);
  });

/** A second write of an unknown article in the run may be an update: the first has made it known. */
function judgeArticle(writes: readonly Exchange[]): readonly FlowObservation[] {
  const [first] = writes;
  if (!first) return [];
  if (first.known === 'product') {
    return writes.map((exchange) =>
      seen('connector.products.update-known', {
        exchange,
        ok: exchange.resource === 'update_product',
        expected: 'update_product',
      }),
    );
  }
  if (first.known === 'option') {
    return writes.map((exchange) =>
      seen('connector.options.update-known', {
        exchange,
        ok: exchange.resource === 'update_option',
        expected: 'update_option',
      }),
    );
  }
  const added = writes.filter(({ resource }) => resource.startsWith('add_'));
  return [
    seen('connector.products.add-unknown', {
      exchange: first,
      ok: first.resource.startsWith('add_'),
      expected: 'add_product',
    }),
    ...added
      .slice(0, 1)
      .map((exchange) =>
        seen('connector.products.add-once', { exchange: added[1] ?? exchange, ok: added.length === 1 }),
      ),
  ];
}
