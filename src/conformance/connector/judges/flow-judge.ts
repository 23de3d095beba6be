import { describeExchange, type Exchange } from '../exchange.ts';
import type { RequirementId } from '../requirements.ts';
import type { Observation } from './observation.ts';

/** An observation with the exchange that shows it. */
export interface FlowObservation extends Observation {
  readonly exchange: Exchange;
}

/** Judges the whole conversation. */
export type FlowJudge = (exchanges: readonly Exchange[]) => readonly FlowObservation[];

export const seen = (
  id: RequirementId,
  {
    exchange,
    ok,
    expected,
  }: { readonly exchange: Exchange; readonly ok: boolean; readonly expected?: string },
): FlowObservation => ({
  id,
  ok,
  exchange,
  what: describeExchange(exchange),
  ...(expected === undefined ? {} : { expected }),
});

export const runsOf = (exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] => [
  ...Map.groupBy(exchanges, ({ run }) => run).values(),
];
