import type { Exchange } from '../exchange.ts';
import { isProductWrite } from '../request/call.ts';
import { type FlowObservation, runsOf, seen } from './flow-judge.ts';

/** What a connector does when the shop refuses a record, and when it is not there at all (§4). */
export const judgeErrors = (exchanges: readonly Exchange[]): readonly FlowObservation[] =>
  runsOf(exchanges).flatMap((run) => [...judgeGoesOn(run), ...judgeStops(run)]);

/** The run must still reach the orders' other records, or at least anything after a refused article. */
function judgeGoesOn(run: readonly Exchange[]): readonly FlowObservation[] {
  return run
    .filter(({ isStruck, outcome }) => isStruck && outcome === 'refused')
    .slice(0, 2)
    .flatMap((exchange) => {
      const later = run.slice(run.indexOf(exchange) + 1);
      const isArticle = isProductWrite(exchange);
      const others = isArticle ? later : later.filter(({ id }) => id !== '' && id !== exchange.id);
      return [seen('connector.errors.goes-on', { exchange, ok: others.length > 0 })];
    });
}

function judgeStops(run: readonly Exchange[]): readonly FlowObservation[] {
  const at = run.findIndex(({ outcome }) => outcome === 'unavailable');
  const unavailable = run[at];
  if (!unavailable) return [];
  const next = run.slice(at + 1).find(({ overlaps }) => !overlaps);
  return [seen('connector.errors.stops', { exchange: next ?? unavailable, ok: !next })];
}
